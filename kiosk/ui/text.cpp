#include "kiosk/ui/text.h"

#include "kiosk/ui/draw.h"
#include "kiosk/ui/line_break.h"
#include "shared/base/text.h"

#include <cmath>

namespace sango::ui {
namespace {

/// Lines with slots in place, ready to draw.
std::vector<std::string> shown_lines(Context& ui, Type type, std::string_view words, float width) {
    const std::string shown = ui.fonts().shown(words);
    const ImFont* font = ui.fonts().font(type, shown);
    const std::u32string points = code_points(shown);
    const auto width_of = [&](char32_t point) { return font->GetCharAdvance(static_cast<ImWchar>(point)); };
    const float room = std::floor(ui.px(width) + 0.5F);
    float needed = 0;
    for (const char32_t point : points) needed += width_of(point);
    if (needed <= room && points.find(U'\n') == std::u32string::npos) return {shown};
    std::vector<std::string> lines;
    for (const std::u32string_view line :
         break_paragraph(points, room, width_of, ui.phrases().starts(points)))
        lines.push_back(utf8(line));
    return lines;
}

float shown_width(Context& ui, Type type, std::string_view shown) {
    const ImFont* font = ui.fonts().font(type, shown);
    float width = 0;
    for (const char32_t point : code_points(shown))
        width += font->GetCharAdvance(static_cast<ImWchar>(point));
    return width / ui.scale();
}

}  // namespace

float text(Context& ui, std::string_view id, const Rect& at, std::string_view words, const TextLook& look) {
    const TypeSpec& spec = spec_of(look.type);
    const std::vector<std::string> lines = shown_lines(ui, look.type, words, at.w);
    const float height = spec.line * static_cast<float>(lines.size());
    // A memo's font brings the height of its line along.
    const float above = look.type == Type::memo ? 0 : (spec.line - spec.size) / 2;
    float y = at.y + (look.middle ? (at.h - height) / 2 : 0) + above;
    for (const std::string& line : lines) {
        float x = at.x;
        if (look.align != Align::left) {
            const float rest = at.w - shown_width(ui, look.type, line);
            x += look.align == Align::right ? rest : rest / 2;
        }
        draw::shown_words(ui, look.type, {x, y}, look.ink.value_or(ui.theme().ink), line);
        y += spec.line;
    }
    ui.note({.id = std::string(id),
             .role = look.role,
             .text = std::string(words),
             .at = {at.x, at.y, at.w, look.middle ? at.h : height}});
    return height;
}

float caption(Context& ui, std::string_view id, const Rect& at, std::string_view words) {
    return text(ui, id, at, words, {.type = Type::small, .ink = ui.theme().quiet_ink, .role = Role::heading});
}

float heading(Context& ui, std::string_view id, const Rect& at, std::string_view words) {
    return text(ui, id, at, words, {.type = Type::name, .role = Role::heading});
}

float pair_line(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                std::string_view figure, Type figure_type) {
    const float figure_width = text_width(ui, figure_type, figure);
    const TypeSpec& left = spec_of(Type::body);
    const TypeSpec& right = spec_of(figure_type);
    const bool one_line = text_width(ui, Type::body, words) + figure_width + kGap <= at.w;
    const float words_height =
        text_height(ui, Type::body, words, one_line ? at.w - figure_width - kGap : at.w);
    const float height = one_line ? std::max(words_height, right.line) : words_height + right.line;
    // Both stand on one baseline: BIZ UDGothic's is 0.88 of the em below the top.
    const float figure_top = at.y + height - right.line;
    const float words_top = one_line && words_height <= left.line
                                ? figure_top + (right.line - right.size) / 2 +
                                      0.88F * (right.size - left.size) - (left.line - left.size) / 2
                                : at.y;
    text(ui, {}, {at.x, words_top, one_line ? at.w - figure_width - kGap : at.w, left.line}, words);
    text(ui, {}, {at.x, figure_top, at.w, right.line}, figure, {.type = figure_type, .align = Align::right});
    if (!id.empty())
        ui.note({.id = std::string(id),
                 .text = std::string(words) + " " + std::string(figure),
                 .at = {at.x, at.y, at.w, height}});
    return height;
}

std::vector<std::string> break_lines(Context& ui, Type type, std::string_view words, float width) {
    std::vector<std::string> lines = shown_lines(ui, type, words, width);
    for (std::string& line : lines) line = ui.fonts().slots().restore(line);
    return lines;
}

float text_width(Context& ui, Type type, std::string_view words) {
    return shown_width(ui, type, ui.fonts().shown(words));
}

float text_height(Context& ui, Type type, std::string_view words, float width) {
    return spec_of(type).line * static_cast<float>(shown_lines(ui, type, words, width).size());
}

Type fit_text(Context& ui, std::initializer_list<Type> types, std::string_view words, float width,
              std::size_t lines) {
    Type last = Type::body;
    for (const Type type : types) {
        last = type;
        if (shown_lines(ui, type, words, width).size() <= lines) break;
    }
    return last;
}

}  // namespace sango::ui
