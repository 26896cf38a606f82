#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "tests/gallery/pages.h"

#include <fmt/format.h>

namespace sango::gallery {
using namespace ui;

Rect frame(Context& ui, int selected, std::string_view date) {
    Rect all = ui.area();
    fill(ui, all, ui.theme().ground);
    Rect rail = all.cut_left(kRail);
    fill(ui, rail, ui.theme().card);
    fill(ui, {rail.right() - 1, rail.y, 1, rail.h}, ui.theme().line);
    rail = rail.inset(8);
    const std::pair<std::string_view, Icon> items[] = {
        {say(ui, "受付", "Check-in"), Icon::checkin}, {say(ui, "予約", "Bookings"), Icon::bookings},
        {say(ui, "ケア", "Care"), Icon::care},        {say(ui, "夜間", "Night"), Icon::night},
        {say(ui, "報告", "Reports"), Icon::report},   {say(ui, "統計", "Figures"), Icon::figures},
        {say(ui, "設定", "Settings"), Icon::settings}};
    for (int i = 0; i < 7; ++i)
        (void)rail_item(ui, fmt::format("rail.{}", i), rail.cut_top(84, 4), items[i].first, items[i].second,
                        i == selected, i == 4 && selected != 4 ? "2" : "");

    Rect bar = all.cut_top(kBar);
    fill(ui, bar, ui.theme().card);
    fill(ui, {bar.x, bar.bottom() - 1, bar.w, 1}, ui.theme().line);
    bar = bar.inset(20, 0);
    Rect took;
    (void)chip_button(ui, "bar.emergency", bar, say(ui, "緊急", "Emergency"),
                      {.tone = Tone::bad, .icon = Icon::phone}, true, &took);
    bar.cut_right(took.w, kGap);
    bar.cut_right(chip(ui, "bar.staff", bar, say(ui, "担当 佐藤 美咲", "Misaki Sato"), {}, true).w, kGap);
    chip(ui, "bar.sending", bar, say(ui, "送信済み", "All sent"), {.tone = Tone::good, .icon = Icon::cloud},
         true);
    const std::string_view clinic = say(ui, "さくら助産院", "Sakura Midwife Clinic");
    text(ui, "bar.clinic", bar, clinic, {.type = Type::strong, .middle = true});
    bar.cut_left(text_width(ui, Type::strong, clinic), kGap);
    text(ui, "bar.date", bar, date, {.type = Type::small, .middle = true});
    return all.inset(kGap);
}

}  // namespace sango::gallery
