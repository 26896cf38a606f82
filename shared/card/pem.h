#pragma once

#include "shared/base/result.h"
#include "shared/card/keys.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sango::card {

/// More than any file with one key in it has; a longer one is not read.
inline constexpr std::size_t kMaxPemBytes = 64 * 1024;

/// Ed25519 keys as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` write them:
/// SubjectPublicKeyInfo ("PUBLIC KEY") and PKCS#8 ("PRIVATE KEY", version 0 or 1), RFC 8410. Text around
/// the block is ignored. Errors: `not_a_public_key`, `not_a_private_key`, `private_key_here` (a private key
/// where a public one belongs), `not_ed25519`, `encrypted_key`.
[[nodiscard]] Result<PublicKey> read_public_pem(std::string_view pem);
[[nodiscard]] Result<PrivateKey> read_private_pem(std::string_view pem);
[[nodiscard]] std::string write_public_pem(const PublicKey& key);
[[nodiscard]] std::string write_private_pem(const PrivateKey& key);

}  // namespace sango::card
