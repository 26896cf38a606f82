#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sango {

/// A user number (利用者番号) as it stands on a card and is typed at the desk: "N-4821-7".
///
/// The alphabet has 32 signs, digits and capitals without I, L, O and U; typed I and L count as 1, O as
/// 0, U as V, full width as half width, and hyphens and spaces are only for the eye. The last sign is a
/// check: the sum of value(i) * x^i in GF(32) (x^5 = x^2 + 1, i counted from the check sign = 0) is zero.
/// It finds every single wrong sign and every swap of two different signs up to 30 places apart.
///
/// Canonical form: "<letter>-<middle>-<check>" with 1 to 10 signs in the middle.

/// The check sign for what precedes it; nullopt if a sign is not of the alphabet.
[[nodiscard]] std::optional<char> check_sign(std::string_view without_check);
/// The canonical form of what was typed, or nullopt if it is too short, too long, holds a foreign sign
/// or its check sign is wrong.
[[nodiscard]] std::optional<std::string> parse_user_number(std::string_view typed);
/// "N", "4821" -> "N-4821-<check>". Both must be of the alphabet.
[[nodiscard]] std::optional<std::string> make_user_number(char prefix, std::string_view middle);

}  // namespace sango
