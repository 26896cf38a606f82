#include "shared/card/day_token.h"

#include <doctest/doctest.h>

using namespace sango;

namespace {

const Bytes kSecret(card::kDaySecretBytes, 0x0B);
constexpr Date kDay = make_date(2026, 11, 21);

}  // namespace

TEST_CASE("the token is HMAC-SHA-256 of clinic and day, as any municipality can compute it") {
    // printf 'sakura-0123\n2026-11-21' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0b0b...0b | cut -c-32
    CHECK(card::day_token(kSecret, "sakura-0123", kDay) == "a26bc776a4fb4a78ba9a651e45d24fde");
    CHECK(card::desk_code("https://coupon.example/desk", "sakura-0123", kDay, kSecret) ==
          "https://coupon.example/desk/sakura-0123/2026-11-21/" +
              card::day_token(kSecret, "sakura-0123", kDay));
}

TEST_CASE("a token holds for its clinic, its day and its secret only") {
    const std::string token = card::day_token(kSecret, "sakura-0123", kDay);
    CHECK(card::day_token_holds(kSecret, "sakura-0123", kDay, token));
    CHECK_FALSE(card::day_token_holds(kSecret, "sakura-0123", kDay + std::chrono::days(1), token));
    CHECK_FALSE(card::day_token_holds(kSecret, "sakura-0124", kDay, token));
    CHECK_FALSE(card::day_token_holds(Bytes(card::kDaySecretBytes, 0x0C), "sakura-0123", kDay, token));
    CHECK_FALSE(card::day_token_holds(kSecret, "sakura-0123", kDay, token.substr(1)));
    CHECK_FALSE(card::day_token_holds(kSecret, "sakura-0123", kDay, ""));
}
