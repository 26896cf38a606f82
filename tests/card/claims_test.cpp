#include "shared/card/claims.h"

#include "shared/card/issue.h"
#include "tests/card/any_claims.h"
#include "tests/card/page_encoder.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::card;

namespace {

std::optional<Claims> decode(const page::Card& card) {
    return decode_claims(bytes_of(card.payload()));
}

page::Card good() {
    return page::good_card(page::Signer(1));
}

/// The good card with one claim of -70000 replaced.
std::optional<Claims> with(std::string_view key, const page::Piece& value) {
    page::Card card = good();
    page::put(card.claims, page::text(key), value);
    return decode(card);
}

/// The good card with one CWT claim replaced.
std::optional<Claims> with(int label, const page::Piece& value) {
    page::Card card = good();
    page::put(card.outer, page::integer(label), value);
    return decode(card);
}

}  // namespace

TEST_CASE("Every claim of the page is read") {
    const auto claims = decode(good());
    REQUIRE(claims);
    CHECK(claims->issuer == "131202");
    CHECK(claims->user == "N-4821-7");
    CHECK(claims->expires == *parse_instant("2027-03-31T23:59:59+09:00"));
    CHECK(claims->not_before == *parse_instant("2026-04-01T00:00:00+09:00"));
    CHECK(claims->issued_at == claims->not_before);
    CHECK(text_of(claims->id) == "0123456789abcdef");
    CHECK(claims->kind == Kind::card);
    CHECK(claims->births == std::vector{make_date(2026, 3, 10)});
    CHECK(claims->due == make_date(2026, 3, 20));
    CHECK(claims->weights_g == std::vector<std::optional<int>>{2890});
    CHECK(claims->household == Household::tax_exempt);
    CHECK(claims->household_confirmed_on == make_date(2026, 4, 1));
    CHECK(claims->interview_on == make_date(2025, 11, 8));
    CHECK(claims->coupons_left == 6);
    CHECK(claims->copay_per_unit == Yen(1500));
    CHECK_FALSE(claims->loss_on);
}

TEST_CASE("Before birth a card has a due date and no birth") {
    for (const page::Piece& none : {page::array({}), page::null}) {
        page::Card card = good();
        page::put(card.claims, page::text("b"), none);
        page::put(card.claims, page::text("w"), page::null);
        const auto claims = decode(card);
        REQUIRE(claims);
        CHECK(claims->births.empty());
        CHECK(claims->weights_g.empty());
        CHECK(claims->due);
    }
}

TEST_CASE("Claims that are left out have no value") {
    page::Card card = good();
    card.claims = {{page::text("k"), page::text("coupon")}};
    const auto claims = decode(card);
    REQUIRE(claims);
    CHECK(claims->kind == Kind::coupon);
    CHECK(claims->births.empty());
    CHECK_FALSE(claims->due);
    CHECK_FALSE(claims->household);
    CHECK_FALSE(claims->coupons_left);
    CHECK_FALSE(claims->copay_per_unit);
}

TEST_CASE("Twins of whom one weight is known keep their order") {
    page::Card card = good();
    page::put(card.claims, page::text("b"), page::array({page::integer(20522), page::integer(20523)}));
    page::put(card.claims, page::text("w"), page::array({page::null, page::integer(2210)}));
    CHECK(decode(card)->weights_g == std::vector<std::optional<int>>{std::nullopt, 2210});
    page::put(card.claims, page::text("w"), page::array({page::integer(2210)}));
    CHECK(decode(card)->weights_g == std::vector<std::optional<int>>{2210, std::nullopt});
    page::put(card.claims, page::text("w"), page::null);
    CHECK(decode(card)->weights_g.size() == 2);
}

TEST_CASE("Other encoders' forms of the same claims are the same claims") {
    const auto expected = decode(good());
    page::Card card = good();
    std::reverse(card.claims.begin(), card.claims.end());
    std::reverse(card.outer.begin(), card.outer.end());
    CHECK(decode(card) == expected);

    card = good();
    for (auto& [key, value] : card.outer) {
        key = page::head(0, static_cast<unsigned char>(key[0]), 8);
    }
    page::put(card.outer, page::head(0, 4, 8), page::float64(1806505199));
    page::put(card.outer, page::head(0, 5, 8), page::integer(1774969200, 8));
    page::put(card.claims, page::text("d"), page::integer(20532, 8));
    page::put(card.claims, page::text("b"), page::loose_array({page::integer(20522, 4)}));
    CHECK(decode(card) == expected);

    card = good();
    card.outer.emplace_back(page::integer(-70000), page::loose_map(card.claims));
    CHECK(decode_claims(bytes_of(page::loose_map(card.outer))) == expected);
}

TEST_CASE("A claim that is not known yet does no harm") {
    page::Card card = good();
    page::put(card.claims, page::text("z"), page::map({{page::text("deep"), page::array({page::null})}}));
    page::put(card.claims, page::integer(7), page::float64(1.5));
    page::put(card.outer, page::integer(3), page::text("audience"));
    page::put(card.outer, page::integer(-70001), page::tag(1, page::integer(0)));
    CHECK(decode(card) == decode(good()));
}

TEST_CASE("A required claim that is missing makes no card") {
    for (const int label : {1, 2, 4, 5, 6, 7}) {
        page::Card card = good();
        page::drop(card.outer, page::integer(label));
        CHECK_FALSE(decode(card));
        CHECK_FALSE(with(label, page::null));
    }
    page::Card card = good();
    page::drop(card.claims, page::text("k"));
    CHECK_FALSE(decode(card));
    card = good();
    CHECK_FALSE(decode_claims(bytes_of(page::map(card.outer))));  // no -70000
    CHECK_FALSE(decode_claims(bytes_of(page::array({}))));
    CHECK_FALSE(decode_claims({}));
}

TEST_CASE("A claim of the wrong type or range makes no card") {
    CHECK_FALSE(with(1, page::integer(131202)));
    CHECK_FALSE(with(1, page::text("")));
    CHECK_FALSE(with(1, page::text("13120a")));
    CHECK_FALSE(with(2, page::text("")));
    CHECK_FALSE(with(2, page::text("N-4821\n")));
    CHECK_FALSE(with(2, page::text(std::string(65, 'N'))));
    CHECK_FALSE(with(4, page::text("2027-03-31")));
    CHECK_FALSE(with(4, page::integer(-1)));
    CHECK_FALSE(with(4, page::float64(1806505199.5)));
    CHECK_FALSE(with(4, page::integer(std::numeric_limits<std::int64_t>::max())));
    CHECK_FALSE(with(7, page::text("0123456789abcdef")));
    CHECK_FALSE(with(7, page::bytes("")));
    CHECK_FALSE(with(7, page::bytes(std::string(65, 'x'))));
    CHECK_FALSE(with("k", page::text("Card")));
    CHECK_FALSE(with("k", page::integer(1)));
    CHECK_FALSE(with("b", page::integer(20522)));
    CHECK_FALSE(with("b", page::array({page::text("2026-03-10")})));
    CHECK_FALSE(with("b", page::array({page::float64(20522)})));
    CHECK_FALSE(with("b", page::array({page::null})));
    CHECK_FALSE(with("b", page::array(std::vector(11, page::integer(20522)))));
    CHECK_FALSE(with("b", page::array({page::integer(1'000'000)})));
    CHECK_FALSE(with("d", page::integer(std::numeric_limits<std::int64_t>::min())));
    CHECK_FALSE(with("w", page::array({page::integer(2890), page::integer(2890)})));  // more than births
    CHECK_FALSE(with("w", page::array({page::integer(0)})));
    CHECK_FALSE(with("w", page::array({page::integer(30'000)})));
    CHECK_FALSE(with("w", page::integer(2890)));
    CHECK_FALSE(with("m", page::text("rich")));
    CHECK_FALSE(with("c", page::integer(-1)));
    CHECK_FALSE(with("c", page::integer(1'000)));
    CHECK_FALSE(with("u", page::integer(-1)));
    CHECK_FALSE(with("u", page::text("1500")));
    CHECK_FALSE(with("l", page::text("yes")));
}

TEST_CASE("Claims cut at any byte are none") {
    const page::Piece whole = good().payload();
    for (std::size_t n = 0; n < whole.size(); ++n) {
        CHECK_FALSE(decode_claims(bytes_of(whole).first(n)));
    }
}

TEST_CASE("Whatever claims are written come back, in the shortest form") {
    CHECK(rc::check([] {
        const Claims claims = *card::any_claims();
        const Bytes encoded = encode_claims(claims);
        RC_ASSERT(decode_claims(encoded) == claims);
        RC_ASSERT_FALSE(wrong_field(claims).has_value());
    }));
}

TEST_CASE("A value that cannot stand on a card is named") {
    Claims claims = *decode(good());
    CHECK_FALSE(wrong_field(claims));
    const auto broken = [&](auto&& change) {
        Claims copy = claims;
        change(copy);
        return wrong_field(copy).value_or("none");
    };
    CHECK(broken([](Claims& c) { c.issuer = "Nerima"; }) == "issuer");
    CHECK(broken([](Claims& c) { c.user = ""; }) == "user");
    CHECK(broken([](Claims& c) { c.user = "\xff"; }) == "user");
    CHECK(broken([](Claims& c) { c.expires = c.not_before; }) == "expires");
    CHECK(broken([](Claims& c) { c.id.clear(); }) == "id");
    CHECK(broken([](Claims& c) { c.births = {make_date(1899, 12, 31)}; }) == "births");
    CHECK(broken([](Claims& c) { c.weights_g = {2890, 2890}; }) == "weights_g");
    CHECK(broken([](Claims& c) { c.weights_g = {0}; }) == "weights_g");
    CHECK(broken([](Claims& c) { c.coupons_left = -1; }) == "coupons_left");
    CHECK(broken([](Claims& c) { c.copay_per_unit = Yen(1'000'000); }) == "copay_per_unit");
    CHECK(broken([](Claims& c) { c.loss_on = make_date(3000, 1, 1); }) == "loss_on");
}
