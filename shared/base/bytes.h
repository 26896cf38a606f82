#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sango {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

[[nodiscard]] inline BytesView bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view text_of(BytesView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Lower-case hexadecimal, two characters a byte.
[[nodiscard]] std::string hex(BytesView bytes);
[[nodiscard]] std::optional<Bytes> from_hex(std::string_view text);
/// Base64 (RFC 4648, padded, standard alphabet). Decoding is strict.
[[nodiscard]] std::string base64(BytesView bytes);
[[nodiscard]] std::optional<Bytes> from_base64(std::string_view text);

}  // namespace sango
