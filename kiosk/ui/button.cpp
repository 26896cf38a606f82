#include "kiosk/ui/button.h"

#include "kiosk/ui/draw.h"
#include "kiosk/ui/text.h"

#include <algorithm>

namespace sango::ui {
namespace {

/// Icon (may be none) and words, centred in `at` as one piece; words wrap and step down a size if they
/// must.
void centred(Context& ui, const Rect& at, Icon icon, std::string_view words, Type type, Color color) {
    if (words.empty()) return draw::icon(ui, Type::icon, at.center(), color, icon);
    const float side = icon == Icon::none ? 0 : 36;
    const float room = at.w - side - 2 * kSmallGap;
    if (type == Type::large || type == Type::name) type = fit_text(ui, {type, Type::body}, words, room);
    const auto lines = break_lines(ui, type, words, room);
    const TypeSpec& spec = spec_of(type);
    float widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, text_width(ui, type, line));
    const float left = at.center().x - (widest + side) / 2;
    if (icon != Icon::none) draw::icon(ui, Type::icon, {left + 13, at.center().y}, color, icon);
    // Lines of a button stand closer than those of a paragraph.
    const float step = lines.size() > 1 ? spec.size + 3 : spec.line;
    float y = at.center().y - step * static_cast<float>(lines.size()) / 2 + (step - spec.size) / 2;
    for (const std::string& line : lines) {
        draw::words(ui, type, {left + side + (widest - text_width(ui, type, line)) / 2, y}, color, line);
        y += step;
    }
}

Pair button_colors(const Theme& theme, const ButtonLook& look) {
    if (!look.why_disabled.empty()) return theme.disabled;
    if (look.selected) return theme.primary;
    switch (look.kind) {
        case ButtonKind::primary:
            return theme.primary;
        case ButtonKind::danger:
            return theme.danger;
        case ButtonKind::plain:
            return {theme.card, theme.selected.ink};
        case ButtonKind::quiet:
            break;
    }
    return {theme.well, theme.ink};
}

}  // namespace

bool button(Context& ui, std::string_view id, const Rect& at, std::string_view words,
            const ButtonLook& look) {
    const Theme& theme = ui.theme();
    const bool greyed = !look.why_disabled.empty();
    const Press press = ui.press({.id = std::string(id),
                                  .role = Role::button,
                                  .text = std::string(look.says.empty() ? words : look.says),
                                  .at = at,
                                  .enabled = !greyed,
                                  .why = std::string(look.why_disabled),
                                  .selected = look.selected});
    const Pair colors = button_colors(theme, look);
    if (look.kind != ButtonKind::plain || press.held)
        draw::fill(ui, at, press.held ? draw::pressed(theme, colors.fill) : colors.fill, kButtonCorner);
    const bool strong = look.kind == ButtonKind::primary || look.kind == ButtonKind::danger;
    const Type type = strong && look.type == Type::large ? Type::name : look.type;
    if (!greyed) {
        centred(ui, at, look.icon, words, type, colors.ink);
    } else {
        // The word above, the reason below it: what is greyed says why.
        const float room = at.w - 2 * kSmallGap;
        const float why = text_height(ui, Type::source, look.why_disabled, room);
        Rect inside = at;
        const Rect below = inside.cut_bottom(std::min(why + 5, at.h / 2 + 4));
        centred(ui, inside.moved(0, 3), look.icon, words, at.h < 60 ? Type::body : type, colors.ink);
        float y = below.y + 1;
        for (const std::string& line : break_lines(ui, Type::source, look.why_disabled, room)) {
            const float width = text_width(ui, Type::source, line);
            draw::words(ui, Type::source, {at.center().x - width / 2, y}, colors.ink, line);
            y += spec_of(Type::source).line;
        }
    }
    if (press.focused) draw::focus_ring(ui, at, kButtonCorner);
    return press.pressed;
}

bool tile(Context& ui, std::string_view id, const Rect& at, std::string_view words, const TileLook& look) {
    const Theme& theme = ui.theme();
    const bool greyed = !look.why_disabled.empty();
    const Press press = ui.press({.id = std::string(id),
                                  .role = Role::tile,
                                  .text = std::string(words),
                                  .at = at,
                                  .enabled = !greyed,
                                  .why = std::string(look.why_disabled),
                                  .selected = look.selected});
    const Color fill = greyed ? theme.disabled.fill : look.selected ? theme.card : theme.well;
    const Color color = greyed ? theme.disabled.ink : theme.ink;
    draw::fill(ui, at, press.held ? draw::pressed(theme, fill) : fill, kButtonCorner);
    if (look.selected) draw::outline(ui, at.inset(-3), theme.accent, kButtonCorner + 3, 4);
    // What it is stays readable while it is greyed; the reason stands below it.
    const Type type = fit_text(ui, {Type::body, Type::small}, words, at.w - 8);
    float height = 38;
    const auto measure = [&](Type of, std::string_view what) {
        const float step = spec_of(of).size + 4;
        const auto lines = break_lines(ui, of, what, at.w - 8);
        height += step * static_cast<float>(lines.size());
        return lines;
    };
    const auto word_lines = measure(type, words);
    const auto why_lines = greyed ? measure(Type::source, look.why_disabled) : std::vector<std::string>();
    float y = at.center().y - height / 2;
    draw::icon(ui, Type::icon, {at.center().x, y + 16}, color, look.icon);
    y += 40;
    const auto put = [&](Type of, const std::vector<std::string>& lines) {
        for (const std::string& line : lines) {
            draw::words(ui, of, {at.center().x - text_width(ui, of, line) / 2, y}, color, line);
            y += spec_of(of).size + 4;
        }
    };
    put(type, word_lines);
    put(Type::source, why_lines);
    if (press.focused) draw::focus_ring(ui, at, kButtonCorner);
    return press.pressed;
}

bool rail_item(Context& ui, std::string_view id, const Rect& at, std::string_view words, Icon icon,
               bool selected, std::string_view badge) {
    const Theme& theme = ui.theme();
    const Press press =
        ui.press({.id = std::string(id),
                  .role = Role::rail,
                  .text = badge.empty() ? std::string(words) : std::string(words) + " " + std::string(badge),
                  .at = at,
                  .selected = selected});
    if (selected || press.held)
        draw::fill(ui, at, selected ? theme.selected.fill : theme.well, kButtonCorner);
    const Color color = selected ? theme.selected.ink : theme.quiet_ink;
    const Type type = fit_text(ui, {Type::small, Type::source}, words, at.w - 4);
    const Point middle = at.center();
    draw::icon(ui, Type::icon, {middle.x, middle.y - 14}, color, icon);
    draw::words(ui, type, {middle.x - text_width(ui, type, words) / 2, middle.y + 9}, color, words);
    if (!badge.empty()) {
        const float width = std::max(24.0F, text_width(ui, Type::source, badge) + 12);
        const Rect pill{middle.x + 8, middle.y - 34, width, 24};
        draw::fill(ui, pill, theme.primary.fill, 12);
        draw::words(ui, Type::source, {pill.center().x - text_width(ui, Type::source, badge) / 2, pill.y + 4},
                    theme.primary.ink, badge);
    }
    if (press.focused) draw::focus_ring(ui, at.inset(4), kButtonCorner);
    return press.pressed;
}

}  // namespace sango::ui
