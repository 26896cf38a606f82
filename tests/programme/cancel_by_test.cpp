#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

std::string cancel_by(std::string_view start, std::initializer_list<const char*> closed) {
    Request asked = request(Service::short_stay, start);
    for (const char* one : closed) asked.closed_days.push_back(day(one));
    const Verdict verdict = judge(rules_of("nerima"), asked);
    return verdict.cancel_by ? instant_text(*verdict.cancel_by) : "";
}

}  // namespace

TEST_CASE("002 利用予約後のキャンセルについて: until 10:00 the day before") {
    CHECK(cancel_by("2026-05-10", {}) == "2026-05-09T10:00:00+09:00");
    CHECK(cancel_by("2026-03-01", {}) == "2026-02-28T10:00:00+09:00");
    CHECK(cancel_by("2027-01-01", {}) == "2026-12-31T10:00:00+09:00");
}

TEST_CASE("002 利用予約後のキャンセルについて: a closed day moves it to the nearest open day before") {
    CHECK(cancel_by("2026-05-10", {"2026-05-09"}) == "2026-05-08T10:00:00+09:00");
    CHECK(cancel_by("2026-05-10", {"2026-05-08"}) == "2026-05-09T10:00:00+09:00");
    CHECK(cancel_by("2026-05-10", {"2026-05-08", "2026-05-09", "2026-05-07"}) == "2026-05-06T10:00:00+09:00");
    CHECK(cancel_by("2026-05-10", {"2026-05-10", "2026-05-09", "2026-05-09"}) == "2026-05-08T10:00:00+09:00");
}

TEST_CASE("003 rules no cancelling") {
    CHECK_FALSE(judge(rules_of("minamiaso"), request()).cancel_by);
}
