#include "kiosk/ui/draw.h"

#include <cmath>

namespace sango::ui::draw {

ImU32 ink(Color c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

ImDrawList& list() {
    return *ImGui::GetWindowDrawList();
}

Box box(const Context& ui, const Rect& at) {
    return {{std::round(ui.px(at.x)), std::round(ui.px(at.y))},
            {std::round(ui.px(at.right())), std::round(ui.px(at.bottom()))}};
}

ImVec2 point(const Context& ui, Point at) {
    return {ui.px(at.x), ui.px(at.y)};
}

void fill(Context& ui, const Rect& at, Color color, float corner) {
    if (at.w <= 0 || at.h <= 0) return;
    const Box b = box(ui, at);
    list().AddRectFilled(b.from, b.to, ink(color), ui.px(corner));
}

void outline(Context& ui, const Rect& at, Color color, float corner, float thickness) {
    const Box b = box(ui, at);
    const float wide = std::max(1.0F, std::round(ui.px(thickness)));
    // ImGui draws along the middle of the edge pixel; a thick line is to lie inside the place.
    const float in = (wide - 1) / 2;
    list().AddRect({b.from.x + in, b.from.y + in}, {b.to.x - in, b.to.y - in}, ink(color), ui.px(corner) - in,
                   0, wide);
}

void line(Context& ui, Point from, Point to, Color color, float thickness) {
    const float wide = std::max(1.0F, std::round(ui.px(thickness)));
    ImVec2 a = point(ui, from);
    ImVec2 b = point(ui, to);
    if (from.x == to.x) {
        const float x = std::round(a.x);
        list().AddRectFilled({x, std::round(a.y)}, {x + wide, std::round(b.y)}, ink(color));
    } else if (from.y == to.y) {
        const float y = std::round(a.y);
        list().AddRectFilled({std::round(a.x), y}, {std::round(b.x), y + wide}, ink(color));
    } else {
        list().AddLine(a, b, ink(color), ui.px(thickness));
    }
}

void dashed(Context& ui, Point from, Point to, Color color, float thickness, float dash) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length <= 0) return;
    const Point step{(to.x - from.x) / length, (to.y - from.y) / length};
    for (float at = 0; at < length; at += 2 * dash) {
        const float end = std::min(at + dash, length);
        list().AddLine(point(ui, {from.x + step.x * at, from.y + step.y * at}),
                       point(ui, {from.x + step.x * end, from.y + step.y * end}), ink(color),
                       ui.px(thickness));
    }
}

void disc(Context& ui, Point center, float radius, Color color) {
    list().AddCircleFilled(point(ui, center), ui.px(radius), ink(color));
}

void ring(Context& ui, Point center, float radius, Color color, float thickness) {
    list().AddCircle(point(ui, center), ui.px(radius), ink(color), 0, ui.px(thickness));
}

void words(Context& ui, Type type, Point at, Color color, std::string_view line) {
    shown_words(ui, type, at, color, ui.fonts().shown(line));
}

void shown_words(Context& ui, Type type, Point at, Color color, std::string_view shown) {
    ImFont* font = ui.fonts().font(type, shown);
    list().AddText(font, font->FontSize, {std::round(ui.px(at.x)), std::round(ui.px(at.y))}, ink(color),
                   shown.data(), shown.data() + shown.size());
}

void icon(Context& ui, Type type, Point center, Color color, Icon icon) {
    if (icon == Icon::none) return;
    const std::string shown = icon_text(icon);
    ImFont* font = ui.fonts().font(type, shown);
    const float em = font->FontSize;
    const float width = font->GetCharAdvance(static_cast<ImWchar>(icon));
    list().AddText(font, em, {std::round(ui.px(center.x) - width / 2), std::round(ui.px(center.y) - em / 2)},
                   ink(color), shown.data(), shown.data() + shown.size());
}

void focus_ring(Context& ui, const Rect& at, float corner) {
    // In ink, outside of the thing: coral rings mean "chosen".
    draw::outline(ui, at.inset(-4), ui.theme().ink, corner + 4, 2.5F);
}

Color mix(Color from, Color to, double share) {
    const auto channel = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
    };
    return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), from.a};
}

Color pressed(const Theme& theme, Color fill) {
    return mix(fill, theme.night ? theme.ink : Color{0, 0, 0, 255}, 0.10);
}

Clip::Clip(Context& ui, const Rect& at) : ui_(ui) {
    ui_.push_clip(at);
    const Box b = box(ui_, ui_.clip());
    ImGui::PushClipRect(b.from, b.to, true);
}
Clip::~Clip() {
    ImGui::PopClipRect();
    ui_.pop_clip();
}

}  // namespace sango::ui::draw
