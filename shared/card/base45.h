#pragma once

#include "shared/base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace sango::card {

/// Base45 (RFC 9285): two bytes as three signs of the alphanumeric QR alphabet.
[[nodiscard]] std::string base45(BytesView bytes);
/// Strict: capitals only, no length that is 1 more than a multiple of 3, no group beyond its range.
[[nodiscard]] std::optional<Bytes> from_base45(std::string_view text);

}  // namespace sango::card
