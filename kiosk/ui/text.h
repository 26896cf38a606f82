#pragma once

#include "kiosk/ui/context.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::ui {

enum class Align { left, center, right };

struct TextLook {
    Type type = Type::body;
    std::optional<Color> ink = {};  ///< the theme's ink if none
    Align align = Align::left;
    bool middle = false;  ///< centred in the height of its place too
    Role role = Role::text;
};

/// Draws `words` into `at`, wrapped to its width by the rules of Japanese line breaking (no line begins
/// with 。、）ー or ends with （; Latin words and numbers stay whole). Never cut: what needs more height
/// than `at` has runs on below it. Returns the height used, design pixels. Records it under `id` (may
/// be empty for text no one asks for).
float text(Context& ui, std::string_view id, const Rect& at, std::string_view words,
           const TextLook& look = {});
/// A line of `quiet_ink` at small size: the head of a card.
float caption(Context& ui, std::string_view id, const Rect& at, std::string_view words);
/// 26 px bold.
float heading(Context& ui, std::string_view id, const Rect& at, std::string_view words);
/// Words on the left, a figure on the right of the same line (two lines if they do not fit). Recorded
/// as "words figure".
float pair_line(Context& ui, std::string_view id, const Rect& at, std::string_view words,
                std::string_view figure, Type figure_type = Type::body);

/// The lines `words` breaks into at `width`; each is a piece of `words`.
[[nodiscard]] std::vector<std::string> break_lines(Context& ui, Type type, std::string_view words,
                                                   float width);
[[nodiscard]] float text_width(Context& ui, Type type, std::string_view words);
[[nodiscard]] float text_height(Context& ui, Type type, std::string_view words, float width);
/// The first of `types` in which `words` needs at most `lines` lines at `width`; else the last.
[[nodiscard]] Type fit_text(Context& ui, std::initializer_list<Type> types, std::string_view words,
                            float width, std::size_t lines = 1);

/// No line may begin / end with these (JIS X 4051, the part a kiosk meets).
[[nodiscard]] bool may_begin_line(char32_t point);
[[nodiscard]] bool may_end_line(char32_t point);

}  // namespace sango::ui
