#include "shared/card/cbor.h"

#include "tests/card/page_encoder.h"

#include <cmath>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::card;

namespace {

std::optional<cbor::Item> read_hex(std::string_view digits) {
    const auto bytes = from_hex(digits);
    REQUIRE(bytes);
    return cbor::read(*bytes);
}

std::optional<cbor::Item> read_piece(const page::Piece& piece) {
    return cbor::read(bytes_of(piece));
}

}  // namespace

TEST_CASE("Integers of RFC 8949, appendix A, are read and written") {
    const std::pair<std::int64_t, const char*> examples[] = {
        {0, "00"},
        {1, "01"},
        {10, "0a"},
        {23, "17"},
        {24, "1818"},
        {25, "1819"},
        {100, "1864"},
        {1000, "1903e8"},
        {1'000'000, "1a000f4240"},
        {1'000'000'000'000, "1b000000e8d4a51000"},
        {-1, "20"},
        {-10, "29"},
        {-100, "3863"},
        {-1000, "3903e7"},
        {-70000, "3a0001116f"},
    };
    for (const auto& [value, digits] : examples) {
        CHECK(read_hex(digits)->integer() == value);
        CHECK(hex(cbor::Writer().integer(value).take()) == digits);
    }
    CHECK_FALSE(read_hex("1bffffffffffffffff")->integer());  // beyond 63 bits
    CHECK_FALSE(read_hex("3bffffffffffffffff")->integer());
    CHECK(read_hex("3b7fffffffffffffff")->integer() == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("Floats of RFC 8949, appendix A, are read, and whole ones count as numbers") {
    CHECK(read_hex("f90000")->whole_number() == 0);
    CHECK(read_hex("f93c00")->whole_number() == 1);
    CHECK(read_hex("f97bff")->whole_number() == 65504);
    CHECK(read_hex("fa47c35000")->whole_number() == 100000);
    CHECK(read_hex("f90001")->real == std::ldexp(1, -24));
    CHECK(read_hex("f9c400")->whole_number() == -4);
    CHECK_FALSE(read_hex("f93e00")->whole_number());              // 1.5
    CHECK_FALSE(read_hex("f97e00")->whole_number());              // not a number
    CHECK_FALSE(read_hex("f97c00")->whole_number());              // infinity
    CHECK_FALSE(read_hex("fb7e37e43c8800759c")->whole_number());  // 1.0e300
    CHECK_FALSE(read_hex("f93c00")->integer());
}

TEST_CASE("Lengths longer than needed and indefinite lengths are read") {
    CHECK(read_hex("1b0000000000000007")->integer() == 7);
    CHECK(read_hex("7a00000001"
                   "6b")
              ->text() == "k");
    CHECK(read_hex("7f"
                   "6173"
                   "62616e"
                   "60"
                   "ff")
              ->text() == "san");
    const auto bytes = read_hex(
        "5f"
        "4101"
        "420203"
        "ff");
    REQUIRE(bytes);
    CHECK(hex(*bytes->bytes()) == "010203");
    const auto nested = read_hex("9f018202039f0405ffff");
    REQUIRE(nested);
    CHECK(nested->items.size() == 3);
    CHECK(nested->items[2].items[1].integer() == 5);
    const auto map = read_hex("bf6346756ef563416d7421ff");
    REQUIRE(map);
    CHECK(map->find("Amt")->integer() == -2);
    CHECK(map->find("Fun")->number == cbor::kTrue);
    CHECK(map->find("fun") == nullptr);
}

TEST_CASE("What is not well-formed is refused") {
    for (const char* digits : {
             "",      // nothing
             "0000",  // two items
             "18",    // cut in the head
             "1c",
             "5d",
             "9e",
             "fc",  // reserved
             "1f",
             "3f",
             "df",    // indefinite where there is none
             "ff",    // break alone
             "f818",  // a simple value in two bytes that belongs in one
             "61",
             "62c3",  // cut text
             "61ff",
             "62c328",
             "63eda080",  // not UTF-8
             "7f"
             "61c3"
             "61a9"
             "ff",  // a character across chunks
             "7f"
             "4101"
             "ff",  // bytes in text
             "5f"
             "5f4101ff"
             "ff",      // indefinite in indefinite
             "5f4101",  // no end
             "8201",
             "9f01",  // cut array
             "a101",
             "bf01ff",
             "a1",  // key without value
             "a2"
             "0101"
             "0102",  // key twice
             "a2"
             "0101"
             "180102",  // the same key in two lengths
             "a2"
             "616b01"
             "7f616bff02",  // the same text in two forms
             "9bffffffffffffffff",
             "bbffffffffffffffff",
             "5bffffffffffffffff",
             "7bffffffffffffffff",
             "9a00ffffff00",
             "c1",
         }) {
        CHECK_FALSE_MESSAGE(read_hex(digits), digits);
    }
}

TEST_CASE("Nesting is followed to its limit and refused beyond") {
    const auto nested = [](int depth, const std::string& opening) {
        std::string piece;
        for (int i = 1; i < depth; ++i) {
            piece += opening;
        }
        return piece + page::integer(1);
    };
    for (const std::string opening : {"\x81", "\xc1", "\xd9\xff\xff"}) {
        CHECK(read_piece(nested(cbor::kMaxDepth, opening)));
        CHECK_FALSE(read_piece(nested(cbor::kMaxDepth + 1, opening)));
        CHECK_FALSE(read_piece(nested(1'000'000, opening)));
    }
    CHECK_FALSE(read_piece(std::string(1'000'000, '\x9f')));
    CHECK_FALSE(read_piece(std::string(1'000'000, '\xbf')));
    CHECK_FALSE(read_piece(std::string(1'000'000, '\x5f')));
}

TEST_CASE("Whatever is written is read") {
    CHECK(rc::check([](std::int64_t n, const Bytes& bytes, std::uint64_t number) {
        const Bytes out = cbor::Writer().tag(number).array(3).integer(n).bytes(bytes).null().take();
        const auto item = cbor::read(out);
        RC_ASSERT(item.has_value());
        RC_ASSERT(item->number == number);
        const auto& items = item->items[0].items;
        RC_ASSERT(items[0].integer() == n);
        RC_ASSERT(Bytes(items[1].bytes()->begin(), items[1].bytes()->end()) == bytes);
        RC_ASSERT(items[2].is_null());
    }));
}

TEST_CASE("Any bytes end in an item or in none") {
    CHECK(rc::check([](const Bytes& bytes) { (void)cbor::read(bytes); }));
}
