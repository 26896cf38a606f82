#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "tests/gallery/pages.h"

#include <fmt/format.h>

namespace sango::gallery {
using namespace ui;

void report(Context& ui) {
    Rect all = frame(ui, 4, say(ui, "令和8年11月9日(月) 17:40", "Mon 9 November 2026, 17:40"));
    Rect head = all.cut_top(52, kGap);
    (void)button(ui, "report.before", head.cut_left(56, 12), "", {.icon = Icon::back});
    const std::string_view month = say(ui, "令和8年10月分", "October 2026");
    text(ui, "report.month", head.cut_left(text_width(ui, Type::name, month), 12), month,
         {.type = Type::name, .middle = true});
    (void)button(ui, "report.after", head.cut_left(56, 12), "", {.icon = Icon::forward});
    head.cut_right(
        chip(ui, "report.invoice", head, say(ui, "請求書　あと21日", "Invoice: 21 days"), {}, true).w, 12);
    chip(ui, "report.deadline", head,
         say(ui, "実施報告書　あと1日（11月10日まで）", "Report: 1 day left (by 10 November)"),
         {.tone = Tone::warn, .icon = Icon::clock}, true);

    const struct {
        std::string_view name, figures;
        int done;
        std::string_view state;
        Tone tone;
    } places[] = {{"練馬区", "42人 96日", 5, say(ui, "受理 R8-10-0412", "Accepted R8-10-0412"), Tone::good},
                  {"世田谷区", "18人 71日", 3, say(ui, "確認が2件", "2 to check"), Tone::warn},
                  {"中野区", "25人 52日", 4, say(ui, "送信中 64%", "Sending 64%"), Tone::warn},
                  {"南阿蘇村", "3人 5回", 2, say(ui, "点検中", "Checking"), Tone::neutral}};
    std::size_t number = 0;
    for (const Rect& place : all.cut_top(130, kGap).columns(4, 14)) {
        const auto& p = places[number];
        const Color color = municipality_color(ui.theme(), number);
        Rect inside;
        (void)card_button(ui, fmt::format("report.place.{}", number), place, p.name, &inside,
                          {.selected = number == 1, .ring = color});
        inside = inside.inset(0, -4);
        Rect line = inside.cut_top(36, 10);
        text(ui, {}, line, p.figures,
             {.type = Type::small, .ink = ui.theme().quiet_ink, .align = Align::right, .middle = true});
        text(ui, {}, line, p.name, {.type = Type::name, .middle = true});
        segments(ui, {}, inside.cut_top(12, 12), p.done, 5, fmt::format("{}/5", p.done), color);
        chip(ui, {}, inside, p.state,
             {.tone = p.tone,
              .mark = p.tone == Tone::good   ? std::optional(Outcome::yes)
                      : p.tone == Tone::warn ? std::optional(Outcome::ask)
                                             : std::nullopt});
        ++number;
    }
    Rect totals = card(ui, all.cut_right(388, kGap));
    totals.cut_top(caption(ui, {}, totals, say(ui, "合計", "Totals")), 8);
    for (const auto& [words, figure] : {std::pair{say(ui, "実人員", "Persons"), "18人"},
                                        {say(ui, "延日数", "Days"), "71日"},
                                        {say(ui, "利用者負担", "Copay"), "118,500円"},
                                        {say(ui, "委託料", "Fee"), "1,846,000円"}})
        totals.cut_top(pair_line(ui, {}, totals, words, figure, Type::strong), 4);
    (void)button(ui, "report.close", totals.cut_bottom(kBigButton, 10),
                 say(ui, "確定する", "Close the month"),
                 {.kind = ButtonKind::primary,
                  .why_disabled = say(ui, "あと2件を直すと押せます", "Mend the 2 lines first")});
    const auto copies = totals.cut_bottom(52).columns(3, 10);
    (void)button(ui, "report.pdf", copies[0], "PDF", {.icon = Icon::pdf});
    (void)button(ui, "report.sheet", copies[1], say(ui, "表計算", "Sheet"), {.icon = Icon::sheet});
    (void)button(ui, "report.csv", copies[2], "CSV", {.icon = Icon::csv});

    Rect table = card(ui, all);
    table.cut_top(caption(ui, {}, table,
                          say(ui, "世田谷区　集計 → 点検 → 確定 → 送信 → 受理",
                              "Setagaya: collect → check → close → send → accepted")),
                  8);
    const struct {
        std::string_view number, service, days, count, money, state;
    } lines[] = {{"S-20418", "ショートステイ", "10/3～10/6", "4", "8,000円", ""},
                 {"S-20433", "デイケア", "10/8", "1", "500円", ""},
                 {"S-20433", "訪問", "10/15", "1", "0円", "退所時の状態なし"},
                 {"S-20461", "ショートステイ", "10/19～10/21", "3", "6,000円", "退所の記録なし"},
                 {"S-20470", "きょうだいデイ", "10/22", "1", "3,000円", ""},
                 {"S-20488", "ショートステイ", "10/25～10/31", "7", "19,000円", ""},
                 {"S-20489", "ショートステイ", "10/25～10/31", "7", "19,000円", ""},
                 {"S-20490", "デイケア", "10/26", "1", "500円", ""}};
    const float row_height = 50;
    Rect inside = begin_scroll(ui, "report.lines", table, row_height * 8);
    int index = 0;
    for (const auto& line : lines) {
        Rect at = inside.cut_top(row_height);
        plain_row(ui, fmt::format("report.line.{}", index++), at, line.number);
        text(ui, {}, at.cut_left(100), line.number, {.type = Type::small, .middle = true});
        text(ui, {}, at.cut_left(140), line.service, {.type = Type::small, .middle = true});
        text(ui, {}, at.cut_left(130), line.days, {.type = Type::small, .middle = true});
        text(ui, {}, at.cut_left(28), line.count,
             {.type = Type::small, .align = Align::right, .middle = true});
        text(ui, {}, at.cut_left(96, 16), line.money,
             {.type = Type::small, .align = Align::right, .middle = true});
        outcome_mark(ui, {}, at.cut_left(20, 8), line.state.empty() ? Outcome::yes : Outcome::ask, 18,
                     line.state);
        text(ui, {}, at, line.state,
             {.type = Type::small, .ink = ink_of(ui.theme(), Tone::warn), .middle = true});
    }
    end_scroll(ui);
}

}  // namespace sango::gallery
