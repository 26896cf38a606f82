#include "kiosk/screens/rail.h"

#include "kiosk/screens/frame.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

namespace sango::screens {
namespace {

constexpr float kStep = 88;                         // from one item to the next, where there is room
constexpr float kFoot = 4 * ui::kTarget + 17 + 13;  // light and language

/// One of a small group at the foot: quieter than an item, the chosen one on a well.
bool switch_item(ui::Context& ui, std::string_view id, const ui::Rect& at, std::string_view words,
                 bool selected) {
    const ui::Press press = ui.press({.id = std::string(id),
                                      .role = ui::Role::choice,
                                      .text = std::string(words),
                                      .at = at,
                                      .pressable = true,
                                      .selected = selected});
    const ui::Theme& theme = ui.theme();
    if (selected || press.held) ui::fill(ui, at, theme.well, ui::kButtonCorner);
    if (press.focused) ui::outline(ui, at, theme.accent, ui::kButtonCorner, 2);
    ui::text(ui, "", at, words,
             {.type = ui::Type::small,
              .ink = selected ? theme.ink : theme.quiet_ink,
              .align = ui::Align::center,
              .middle = true});
    return press.pressed;
}

void draw_language(ui::Context& ui, ui::Rect& foot) {
    // The other language, named in itself, so that whoever is lost finds her own.
    const ui::Rect at = foot.cut_bottom(ui::kTarget);
    if (ui.language == ui::Language::ja) {
        if (switch_item(ui, "lang.en", at, "English", false)) ui.language = ui::Language::en;
    } else if (switch_item(ui, "lang.ja", at, "日本語", false)) {
        ui.language = ui::Language::ja;
    }
}

void draw_lights(ui::Context& ui, ui::Rect& foot, Light& light) {
    struct Item {
        Light light;
        std::string_view id;
        std::string_view words;
    };
    constexpr std::array<Item, 3> kItems{{{Light::night, "theme.night", "frame.light_night"},
                                          {Light::day, "theme.day", "frame.light_day"},
                                          {Light::automatic, "theme.auto", "frame.light_auto"}}};
    for (const Item& item : kItems)
        if (switch_item(ui, item.id, foot.cut_bottom(ui::kTarget), ui.tr(item.words), light == item.light))
            light = item.light;
}

}  // namespace

void draw_rail(ui::Context& ui, const ui::Rect& at, FrameState& state, bool open) {
    ui::fill(ui, at, ui.theme().card);
    ui::fill(ui, {at.right() - 1, at.y, 1, at.h}, ui.theme().line);

    struct Item {
        Screen screen;
        std::string_view id;
        std::string_view words;
        ui::Icon icon;
    };
    constexpr std::array<Item, 8> kItems{
        {{Screen::check_in, "rail.checkin", "frame.checkin", ui::Icon::checkin},
         {Screen::board, "rail.board", "frame.board", ui::Icon::bookings},
         {Screen::care, "rail.care", "frame.care", ui::Icon::care},
         {Screen::night, "rail.night", "frame.night", ui::Icon::night},
         {Screen::safety, "rail.safety", "frame.safety", ui::Icon::alert},
         {Screen::report, "rail.report", "frame.report", ui::Icon::report},
         {Screen::figures, "rail.figures", "frame.figures", ui::Icon::figures},
         {Screen::settings, "rail.settings", "frame.settings", ui::Icon::settings}}};
    ui::Rect items = at.inset(8);
    const float step = std::min(kStep, (items.h - kFoot) / static_cast<float>(kItems.size()));
    for (const Item& item : kItems) {
        if (!open) break;
        const ui::Rect place = items.cut_top(step - 4, 4);
        if (ui::rail_item(ui, item.id, place, ui.tr(item.words), item.icon, state.screen == item.screen))
            state.screen = item.screen;
    }

    ui::Rect foot = at.inset(8);
    draw_language(ui, foot);
    foot.cut_bottom(8);
    ui::fill(ui, {foot.x + 12, foot.cut_bottom(1).y, foot.w - 24, 1}, ui.theme().line);
    foot.cut_bottom(8);
    draw_lights(ui, foot, state.light);
    foot.cut_bottom(6);
    ui::fill(ui, {foot.x + 12, foot.cut_bottom(1).y, foot.w - 24, 1}, ui.theme().line);
}

}  // namespace sango::screens
