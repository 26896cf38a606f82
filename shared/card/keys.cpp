#include "shared/card/keys.h"

#include <algorithm>
#include <cassert>

#include <sodium.h>

namespace sango::card {
namespace {

// libsodium wants one call before any other; it may be made any number of times, from any thread.
void prepare() {
    [[maybe_unused]] const int state = sodium_init();
    assert(state >= 0);
}

/// libsodium's form of a private key: the seed followed by the public key.
struct ExpandedKey {
    std::array<std::uint8_t, crypto_sign_ed25519_SECRETKEYBYTES> secret{};
    PublicKey public_key;

    explicit ExpandedKey(const PrivateKey& key) {
        prepare();
        crypto_sign_ed25519_seed_keypair(public_key.bytes.data(), secret.data(), key.seed.data());
    }
    ExpandedKey(const ExpandedKey&) = delete;
    ExpandedKey& operator=(const ExpandedKey&) = delete;
    ~ExpandedKey() { sodium_memzero(secret.data(), secret.size()); }
};

}  // namespace

static_assert(crypto_sign_ed25519_SEEDBYTES == sizeof(PrivateKey::seed));
static_assert(crypto_sign_ed25519_PUBLICKEYBYTES == sizeof(PublicKey::bytes));
static_assert(crypto_sign_ed25519_BYTES == sizeof(Signature));
static_assert(crypto_hash_sha256_BYTES == sizeof(Digest));

Digest sha256(BytesView bytes) {
    Digest digest;
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

PrivateKey::~PrivateKey() {
    sodium_memzero(seed.data(), seed.size());
}

PrivateKey make_private_key(const Random& random) {
    PrivateKey key;
    random(key.seed);
    return key;
}

PublicKey public_key_of(const PrivateKey& key) {
    return ExpandedKey(key).public_key;
}

Signature sign(BytesView message, const PrivateKey& key) {
    const ExpandedKey expanded(key);
    Signature signature;
    crypto_sign_ed25519_detached(signature.data(), nullptr, message.data(), message.size(),
                                 expanded.secret.data());
    return signature;
}

bool verify(BytesView message, BytesView signature, const PublicKey& key) {
    prepare();
    return signature.size() == sizeof(Signature) &&
           crypto_sign_ed25519_verify_detached(signature.data(), message.data(), message.size(),
                                               key.bytes.data()) == 0;
}

KeyId key_id(const PublicKey& key) {
    const Digest digest = sha256(key.bytes);
    KeyId id;
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

}  // namespace sango::card
