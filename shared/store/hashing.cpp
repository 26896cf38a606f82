#include "shared/store/hashing.h"

#include <array>

#include <sodium.h>

namespace sango::store {
namespace {

crypto_generichash_state* as_state(std::uint8_t* raw) {
    return reinterpret_cast<crypto_generichash_state*>(raw);
}

}  // namespace

Hashing::Hashing(std::string_view purpose) : state_{} {
    static_assert(sizeof(crypto_generichash_state) <= sizeof(state_));
    static_assert(alignof(crypto_generichash_state) <= 64);
    crypto_generichash_init(as_state(state_), nullptr, 0, kHashBytes);
    text(purpose);
}

void Hashing::number(std::int64_t value) {
    std::array<std::uint8_t, 8> little{};
    for (std::size_t i = 0; i < little.size(); ++i)
        little[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i));
    crypto_generichash_update(as_state(state_), little.data(), little.size());
}

void Hashing::bytes(BytesView value) {
    number(static_cast<std::int64_t>(value.size()));
    crypto_generichash_update(as_state(state_), value.data(), value.size());
}

Bytes Hashing::finish() {
    Bytes hash(kHashBytes);
    crypto_generichash_final(as_state(state_), hash.data(), hash.size());
    return hash;
}

}  // namespace sango::store
