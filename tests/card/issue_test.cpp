#include "shared/card/issue.h"

#include "shared/card/read.h"
#include "tests/card/any_claims.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::card;

namespace {

const Instant kApril = *parse_instant("2026-04-01T00:00:00+09:00");

Result<Claims> parse(std::string_view json) {
    return parse_claims(json, seeded_random(1), kApril);
}

/// The sentence for a claims file that is refused.
std::string complaint(std::string_view json) {
    const auto claims = parse(json);
    return claims ? "none" : claims.error().message.en;
}

constexpr std::string_view kByName = R"({
    "issuer": "131202", "user": "N-4821-7", "expires": "2027-03-31T23:59:59+09:00",
    "not_before": "2026-04-01T00:00:00+09:00", "issued_at": "2026-04-01T00:00:00+09:00",
    "id": "30313233", "kind": "coupon", "births": ["2026-03-10", "2026-03-10"], "due": "2026-03-20",
    "weights_g": [2890, null], "household": "welfare", "household_confirmed_on": "2026-04-01",
    "interview_on": "2025-11-08", "coupons_left": 6, "copay_per_unit": 1500, "loss_on": null})";

constexpr std::string_view kByLabel = R"({
    "1": "131202", "2": "N-4821-7", "4": 1806505199, "5": 1774969200, "6": 1774969200, "7": "30313233",
    "-70000": {"k": "coupon", "b": [20522, 20522], "d": 20532, "w": [2890, null], "m": "welfare",
               "h": 20544, "i": 20400, "c": 6, "u": 1500, "l": null}})";

}  // namespace

TEST_CASE("Claims by name and by label are the same claims") {
    const auto named = parse(kByName);
    REQUIRE(named.ok());
    CHECK(named->kind == Kind::coupon);
    CHECK(named->births.size() == 2);
    CHECK(named->weights_g == std::vector<std::optional<int>>{2890, std::nullopt});
    CHECK(named->household == Household::welfare);
    CHECK(named->copay_per_unit == Yen(1500));
    CHECK(text_of(named->id) == "0123");
    CHECK_FALSE(named->loss_on);
    const auto labelled = parse(kByLabel);
    REQUIRE(labelled.ok());
    CHECK(*labelled == *named);
}

TEST_CASE("What is left out has a sensible value") {
    const auto claims = parse(R"({"issuer":"131202","user":"N-1","expires":"2027-03-31T23:59:59+09:00"})");
    REQUIRE(claims.ok());
    CHECK(claims->kind == Kind::card);
    CHECK(claims->issued_at == kApril);
    CHECK(claims->not_before == kApril);
    CHECK(claims->id.size() == 16);
    CHECK(claims->births.empty());
    const auto other =
        parse_claims(R"({"issuer":"131202","user":"N-1","expires":"2027-03-31T23:59:59+09:00"})",
                     seeded_random(2), kApril);
    CHECK(other->id != claims->id);
    CHECK(
        parse(
            R"({"issuer":"131202","user":"N-1","expires":"2027-03-31T23:59:59+09:00","births":["2026-03-10"]})")
            ->weights_g.size() == 1);
}

TEST_CASE("A wrong claims file is refused, and the field is named") {
    CHECK(complaint("").find("JSON") != std::string::npos);
    CHECK(complaint("[]").find("JSON") != std::string::npos);
    CHECK(complaint("{}").find("\"issuer\" is missing") != std::string::npos);
    const auto with = [](std::string_view member) {
        return complaint(R"({"issuer":"131202","user":"N-1","expires":"2027-03-31T23:59:59+09:00",)" +
                         std::string(member) + "}");
    };
    CHECK(with(R"("kind":"card")") == "none");
    for (const auto& [member, field] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {R"("birth":[])", "birth"},
             {R"("k":"card")", "k"},
             {R"("kind":"Card")", "kind"},
             {R"("kind":1)", "kind"},
             {R"("id":"xyz")", "id"},
             {R"("id":"")", "id"},
             {R"("births":"2026-03-10")", "births"},
             {R"("births":["2026-02-30"])", "births"},
             {R"("births":{"a":"2026-02-20"})", "births"},
             {R"("due":"soon")", "due"},
             {R"("due":1e3)", "due"},
             {R"("due":99999999999)", "due"},
             {R"("weights_g":[2890])", "weights_g"},
             {R"("weights_g":[2.5])", "weights_g"},
             {R"("household":"rich")", "household"},
             {R"("coupons_left":-1)", "coupons_left"},
             {R"("coupons_left":18446744073709551615)", "coupons_left"},
             {R"("copay_per_unit":"1500")", "copay_per_unit"},
             {R"("not_before":"2028-04-01T00:00:00+09:00")", "expires"},
             {R"("issued_at":"2026-04-01")", "issued_at"},
             {R"("issued_at":-5)", "issued_at"},
         }) {
        const std::string said = with(member);
        CHECK_MESSAGE(said.find("\"" + std::string(field) + "\"") != std::string::npos, said);
    }
    CHECK(complaint(R"({"1":"131202","-70000":[]})").find("\"-70000\"") != std::string::npos);
    CHECK(complaint(R"({"1":"131202","-70000":{"x":1}})").find("\"x\"") != std::string::npos);
    CHECK(complaint(R"({"1":"131202","k":"card"})").find("\"k\"") != std::string::npos);
}

TEST_CASE("Claims that cannot stand on a card are not issued") {
    Claims claims = *parse(kByName);
    const PrivateKey key = make_private_key(seeded_random(1));
    claims.user.clear();
    const auto refused = issue(claims, key);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "bad_claims");
    CHECK(refused.error().message.en.find("user") != std::string::npos);
}

TEST_CASE("The largest card that can be issued is within the limits and fits a code") {
    Claims claims = *parse(kByName);
    claims.issuer = "99999999";
    claims.user = std::string(64, 'Z');
    claims.id = Bytes(64, 0xFF);
    claims.births = std::vector(10, make_date(2999, 12, 30));
    claims.weights_g = std::vector<std::optional<int>>(10, 29'999);
    claims.loss_on = make_date(2999, 12, 30);
    const auto text = issue(claims, make_private_key(seeded_random(1)));
    REQUIRE(text.ok());
    CHECK(text->size() < kMaxCardCharacters / 2);
    CHECK(make_qr(*text).ok());
}

TEST_CASE("A card that was read is printed with every field") {
    CHECK(claims_line(*parse(kByName)) ==
          R"({"ok":true,"issuer":"131202","user":"N-4821-7","kind":"coupon",)"
          R"("expires":"2027-03-31T23:59:59+09:00","not_before":"2026-04-01T00:00:00+09:00",)"
          R"("issued_at":"2026-04-01T00:00:00+09:00","id":"30313233","births":["2026-03-10","2026-03-10"],)"
          R"("due":"2026-03-20","weights_g":[2890,null],"household":"welfare",)"
          R"("household_confirmed_on":"2026-04-01","interview_on":"2025-11-08","coupons_left":6,)"
          R"("copay_per_unit":1500,"loss_on":null})");
}

TEST_CASE("What is printed of any card can be issued again") {
    CHECK(rc::check([] {
        const Claims claims = *any_claims();
        std::string line = claims_line(claims);
        const std::string opening = "{\"ok\":true,";
        RC_ASSERT(line.starts_with(opening));
        const auto again = parse("{" + line.substr(opening.size()));
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == claims);
    }));
}
