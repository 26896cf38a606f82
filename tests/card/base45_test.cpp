#include "shared/card/base45.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using card::base45;
using card::from_base45;

TEST_CASE("Base45 writes the examples of RFC 9285") {
    CHECK(base45(bytes_of("AB")) == "BB8");
    CHECK(base45(bytes_of("Hello!!")) == "%69 VD92EX0");
    CHECK(base45(bytes_of("base-45")) == "UJCLQE7W581");
    CHECK(base45(bytes_of("")).empty());
    const auto ietf = from_base45("QED8WEX0");
    REQUIRE(ietf);
    CHECK(text_of(*ietf) == "ietf!");
}

TEST_CASE("Base45 refuses what RFC 9285 forbids") {
    CHECK_FALSE(from_base45("GGW"));  // 65536 in three signs
    CHECK_FALSE(from_base45(":::"));
    CHECK_FALSE(from_base45("::"));  // 2024 in two signs
    CHECK(from_base45("U5") == Bytes{0xFF});
    CHECK_FALSE(from_base45("V5"));
    CHECK_FALSE(from_base45("B"));  // no byte is one sign
    CHECK_FALSE(from_base45("BB8B"));
    CHECK_FALSE(from_base45("bb8"));  // capitals only
    CHECK_FALSE(from_base45("BB\n"));
    CHECK_FALSE(from_base45("ＢＢ8"));
    CHECK(from_base45("FGW") == Bytes{0xFF, 0xFF});
    CHECK(from_base45("") == Bytes{});
}

TEST_CASE("Whatever bytes are written in Base45 come back") {
    CHECK(rc::check([](const Bytes& bytes) {
        const std::string text = base45(bytes);
        RC_ASSERT(text.size() == bytes.size() / 2 * 3 + bytes.size() % 2 * 2);
        RC_ASSERT(from_base45(text) == bytes);
    }));
}

TEST_CASE("Whatever text is read as Base45 is the only text for its bytes") {
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")));
        if (const auto bytes = from_base45(text)) {
            RC_ASSERT(base45(*bytes) == text);
        }
    }));
    CHECK(rc::check([](const std::string& text) {
        if (const auto bytes = from_base45(text)) {
            RC_ASSERT(base45(*bytes) == text);
        }
    }));
}
