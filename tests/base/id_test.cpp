#include "shared/base/id.h"

#include "shared/base/bytes.h"
#include "shared/base/yen.h"

#include <doctest/doctest.h>

using namespace sango;

TEST_CASE("Ids keep the order in which they were made, also when the clock turns back") {
    HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    IdSource ids(clock, seeded_random(1));
    std::string last = ids.next();
    for (int i = 0; i < 300'000; ++i) {
        if (i == 1000) clock.jump_to(*parse_instant("2025-11-21T14:05:00+09:00"));
        std::string next = ids.next();
        REQUIRE(next > last);
        last = std::move(next);
    }
    CHECK(is_uuid(last));
    CHECK(last[14] == '7');
    CHECK_FALSE(is_uuid("018f"));
}

TEST_CASE("After a restart with the clock turned back, ids still come after those of the run before") {
    HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    IdSource before(clock, seeded_random(1));
    std::string newest;
    for (int i = 0; i < 1000; ++i) newest = before.next();
    clock.jump_to(*parse_instant("2025-11-21T14:05:00+09:00"));
    IdSource after(clock, seeded_random(2));
    after.continue_after(newest);
    CHECK(after.next() > newest);
    const std::string now = after.next();
    after.continue_after("no id");
    after.continue_after("00000000-0000-7000-8000-000000000000");
    CHECK(after.next() > now);
}

TEST_CASE("Bytes come back from hex and base64, and nothing malformed is taken") {
    const Bytes bytes{0, 1, 2, 0xFE, 0xFF};
    for (std::size_t n = 0; n <= bytes.size(); ++n) {
        const BytesView part(bytes.data(), n);
        CHECK(from_hex(hex(part)) == Bytes(part.begin(), part.end()));
        CHECK(from_base64(base64(part)) == Bytes(part.begin(), part.end()));
    }
    for (const char* wrong : {"A", "AB=", "A===", "AB==C", "AB==CD==", "A-==", "AB=C", "AR=="})
        CHECK_FALSE_MESSAGE(from_base64(wrong), wrong);
}

TEST_CASE("Money is written as the clinic writes it") {
    CHECK(yen_text_ja(Yen(1'846'000)) == "1,846,000円");
    CHECK(yen_text_ja(Yen(0)) == "0円");
    CHECK(yen_text_en(Yen(-1500)) == "¥-1,500");
}
