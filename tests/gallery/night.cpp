#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "tests/gallery/pages.h"

#include <fmt/format.h>

namespace sango::gallery {
using namespace ui;

void night(Context& ui) {
    const Rect all = frame(ui, 3, say(ui, "令和8年11月22日(日) 3:12", "Sun 22 November 2026, 3:12"));
    const struct {
        std::string_view room, baby, posture;
        int minutes;
        std::string_view note;
        bool alarm;
    } babies[] = {
        {"101", "あおい", say(ui, "仰向け", "On the back"), 2, "", false},
        {"102", "はると", say(ui, "仰向け", "On the back"), 4, say(ui, "授乳後 9分", "9 min after feed"),
         false},
        {"102", "ゆづき", say(ui, "仰向け", "On the back"), 4, say(ui, "授乳後 9分", "9 min after feed"),
         false},
        {"103", "さくら", say(ui, "うつぶせ", "Prone"), 6, say(ui, "戻してください", "Turn her back"), true},
        {"105", "りん", say(ui, "仰向け", "On the back"), 1, "", false}};
    std::size_t number = 0;
    for (const Rect& line : all.rows(2, kGap))
        for (const Rect& place : line.columns(3, kGap)) {
            if (number == 5) {
                Rect inside = card(ui, place);
                (void)button(ui, "night.handover", inside.cut_bottom(kButton),
                             say(ui, "見守りを引き継ぐ", "Hand the watch over"));
                inside.cut_top(caption(ui, {}, inside, say(ui, "つぎの予定", "Next")), 8);
                for (const std::string_view next : {"3:30　101 授乳", "4:00　103 体温", "4:15　105 授乳"})
                    inside.cut_top(text(ui, {}, inside, next), 4);
                break;
            }
            const auto& b = babies[number];
            Rect inside;
            (void)card_button(ui, fmt::format("night.baby.{}", number), place, b.baby, &inside,
                              {.alarm = b.alarm});
            chip(ui, {}, Rect{inside.x, inside.y, inside.w, kChip}, b.posture,
                 {.tone = b.alarm ? Tone::bad : Tone::neutral, .icon = b.alarm ? Icon::alert : Icon::none},
                 true);
            inside.cut_top(text(ui, {}, inside, b.room));
            inside.cut_top(text(ui, {}, inside, b.baby, {.type = Type::baby}), 4);
            Rect foot = inside.cut_bottom(kTarget, 8);
            (void)button(ui, fmt::format("night.look.{}", number), foot.cut_right(84, 12),
                         say(ui, "見た", "Seen"), {.selected = true, .type = Type::body});
            text(ui, {}, foot, b.note, {.middle = true});
            progress(ui, {}, inside.cut_bottom(14, 8), b.minutes / 5.0, fmt::format("{}/5", b.minutes),
                     b.minutes >= 5   ? ui.theme().bad
                     : b.minutes == 4 ? ui.theme().warn
                                      : ui.theme().good);
            const std::string figure = fmt::format("{}", b.minutes);
            text(ui, fmt::format("night.minutes.{}", number), inside, figure,
                 {.type = Type::minutes, .middle = true});
            inside.cut_left(text_width(ui, Type::minutes, figure), 12);
            text(ui, {}, inside, say(ui, "分前に\n見た", "minutes\nago"), {.middle = true});
            ++number;
        }
}

}  // namespace sango::gallery
