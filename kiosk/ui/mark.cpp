#include "kiosk/ui/mark.h"

#include "kiosk/ui/draw.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <cmath>

namespace sango::ui {
namespace {

constexpr float kChipSide = 14;
constexpr float kMarkWidth = 22;

void draw_mark(Context& ui, Point center, float size, Outcome outcome, Color color, float thickness) {
    const float r = size / 2;
    const auto at = [&](float dx, float dy) { return draw::point(ui, {center.x + dx, center.y + dy}); };
    const ImU32 ink = draw::ink(color);
    const float wide = ui.px(thickness);
    switch (outcome) {
        case Outcome::yes:
            draw::ring(ui, center, r - thickness / 2, color, thickness);
            break;
        case Outcome::ask: {
            const float inner = r - thickness * 0.8F;
            const ImVec2 corners[] = {at(0, -inner), at(inner * 0.95F, inner * 0.75F),
                                      at(-inner * 0.95F, inner * 0.75F)};
            draw::list().AddPolyline(corners, 3, ink, ImDrawFlags_Closed, wide);
            break;
        }
        case Outcome::no: {
            const float d = r * 0.72F;
            draw::list().AddLine(at(-d, -d), at(d, d), ink, wide);
            draw::list().AddLine(at(-d, d), at(d, -d), ink, wide);
            break;
        }
    }
}

float lead_width(const ChipLook& look) {
    return look.mark || look.icon != Icon::none ? kMarkWidth + 4 : 0;
}

struct ChipShape {
    Rect at;
    float text_width;
    float text_height;
};
ChipShape chip_shape(Context& ui, const Rect& at, std::string_view words, const ChipLook& look,
                     bool from_right, float least_height) {
    const float natural = chip_width(ui, words, look);
    const float width = std::min(natural, at.w);
    const float text_width = width - 2 * kChipSide - lead_width(look);
    const float text_high = text_height(ui, Type::small, words, text_width + 0.5F);
    const float height = std::max(least_height, text_high + 12);
    const float x = from_right ? at.right() - width : at.x;
    return {{x, at.y + std::max(0.0F, (at.h - height) / 2), width, height}, text_width, text_high};
}

void draw_chip(Context& ui, const ChipShape& shape, std::string_view words, const ChipLook& look, bool held) {
    const Pair colors = chip_colors(ui.theme(), look.tone);
    const float corner = std::min(shape.at.h / 2, 24.0F);
    draw::fill(ui, shape.at, held ? draw::pressed(ui.theme(), colors.fill) : colors.fill, corner);
    const float middle = shape.at.center().y;
    float x = shape.at.x + kChipSide;
    if (look.mark)
        draw_mark(ui, {x + kMarkWidth / 2 - 1, middle}, 17, *look.mark, colors.ink, 2);
    else if (look.icon != Icon::none)
        draw::icon(ui, Type::body, {x + kMarkWidth / 2 - 1, middle}, colors.ink, look.icon);
    x += lead_width(look);
    float y = middle - shape.text_height / 2 + 3;
    for (const std::string& line : break_lines(ui, Type::small, words, shape.text_width + 0.5F)) {
        draw::words(ui, Type::small, {x, y}, colors.ink, line);
        y += spec_of(Type::small).line;
    }
}

}  // namespace

Tone tone_of(Outcome outcome) {
    return outcome == Outcome::yes ? Tone::good : outcome == Outcome::ask ? Tone::warn : Tone::bad;
}

void outcome_mark(Context& ui, std::string_view id, const Rect& at, Outcome outcome, float size,
                  std::string_view words) {
    const Color color = shape_of(ui.theme(), tone_of(outcome));
    draw_mark(ui, at.center(), size, outcome, color, std::max(2.2F, size / 9));
    static constexpr std::string_view kSigns[] = {"○", "△", "×"};
    ui.note({.id = std::string(id),
             .role = Role::mark,
             .text = std::string(kSigns[static_cast<std::size_t>(outcome)]) + " " + std::string(words),
             .at = {at.center().x - size / 2, at.center().y - size / 2, size, size}});
}

float chip_width(Context& ui, std::string_view words, const ChipLook& look) {
    return text_width(ui, Type::small, words) + 2 * kChipSide + lead_width(look);
}

Rect chip(Context& ui, std::string_view id, const Rect& at, std::string_view words, const ChipLook& look,
          bool from_right) {
    const ChipShape shape = chip_shape(ui, at, words, look, from_right, kChip);
    draw_chip(ui, shape, words, look, false);
    ui.note({.id = std::string(id), .role = Role::chip, .text = std::string(words), .at = shape.at});
    return shape.at;
}

bool chip_button(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                 const ChipLook& look, bool from_right, Rect* took) {
    // The pill may look like 36 px; the finger gets 48.
    ChipShape shape = chip_shape(ui, at, words, look, from_right, kChip);
    Rect target = shape.at;
    if (target.h < kTarget) target = {target.x, target.center().y - kTarget / 2, target.w, kTarget};
    const Press press =
        ui.press({.id = std::string(id), .role = Role::chip, .text = std::string(words), .at = target});
    draw_chip(ui, shape, words, look, press.held);
    if (press.focused) draw::focus_ring(ui, shape.at, shape.at.h / 2);
    if (took != nullptr) *took = shape.at;
    return press.pressed;
}

void progress(Context& ui, std::string_view id, const Rect& at, double share, std::string_view words,
              std::optional<Color> color) {
    const float corner = at.h / 2;
    const auto part = static_cast<float>(std::clamp(share, 0.0, 1.0));
    draw::fill(ui, at, ui.theme().well, corner);
    if (part > 0)
        draw::fill(ui, {at.x, at.y, std::max(at.h, at.w * part), at.h}, color.value_or(ui.theme().chart_feed),
                   corner);
    ui.note({.id = std::string(id), .role = Role::progress, .text = std::string(words), .at = at});
}

void segments(Context& ui, std::string_view id, const Rect& at, int done, int total, std::string_view words,
              std::optional<Color> color) {
    if (total > 0) {
        int number = 0;
        for (const Rect& piece : at.columns(static_cast<std::size_t>(total), total > 12 ? 2.0F : 5.0F))
            draw::fill(ui, piece, number++ < done ? color.value_or(ui.theme().chart_feed) : ui.theme().line,
                       std::min(at.h / 2, piece.w / 2));
    }
    ui.note({.id = std::string(id), .role = Role::progress, .text = std::string(words), .at = at});
}

}  // namespace sango::ui
