#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/chart.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "tests/gallery/pages.h"

#include <fmt/format.h>

namespace sango::gallery {
using namespace ui;

void buttons(Context& ui) {
    Rect all = frame(ui, 6, say(ui, "ボタンとチップ", "Buttons and chips"));
    auto columns = all.columns(3, kGap);
    Rect left = card(ui, columns[0]);
    (void)button(ui, "b.primary", left.cut_top(kBigButton, 12), say(ui, "受付する", "Check in"),
                 {.kind = ButtonKind::primary});
    (void)button(ui, "b.icon", left.cut_top(kButton, 12), say(ui, "印刷する", "Print"),
                 {.icon = Icon::printer});
    (void)button(ui, "b.quiet", left.cut_top(kButton, 12), say(ui, "やめる", "Cancel"));
    (void)button(ui, "b.danger", left.cut_top(kButton, 12), say(ui, "取り消す", "Take back"),
                 {.kind = ButtonKind::danger});
    (void)button(ui, "b.plain", left.cut_top(kButton, 12), say(ui, "すべて表示", "Show all"),
                 {.kind = ButtonKind::plain});
    (void)button(ui, "b.grey", left.cut_top(kBigButton, 12), say(ui, "送信する", "Send"),
                 {.why_disabled = say(ui, "確定すると押せます", "Close the month first")});
    (void)button(
        ui, "b.long", left.cut_top(kBigButton, 12),
        say(ui, "カードを持たずに来院された方の受付をする", "Check in someone who came without her card"));
    (void)button(ui, "b.focus", left.cut_top(kButton, 12), say(ui, "キーボードの位置", "Keyboard is here"));
    Rect middle = card(ui, columns[1]);
    for (const auto& [tone, words] : {std::pair{Tone::neutral, say(ui, "予定", "Expected")},
                                      {Tone::good, say(ui, "来院", "Arrived")},
                                      {Tone::warn, say(ui, "受付中", "Now")},
                                      {Tone::bad, say(ui, "来院なし", "Did not come")},
                                      {Tone::accent, say(ui, "選択中", "Chosen")}})
        chip(ui, fmt::format("c.{}", static_cast<int>(tone)), middle.cut_top(kChip, 12), words,
             {.tone = tone,
              .icon = tone == Tone::bad ? Icon::alert : Icon::none,
              .mark = tone == Tone::good ? std::optional(Outcome::yes) : std::nullopt});
    chip(ui, "c.long", middle.cut_top(84, 12),
         say(ui, "卵・乳・小麦アレルギーがあります。食事は別献立にしてください。",
             "Allergic to egg, milk and wheat: her meal comes from another menu."),
         {.tone = Tone::warn, .icon = Icon::alert});
    Rect marks = middle.cut_top(52, 12);
    for (const Outcome o : {Outcome::yes, Outcome::ask, Outcome::no})
        outcome_mark(ui, fmt::format("m.{}", static_cast<int>(o)), marks.cut_left(48, 20), o, 44, "");
    bool on = true;
    bool off = false;
    (void)checkbox(ui, "k.on", middle.cut_top(kTarget, 4), say(ui, "日付を記入した", "Date written"), on);
    (void)checkbox(ui, "k.off", middle.cut_top(kTarget, 4), say(ui, "伝票を印刷する", "Print a slip"), off);
    (void)checkbox(ui, "k.grey", middle.cut_top(64, 12), say(ui, "クーポンを確認した", "Coupon seen"), off,
                   say(ui, "オフラインです", "Offline"));
    int amount = 80;
    (void)stepper(ui, "s.ml", middle.cut_top(kButton, 12), amount, {.step = 10, .unit = "ml"});
    const Choice choices[] = {
        {"left", say(ui, "左", "L")}, {"right", say(ui, "右", "R")}, {"both", say(ui, "両方", "Both")}};
    (void)segmented(ui, "g.side", middle.cut_top(kButton, 12), choices, 1);
    Rect right = card(ui, columns[2]);
    std::string digits = "482";
    text(ui, "n.value", right.cut_top(48, 8), digits, {.type = Type::money, .align = Align::center});
    (void)number_pad(ui, "n.pad", right.cut_top(260, kGap), digits, 6, true);
    progress(ui, "p.bar", right.cut_top(16, 12), 5.0 / 7, "5/7");
    segments(ui, "p.segments", right.cut_top(12, kGap), 3, 5, "3/5");
    empty_state(ui, "e.empty", right, Icon::bookings,
                say(ui, "きょうの予約はまだありません。予約をとると、ここに並びます。",
                    "No bookings today. They will be listed here."));
}

void fields(Context& ui) {
    Rect all = frame(ui, 6, say(ui, "入力欄", "Fields"));
    auto columns = all.columns(2, kGap);
    Rect left = card(ui, columns[0]);
    static std::string name = "𠮷野 葵";
    static std::string empty;
    static std::string pin = "482913";
    static std::string wrong = "N-4821-8";
    static std::string memo =
        "体重の増えは良好。\n葛󠄀城さんが夜間に観察。\n母乳のあと眠りました"
        "。";
    left.cut_top(28);
    ui.focus("f.name");
    (void)text_field(ui, "f.name", left.cut_top(kButton, 60), name, {.label = say(ui, "お名前", "Name")});
    (void)text_field(
        ui, "f.empty", left.cut_top(kButton, 60), empty,
        {.label = say(ui, "よみ", "Kana"), .placeholder = say(ui, "よしの あおい", "yoshino aoi")});
    (void)text_field(ui, "f.wrong", left.cut_top(kButton, 60), wrong,
                     {.label = say(ui, "利用者番号", "User number"),
                      .error = say(ui, "番号が違うようです。カードをもう一度ご確認ください。",
                                   "Check the number on the card again.")});
    (void)text_field(ui, "f.pin", left.cut_top(kButton, 60), pin,
                     {.label = say(ui, "暗証番号", "PIN"), .secret = true});
    (void)text_field(
        ui, "f.grey", left.cut_top(kButton, 60), name,
        {.label = say(ui, "旧姓", "Former name"),
         .why_disabled = say(ui, "市区町村だけが変えられます", "Only the municipality can change it")});
    Rect right = card(ui, columns[1]);
    right.cut_top(28);
    (void)text_field(ui, "f.memo", right.cut_top(160, kGap), memo,
                     {.label = say(ui, "メモ", "Memo"), .lines = true});
    const std::string_view lines =
        "長いお名前: 勅使河原 "
        "エリザベス真理亜・カタリーナさん（𠮷野、髙橋、﨑、葛󠄀）。本日は"
        "「"
        "1"
        ","
        "500円」をお支払いいただき、カードに日付を記入・押印して返却しました。";
    right.cut_top(text(ui, "t.wrapped", right, lines), kGap);
    right.cut_top(text(ui, "t.name", right, "勅使河原 エリザベス真理亜・カタリーナ", {.type = Type::name}),
                  kGap);
    text(ui, "t.money", right, "1,500円", {.type = Type::money});
    (void)toast(ui, "x.toast", say(ui, "山田 花子さんを受付しました。", "Hanako Yamada is checked in."),
                say(ui, "元に戻す", "Undo"), Tone::good);
}

void confirm(Context& ui) {
    checkin(ui);
    (void)dialog(
        ui, "d.undo",
        {.title = say(ui, "受付を取り消しますか", "Take the check-in back?"),
         .sentence =
             say(ui,
                 "山田 "
                 "花子さんの母子デイケア（きょう1日、1,"
                 "500円）の受付を取り消します。取り消したことも記録に残ります。",
                 "Hanako Yamada's day care of today (1,500 yen) will be taken back. That is recorded too."),
         .confirm = say(ui, "取り消す", "Take it back"),
         .cancel = say(ui, "やめる", "Keep it"),
         .danger = true});
}

void curves(Context& ui) {
    Rect all = frame(ui, 5, say(ui, "体重", "Weight"));
    Rect inside = card(ui, all.cut_top(420, kGap));
    inside.cut_top(caption(ui, {}, inside, say(ui, "体重　出生 3,020 g", "Weight, born at 3,020 g")), 8);
    const CurvePoint points[] = {{0, 3020, false, "3,020"}, {1, 2905, false, ""}, {2, 2790, true, "−7.6%"},
                                 {3, 2830, false, ""},      {4, 2880, false, ""}, {5, 2940, false, ""},
                                 {6, 3015, false, "3,015"}};
    CurveLook look{.least_y = 2700, .most_y = 3100, .least_x = 0, .most_x = 6};
    look.base = 3020;
    look.base_words = say(ui, "出生体重", "Birth weight");
    for (int day = 0; day <= 6; ++day) look.x_ticks.emplace_back(day, fmt::format("{}", day));
    for (int grams = 2700; grams <= 3100; grams += 100)
        look.y_ticks.emplace_back(grams, fmt::format("{},{:03}", grams / 1000, grams % 1000));
    curve(ui, "w.curve", inside, points, look, say(ui, "体重の推移", "Weight over days"));
    Rect closed = card(ui, all.cut_left(420, kGap));
    text(ui, {}, closed, say(ui, "休み", "Closed"));
    stripes(ui, closed.inset(0, 40), ui.theme().line);
    empty_state(ui, "w.empty", card(ui, all), Icon::weight,
                say(ui, "体重の記録はまだありません。", "No weights yet."));
}

}  // namespace sango::gallery
