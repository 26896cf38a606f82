#pragma once

#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango {

/// Text is UTF-8 everywhere inside Sango and is never normalised: 﨑 (U+FA11) and 𠮷 (U+20BB7) stay
/// as they were written, and U+FA46 does not become U+6E1A.

[[nodiscard]] bool is_utf8(std::string_view text);
/// The code points of `text`; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);
[[nodiscard]] std::string utf8(std::u32string_view points);
void append_utf8(std::string& out, char32_t point);

/// For search only: katakana, half-width kana and full-width letters fold to hiragana and lower-case
/// ASCII, spaces (also U+3000) vanish, long-vowel marks and small kana stay. Kanji are untouched.
[[nodiscard]] std::string fold_for_search(std::string_view text);

/// Full-width digits, letters and hyphens to ASCII; surrounding white space gone. For typed numbers.
[[nodiscard]] std::string narrow(std::string_view text);

/// Hiragana and half-width kana to katakana, full-width letters and signs to ASCII, letters to capitals: as
/// banks write names.
[[nodiscard]] std::string to_katakana(std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);

/// CP932 (Windows Shift_JIS) in both directions. What CP932 lacks is listed, once each in order of
/// appearance, and never replaced: 髙 and 﨑 pass, 𠮷 and variation sequences do not.
[[nodiscard]] std::vector<char32_t> missing_in_cp932(std::string_view text);
[[nodiscard]] std::optional<std::string> to_cp932(std::string_view text);
[[nodiscard]] std::optional<std::string> from_cp932(std::string_view bytes);

}  // namespace sango
