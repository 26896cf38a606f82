#include "shared/card/day_token.h"

#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <sodium.h>

namespace sango::card {
namespace {

constexpr std::size_t kTokenBytes = 16;

}  // namespace

std::string day_token(BytesView secret, std::string_view clinic, Date day) {
    const std::string what = fmt::format("{}\n{}", clinic, date_text(day));
    std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> code{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, secret.data(), secret.size());
    const BytesView bytes = bytes_of(what);
    crypto_auth_hmacsha256_update(&state, bytes.data(), bytes.size());
    crypto_auth_hmacsha256_final(&state, code.data());
    sodium_memzero(&state, sizeof state);
    return hex(BytesView(code).first(kTokenBytes));
}

bool day_token_holds(BytesView secret, std::string_view clinic, Date day, std::string_view token) {
    const std::string right = day_token(secret, clinic, day);
    return token.size() == right.size() && sodium_memcmp(token.data(), right.data(), right.size()) == 0;
}

std::string desk_code(std::string_view address, std::string_view clinic, Date day, BytesView secret) {
    return fmt::format("{}/{}/{}/{}", address, clinic, date_text(day), day_token(secret, clinic, day));
}

}  // namespace sango::card
