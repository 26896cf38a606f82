#include "kiosk/ui/card.h"

#include "kiosk/ui/draw.h"
#include "kiosk/ui/text.h"

#include <cmath>

namespace sango::ui {

Rect card(Context& ui, const Rect& at) {
    draw::fill(ui, at, ui.theme().card, kCardCorner);
    draw::outline(ui, at, ui.theme().line, kCardCorner, 1);
    return at.inset(kGap);
}

bool card_button(Context& ui, std::string_view id, const Rect& at, std::string_view words, Rect* inside,
                 const CardLook& look) {
    const Theme& theme = ui.theme();
    const Press press = ui.press({.id = std::string(id),
                                  .role = Role::card,
                                  .text = std::string(words),
                                  .at = at,
                                  .enabled = look.why_disabled.empty(),
                                  .why = std::string(look.why_disabled),
                                  .selected = look.selected});
    draw::fill(ui, at, press.held ? draw::pressed(theme, theme.card) : theme.card, kCardCorner);
    draw::outline(ui, at, theme.line, kCardCorner, 1);
    if (look.alarm)
        draw::outline(ui, at, theme.alarm, kCardCorner, 4);
    else if (look.selected)
        draw::outline(ui, at.inset(-3), look.ring.value_or(theme.accent), kCardCorner + 3, 4);
    if (press.focused) draw::focus_ring(ui, at, kCardCorner);
    if (inside != nullptr) *inside = at.inset(kGap);
    return press.pressed;
}

namespace {

void row_ground(Context& ui, const Rect& at, bool held, bool selected) {
    const Theme& theme = ui.theme();
    if (held || selected)
        draw::fill(ui, at.inset(-kSmallGap, 1), selected ? theme.selected.fill : theme.well, kButtonCorner);
    draw::line(ui, {at.x, at.bottom() - 1}, {at.right(), at.bottom() - 1}, theme.line, 1);
}

}  // namespace

bool row(Context& ui, std::string_view id, const Rect& at, std::string_view words, bool selected) {
    const Press press = ui.press({.id = std::string(id),
                                  .role = Role::row,
                                  .text = std::string(words),
                                  .at = at,
                                  .selected = selected});
    row_ground(ui, at, press.held, selected);
    if (press.focused) draw::focus_ring(ui, at.inset(2, 4), kButtonCorner);
    return press.pressed;
}

void plain_row(Context& ui, std::string_view id, const Rect& at, std::string_view words) {
    ui.note({.id = std::string(id), .role = Role::row, .text = std::string(words), .at = at});
    row_ground(ui, at, false, false);
}

void divider(Context& ui, const Rect& at) {
    draw::line(ui, {at.x, at.y}, {at.right(), at.y}, ui.theme().line, 1);
}

void empty_state(Context& ui, std::string_view id, const Rect& at, Icon icon, std::string_view sentence) {
    const float width = std::min(at.w, 420.0F);
    const float words = text_height(ui, Type::body, sentence, width);
    const float height = words + (icon == Icon::none ? 0 : 52);
    float y = at.y + std::max(0.0F, (at.h - height) / 2);
    if (icon != Icon::none) {
        draw::icon(ui, Type::baby, {at.center().x, y + 20}, ui.theme().quiet_ink, icon);
        y += 52;
    }
    text(ui, id, {at.center().x - width / 2, y, width, words}, sentence,
         {.ink = ui.theme().quiet_ink, .align = Align::center});
}

void fill(Context& ui, const Rect& at, Color color, float corner) {
    draw::fill(ui, at, color, corner);
}

void outline(Context& ui, const Rect& at, Color color, float corner, float thickness) {
    draw::outline(ui, at, color, corner, thickness);
}

void dashed_outline(Context& ui, const Rect& at, Color color, float corner, float thickness) {
    constexpr float kDash = 8;
    draw::dashed(ui, {at.x + corner, at.y}, {at.right() - corner, at.y}, color, thickness, kDash);
    draw::dashed(ui, {at.x + corner, at.bottom()}, {at.right() - corner, at.bottom()}, color, thickness,
                 kDash);
    draw::dashed(ui, {at.x, at.y + corner}, {at.x, at.bottom() - corner}, color, thickness, kDash);
    draw::dashed(ui, {at.right(), at.y + corner}, {at.right(), at.bottom() - corner}, color, thickness,
                 kDash);
    const auto bend = [&](Point center, float from) {
        draw::list().PathArcTo(draw::point(ui, center), ui.px(corner), from, from + 1.5708F, 8);
        draw::list().PathStroke(draw::ink(color), 0, ui.px(thickness));
    };
    bend({at.x + corner, at.y + corner}, 3.1416F);
    bend({at.right() - corner, at.y + corner}, 4.7124F);
    bend({at.right() - corner, at.bottom() - corner}, 0);
    bend({at.x + corner, at.bottom() - corner}, 1.5708F);
}

void stripes(Context& ui, const Rect& at, Color color) {
    const draw::Clip clip(ui, at);
    for (float x = at.x - at.h; x < at.right(); x += 16)
        draw::list().AddLine(draw::point(ui, {x, at.bottom()}), draw::point(ui, {x + at.h, at.y}),
                             draw::ink(color), ui.px(6));
}

}  // namespace sango::ui
