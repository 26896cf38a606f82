#include "kiosk/ui/scroll.h"

#include "kiosk/ui/draw.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::ui {
namespace {

/// Moves `offset` so that the entry that took the keyboard can be seen; by last frame's places.
float following(const Context& ui, const Rect& at, float offset) {
    const Entry* entry = ui.registry_before().find(ui.focused());
    if (entry == nullptr) return offset;
    const float scale = ui.scale();
    const float top = entry->at.y / scale;
    const float bottom = (entry->at.y + entry->at.h) / scale;
    const Point middle{entry->at.center().x / scale, at.center().y};
    if (!at.contains(middle)) return offset;
    if (bottom > at.bottom()) return offset + bottom - at.bottom() + kSmallGap;
    if (top < at.y) return offset - (at.y - top) - kSmallGap;
    return offset;
}

}  // namespace

Rect begin_scroll(Context& ui, std::string_view id, const Rect& at, float content_height,
                  std::optional<Color> ground, bool by_finger) {
    float& offset = ui.memory(fmt::format("{}.scroll", id));
    const float most = std::max(0.0F, content_height - at.h);
    const float before = offset;
    const Input& input = ui.input();
    const bool mine = ui.layer() >= ui.top_layer();
    if (mine && at.contains(input.pointer) && input.wheel != 0) offset -= input.wheel * 64;
    if (mine && by_finger && at.contains(ui.press_start()) && input.down) {
        float& held = ui.memory(fmt::format("{}.held", id));
        if (input.pressed) held = input.pointer.y;
        if (most > 0 && ui.wandered()) ui.start_drag();
        if (ui.dragging()) offset -= input.pointer.y - held;
        held = input.pointer.y;
    }
    if (mine && at.contains(input.pointer) && !ui.typing()) {
        if (input.page_down) offset += at.h * 0.8F;
        if (input.page_up) offset -= at.h * 0.8F;
    }
    if (ui.focus_moved()) offset = following(ui, at, offset);
    offset = std::clamp(offset, 0.0F, most);
    if (offset != before) ui.settle();
    ui.note({.id = std::string(id),
             .role = Role::scroll,
             .text = most > 0 ? fmt::format("{:.0f}/{:.0f}", offset, most) : std::string(),
             .at = at});
    ui.scrolls().push_back({at, offset, most, content_height, ground.value_or(ui.theme().card)});
    ui.push_clip(at);
    const draw::Box box = draw::box(ui, ui.clip());
    ImGui::PushClipRect(box.from, box.to, true);
    return {at.x, at.y - offset, at.w, std::max(content_height, at.h)};
}

void end_scroll(Context& ui) {
    const Scrolled area = ui.scrolls().back();
    ui.scrolls().pop_back();
    const Theme& theme = ui.theme();
    if (area.most > 0) {
        // A fade where more is hidden, and a thin mark of where one is.
        const Color solid = area.ground;
        const Color clear{solid.r, solid.g, solid.b, 0};
        const auto fade = [&](const Rect& at, Color top, Color bottom) {
            const draw::Box box = draw::box(ui, at);
            draw::list().AddRectFilledMultiColor(box.from, box.to, draw::ink(top), draw::ink(top),
                                                 draw::ink(bottom), draw::ink(bottom));
        };
        constexpr float kFade = 28;
        if (area.offset > 0) fade({area.at.x, area.at.y, area.at.w, kFade}, solid, clear);
        if (area.offset < area.most)
            fade({area.at.x, area.at.bottom() - kFade, area.at.w, kFade}, clear, solid);
        const float length = std::max(32.0F, area.at.h * area.at.h / area.content);
        const float top = area.at.y + (area.at.h - length) * area.offset / area.most;
        draw::fill(ui, {area.at.right() - 5, top, 4, length}, draw::mix(theme.line, theme.quiet_ink, 0.4), 2);
    }
    ImGui::PopClipRect();
    ui.pop_clip();
}

}  // namespace sango::ui
