#pragma once

#include <cstdint>
#include <optional>

namespace sango {

// The 32 signs that people read to each other and type: digits and capitals without I, L, O and U. Typed I
// and L count as 1, O as 0, U as V, small letters as capitals.

/// The sign of a value below 32.
[[nodiscard]] char sign_of(unsigned value);
/// The value of a typed sign; nullopt if it is foreign.
[[nodiscard]] std::optional<unsigned> value_of_sign(char typed);

}  // namespace sango
