#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace sango::ui {

/// Where a paragraph may be cut into lines. `width_of` measures one character. Lines are pieces of
/// `text`, without the spaces at which they were cut. "\n" always begins a new line. A word longer than
/// the width is cut where it must be. `phrase_starts` (one flag a character, or empty) are the better
/// places: taken if at least half of the line is filled.
[[nodiscard]] std::vector<std::u32string_view> break_paragraph(std::u32string_view text, float width,
                                                               const std::function<float(char32_t)>& width_of,
                                                               const std::vector<bool>& phrase_starts = {});

}  // namespace sango::ui
