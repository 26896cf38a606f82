#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"

#include <string>
#include <string_view>

namespace sango::card {

// The clinic's own code for e-coupons (施設の二次元コード): a user's phone reads it and so proves to the
// municipality that she is at this clinic today.

/// What the municipality shares with one clinic, 32 bytes.
inline constexpr std::size_t kDaySecretBytes = 32;

/// The first 16 bytes of HMAC-SHA-256(secret, "<clinic>\n<day>"), in lower-case hexadecimal; the day is
/// written "2026-11-21", Japan time.
[[nodiscard]] std::string day_token(BytesView secret, std::string_view clinic, Date day);
/// Compared in constant time.
[[nodiscard]] bool day_token_holds(BytesView secret, std::string_view clinic, Date day,
                                   std::string_view token);

/// The text of the code: "<address>/<clinic>/<day>/<token>".
[[nodiscard]] std::string desk_code(std::string_view address, std::string_view clinic, Date day,
                                    BytesView secret);

}  // namespace sango::card
