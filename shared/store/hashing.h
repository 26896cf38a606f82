#pragma once

#include "shared/base/bytes.h"

#include <cstdint>
#include <string_view>

namespace sango::store {

inline constexpr std::size_t kHashBytes = 32;

/// BLAKE2b-256 over values that are written so that no two sequences of them share their bytes: numbers as 8
/// bytes little-endian, text and bytes after their length.
class Hashing {
public:
    /// `purpose` keeps hashes of different things apart.
    explicit Hashing(std::string_view purpose);
    void number(std::int64_t value);
    void bytes(BytesView value);
    void text(std::string_view value) { bytes(bytes_of(value)); }
    [[nodiscard]] Bytes finish();

private:
    alignas(64) std::uint8_t state_[384];  ///< crypto_generichash_state, kept out of the header
};

}  // namespace sango::store
