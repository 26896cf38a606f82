#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "tests/gallery/pages.h"

#include <fmt/format.h>

namespace sango::gallery {
using namespace ui;

namespace {

void left_side(Context& ui, Rect side) {
    const Rect camera = side.cut_top(250, kGap);
    fill(ui, camera, ui.theme().camera, kCardCorner);
    const Rect aim{camera.center().x - 94, camera.center().y - 88, 188, 176};
    const Color white = ui.theme().night ? ui.theme().ink : rgb(0xFFFFFF);
    outline(ui, aim, white, 16, 3);
    text(ui, "checkin.aim", aim, say(ui, "カードをかざす", "Hold the card here"),
         {.ink = white, .align = Align::center, .middle = true});
    Rect ways = side.cut_top(kButton, kGap);
    const auto two = ways.columns(2, kSmallGap);
    (void)button(ui, "checkin.number", two[0], say(ui, "番号", "Number"), {.icon = Icon::keyboard});
    (void)button(ui, "checkin.name", two[1], say(ui, "名前", "Name"), {.icon = Icon::search});
    Rect list = card(ui, side);
    list.cut_top(caption(ui, "checkin.today", list, say(ui, "きょうの予定 4", "Expected today 4")), 4);
    const struct {
        std::string_view time, name, state;
        Tone tone;
        std::optional<Outcome> mark;
    } rows[] = {{"10:00", "田中 陽菜", say(ui, "来院", "Arrived"), Tone::good, Outcome::yes},
                {"13:30", "山田 花子", say(ui, "受付中", "Now"), Tone::warn, {}},
                {"15:00", "𠮷野 葵", say(ui, "予定", "Expected"), Tone::neutral, {}},
                {"16:30", "髙橋 凛", say(ui, "予定", "Expected"), Tone::neutral, {}}};
    int number = 0;
    for (const auto& r : rows) {
        Rect at = list.cut_top(kRow);
        (void)row(ui, fmt::format("checkin.expected.{}", number++), at, r.name);
        Rect line = at;
        line.cut_right(chip(ui, {}, line, r.state, {.tone = r.tone, .mark = r.mark}, true).w, 8);
        text(ui, {}, line, fmt::format("{} {}", r.time, r.name), {.middle = true});
    }
}

void verdict(Context& ui, Rect at) {
    Rect inside = card(ui, at);
    Rect head = inside.cut_top(84, 12);
    outcome_mark(ui, "checkin.verdict", head.cut_left(84, kGap), Outcome::yes, 84,
                 say(ui, "利用できます", "Eligible"));
    head = head.inset(0, 8);
    head.cut_top(heading(ui, "checkin.answer", head, say(ui, "ご利用いただけます", "She can be received")));
    text(ui, "checkin.service", head, say(ui, "母子デイケア　きょう1日", "Mother-and-baby day care, today"),
         {.ink = ui.theme().quiet_ink});
    const struct {
        Outcome outcome;
        std::string_view words, source;
    } rules[] = {
        {Outcome::yes, say(ui, "区内にお住まい", "Lives in the ward"),
         say(ui, "利用できる方", "Who can use it")},
        {Outcome::yes,
         say(ui, "生後1年未満（令和9年9月11日まで）", "Under one year (until 11 September 2027)"),
         say(ui, "利用できる方", "Who can use it")},
        {Outcome::yes, say(ui, "残り 8日 → 7日", "8 days left → 7"), say(ui, "利用日数", "Days of use")},
        {Outcome::ask, say(ui, "卵アレルギー 食事を確認", "Egg allergy: check the meal"),
         say(ui, "ケアの内容", "Care given")},
        {Outcome::no, say(ui, "急性感染症なし（きょう確認）", "No acute infection (asked today)"),
         say(ui, "ご利用できない場合", "When not")},
    };
    int number = 0;
    for (const auto& rule : rules) {
        const float source = text_width(ui, Type::source, rule.source);
        const float words = text_height(ui, Type::body, rule.words, inside.w - 40 - source - kGap);
        Rect line = inside.cut_top(std::max(50.0F, words + 14));
        divider(ui, line);
        outcome_mark(ui, {}, line.cut_left(24, kGap), rule.outcome, 22, rule.words);
        text(ui, {}, line.cut_right(source, kGap), rule.source,
             {.type = Type::source, .ink = ui.theme().quiet_ink, .middle = true});
        text(ui, fmt::format("checkin.rule.{}", number++), line, rule.words, {.middle = true});
    }
}

void money(Context& ui, Rect at) {
    Rect inside = card(ui, at);
    inside.cut_top(caption(ui, {}, inside, say(ui, "のこり", "Left")), 6);
    const struct {
        std::string_view words;
        int left, all;
    } uses[] = {{say(ui, "ショートステイ", "Short stay"), 5, 7},
                {say(ui, "デイケア", "Day care"), 8, 12},
                {say(ui, "訪問", "Visit"), 6, 6}};
    for (const auto& use : uses) {
        Rect line = inside.cut_top(30, 0);
        const std::string figure = fmt::format("{}/{}", use.left, use.all);
        text(ui, {}, line.cut_right(56), figure, {.align = Align::right, .middle = true});
        text(ui, {}, line.cut_left(126, 12), use.words, {.type = Type::small, .middle = true});
        progress(ui, fmt::format("checkin.left.{}", use.all), {line.x, line.center().y - 8, line.w, 16},
                 static_cast<double>(use.left) / use.all, figure);
    }
    inside.cut_top(12);
    inside.cut_top(caption(ui, {}, inside, say(ui, "利用者負担額", "Copay")), 4);
    inside.cut_top(
        pair_line(ui, "checkin.copay.0", inside, say(ui, "デイケア 1日", "Day care, 1 day"), "1,500円"), 6);
    divider(ui, inside);
    inside.cut_top(6);
    inside.cut_top(
        pair_line(ui, "checkin.pay", inside, say(ui, "お支払い", "To pay"), "1,500円", Type::money));
    bool stamped = true;
    const std::string_view sentence =
        say(ui, "カードに日付を記入・押印して返却", "Date written on the card, stamped, handed back");
    (void)checkbox(ui, "checkin.stamped", inside.cut_bottom(checkbox_height(ui, sentence, inside.w)),
                   sentence, stamped);
}

}  // namespace

void checkin(Context& ui) {
    Rect all = frame(ui, 0, say(ui, "令和8年11月21日(土) 14:05", "Sat 21 November 2026, 14:05"));
    left_side(ui, all.cut_left(330, kGap));
    Rect who = card(ui, all.cut_top(86, kGap)).inset(0, -6);
    chip(ui, "checkin.alert", who, say(ui, "卵アレルギー", "Egg allergy"),
         {.tone = Tone::warn, .icon = Icon::alert}, true);
    const std::string_view name = "山田 花子";
    heading(ui, "checkin.name_shown", who, name);
    Rect beside = who;
    beside.cut_left(text_width(ui, Type::name, name), 14);
    text(ui, {}, beside.moved(0, 7), "やまだ はなこ・練馬区 N-4821-7",
         {.type = Type::small, .ink = ui.theme().quiet_ink});
    who.cut_top(34);
    text(ui, {}, who, "あおいちゃん　生後2か月9日（修正2か月0日）");
    Rect foot = all.cut_bottom(kBigButton, kGap);
    (void)button(ui, "checkin.cancel", foot.cut_left(180, kGap), say(ui, "やめる", "Cancel"));
    (void)button(ui, "checkin.confirm", foot, say(ui, "受付する", "Check in"), {.kind = ButtonKind::primary});
    money(ui, all.cut_right(all.w * 0.44F, kGap));
    verdict(ui, all);
}

}  // namespace sango::gallery
