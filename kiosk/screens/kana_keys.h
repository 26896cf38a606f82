#pragma once

#include <array>
#include <string>
#include <string_view>

namespace sango::screens {

/// The fifty sounds (五十音) as keys for a hand without a keyboard: searching by kana.
struct KanaKey {
    std::string_view id;    ///< "ka"
    std::string_view kana;  ///< "か"; empty: no key here
};
inline constexpr std::size_t kKanaColumns = 10;
inline constexpr std::size_t kKanaRows = 5;
/// Column by column: あいうえお, かきくけこ, ...
[[nodiscard]] const std::array<std::array<KanaKey, kKanaRows>, kKanaColumns>& kana_keys();

/// `text` with its last kana turned to the next of its voiced and half-voiced forms and back: か -> が -> か,
/// は -> ば -> ぱ -> は. Anything else stays.
[[nodiscard]] std::string with_voice_turned(std::string_view text);
/// Likewise between large and small: つ -> っ -> つ, や -> ゃ.
[[nodiscard]] std::string with_size_turned(std::string_view text);
/// Without its last character.
[[nodiscard]] std::string without_last(std::string_view text);

}  // namespace sango::screens
