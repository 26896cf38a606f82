#include "shared/card/revocation.h"

#include "shared/card/claims.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::card;

TEST_CASE("A list of revocations comes back from its file form") {
    Revocations list;
    list.by_issuer["131202"].cards = {sha256(bytes_of("a")), sha256(bytes_of("b"))};
    list.by_issuer["131202"].issued_before["N-4821-7"] = *parse_instant("2026-05-01T00:00:00+09:00");
    list.by_issuer["434337"].used_coupons = {sha256(bytes_of("c"))};
    const auto read = parse_revocations(revocations_text(list));
    REQUIRE(read.ok());
    CHECK(*read == list);
    CHECK(*parse_revocations("{}") == Revocations{});
    CHECK(parse_revocations(R"({"131202":{}})").ok());
}

TEST_CASE("A wrong list is refused, and the place is named") {
    const auto message = [](std::string_view json) {
        const auto list = parse_revocations(json);
        return list ? "ok" : list.error().message.en;
    };
    CHECK(message("").find("JSON") != std::string::npos);
    CHECK(message("[]").find("JSON") != std::string::npos);
    CHECK(message(R"({"131202":[]})").find("131202") != std::string::npos);
    CHECK(message(R"({"131202":{"card":[]}})").find("131202.card") != std::string::npos);
    CHECK(message(R"({"131202":{"cards":["00"]}})").find("131202.cards") != std::string::npos);
    CHECK(message(R"({"131202":{"cards":[7]}})").find("131202.cards") != std::string::npos);
    CHECK(message(R"({"131202":{"used_coupons":"x"}})").find("131202.used_coupons") != std::string::npos);
    CHECK(message(R"({"131202":{"issued_before":{"N":"2026-05-01"}}})").find("issued_before") !=
          std::string::npos);
    CHECK(message(R"({"131202":{"issued_before":[]}})").find("issued_before") != std::string::npos);
}

TEST_CASE("The list holds hashes and never a card's own id") {
    Claims coupon;
    coupon.issuer = "131202";
    coupon.kind = Kind::coupon;
    coupon.id = {1, 2, 3};
    Revocations list;
    CHECK_FALSE(is_used(list, coupon));
    mark_used(list, coupon);
    CHECK(is_used(list, coupon));
    CHECK(revocations_text(list) ==
          R"({"131202":{"cards":[],"issued_before":{},"used_coupons":[)"
          R"("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"]}})");
}
