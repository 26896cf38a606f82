#include "shared/sync/retry_after.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::sync;

namespace {
const Instant kNow = *parse_instant("2026-12-01T00:00:00Z");
}

TEST_CASE("seconds") {
    CHECK(parse_retry_after("0", kNow) == std::chrono::seconds(0));
    CHECK(parse_retry_after("120", kNow) == std::chrono::seconds(120));
    CHECK(parse_retry_after("999999999", kNow) == std::chrono::seconds(999'999'999));
}

TEST_CASE("a date, by the clock that is given") {
    CHECK(parse_retry_after("Tue, 01 Dec 2026 00:02:00 GMT", kNow) == std::chrono::seconds(120));
    CHECK(parse_retry_after("Mon, 30 Nov 2026 23:59:00 GMT", kNow) == std::chrono::seconds(0));
    CHECK(parse_http_date("Tuesday, 01-Dec-26 00:02:00 GMT") == *parse_instant("2026-12-01T00:02:00Z"));
}

TEST_CASE("anything else says nothing") {
    for (const char* wrong : {"", "soon", "-1", "1.5", "1e3", "99999999999999999999", "Tue", "12 345"})
        CHECK_FALSE(parse_retry_after(wrong, kNow).has_value());
}
