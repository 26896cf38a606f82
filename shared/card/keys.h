#pragma once

#include "shared/base/bytes.h"
#include "shared/base/id.h"

#include <array>
#include <cstdint>

namespace sango::card {

using Digest = std::array<std::uint8_t, 32>;
[[nodiscard]] Digest sha256(BytesView bytes);

/// A raw Ed25519 public key (RFC 8032).
struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};

    auto operator<=>(const PublicKey&) const = default;
};

/// A raw Ed25519 private key (the 32-byte seed). Wiped when it goes.
struct PrivateKey {
    std::array<std::uint8_t, 32> seed{};

    PrivateKey() = default;
    PrivateKey(const PrivateKey&) = default;
    PrivateKey& operator=(const PrivateKey&) = default;
    ~PrivateKey();
};

[[nodiscard]] PrivateKey make_private_key(const Random& random);
[[nodiscard]] PublicKey public_key_of(const PrivateKey& key);

using Signature = std::array<std::uint8_t, 64>;
[[nodiscard]] Signature sign(BytesView message, const PrivateKey& key);
[[nodiscard]] bool verify(BytesView message, BytesView signature, const PublicKey& key);

/// Key identifier (kid): the first 8 bytes of SHA-256 of the raw public key. Two keys may share one.
using KeyId = std::array<std::uint8_t, 8>;
[[nodiscard]] KeyId key_id(const PublicKey& key);

}  // namespace sango::card
