// Two adjacent bookings instead of one: what they come to together.

#include "tests/programme/sample.h"

#include <algorithm>

#include <rapidcheck.h>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

const Programme& by_id(std::string_view id) {
    static const std::vector<Programme> all{rules_of("nerima"), rules_of("minamiaso"), rules_of("setagaya"),
                                            rules_of("nakano"), rules_of("kashiwa")};
    return *std::find_if(all.begin(), all.end(), [&](const Programme& one) { return one.id() == id; });
}

Request answered(Service service, std::string_view start, int days) {
    Request asked = request(service, start, days);
    asked.days = days;
    asked.asked_at = moment("2026-05-04T09:00:00+09:00");
    asked.settings = {{"limit.total", 14},
                      {"copay.short_stay", 3000},
                      {"copay.day_care", 1000},
                      {"window.months", 12},
                      {"copay.outreach", 500}};
    return asked;
}

struct Together {
    int used = 0;  ///< of the limit
    Yen copay;
    int coupons = 0;
    Outcome worst = Outcome::accept;

    bool operator==(const Together&) const = default;
};

/// `asked` as one booking.
Together whole(const Programme& one, const Request& asked) {
    const Verdict verdict = judge(one, asked);
    RC_ASSERT(verdict.remaining && verdict.copay);
    return {verdict.remaining->before - verdict.remaining->after, *verdict.copay, verdict.coupons_used,
            verdict.verdict};
}

/// `asked` as two: the first `days` of it, then the rest from `next_day` on, the first one used and its
/// coupons gone.
Together in_two(const Programme& one, const Request& asked, int days, Date next_day) {
    Request first = asked;
    first.days = days;
    Request second = asked;
    second.start = next_day;
    second.days = *asked.days - static_cast<int>((next_day - asked.start).count());
    const Together a = whole(one, first);
    second.used->push_back({asked.service, asked.start, days, 1});
    if (second.card->coupons_left) *second.card->coupons_left -= a.coupons;
    const Together b = whole(one, second);
    return {a.used + b.used, a.copay + b.copay, a.coupons + b.coupons, std::max(a.worst, b.worst)};
}

}  // namespace

TEST_CASE("A stay counted in days and priced by the day comes to the same in two") {
    CHECK(rc::check("days", [] {
        const char* id = *rc::gen::element("setagaya", "nakano", "kashiwa");
        const int days = *rc::gen::inRange(2, 8);
        const int first = *rc::gen::inRange(1, days);
        Request asked = answered(Service::short_stay, "2026-05-10", days);
        asked.card->coupons_left = *rc::gen::inRange(0, 6);
        if (*rc::gen::arbitrary<bool>()) asked.children->push_back(asked.children->front());
        asked.settings["limit.total_multiples"] = 14;
        RC_ASSERT(whole(by_id(id), asked) ==
                  in_two(by_id(id), asked, first, asked.start + std::chrono::days(first)));
    }));
}

TEST_CASE(
    "002 利用日数: Nerima's stay in two costs the same, but that 1泊2日 is the least that a stay is paid "
    "for") {
    CHECK(rc::check("nerima", [] {
        const int days = *rc::gen::inRange(2, 8);
        const int first = *rc::gen::inRange(1, days);
        const Request asked = answered(Service::short_stay, "2026-05-10", days);
        Together expected = whole(by_id("nerima"), asked);
        if (first == 1) expected.copay += Yen(3500);
        if (days - first == 1) expected.copay += Yen(3500);
        RC_ASSERT(in_two(by_id("nerima"), asked, first, asked.start + std::chrono::days(first)) == expected);
    }));
}

TEST_CASE(
    "003 5 利用時間及び利用回数: Minamiaso's nights come to the same in two where she stays the night "
    "between") {
    CHECK(rc::check("nights", [] {
        const int days = *rc::gen::inRange(3, 8);
        const int first = *rc::gen::inRange(2, days);
        const Request asked = answered(Service::short_stay, "2026-05-10", days);
        const Together expected = whole(by_id("minamiaso"), asked);
        const Date shared =
            asked.start + std::chrono::days(first - 1);  // the day on which one ends, one begins
        RC_ASSERT(in_two(by_id("minamiaso"), asked, first, shared) == expected);
        // Where she goes home for the night between, that night is neither counted nor paid.
        Together apart = in_two(by_id("minamiaso"), asked, first, shared + std::chrono::days(1));
        const bool last_day_only = days == first + 1;  // a second booking of a day is a use of its own
        RC_ASSERT(apart.used == expected.used - (last_day_only ? 0 : 1));
    }));
}

TEST_CASE("003 5 ※: day care of one day comes to the same in two, a visit of several units too") {
    CHECK(rc::check("units", [] {
        const Service service = *rc::gen::element(Service::day_care, Service::outreach);
        Request asked = answered(service, "2026-05-10", 1);
        asked.units = *rc::gen::inRange(2, 7);
        const int part = *rc::gen::inRange(1, *asked.units);
        const Together expected = whole(by_id("minamiaso"), asked);
        Request first = asked;
        first.units = part;
        Request second = asked;
        second.units = *asked.units - part;
        second.used->push_back({service, asked.start, 1, part});
        const Together a = whole(by_id("minamiaso"), first);
        const Together b = whole(by_id("minamiaso"), second);
        RC_ASSERT(a.used + b.used == expected.used);
        RC_ASSERT(a.copay + b.copay == expected.copay);
    }));
}

TEST_CASE("What is left never falls below zero, however often it is asked") {
    CHECK(rc::check("below zero", [] {
        const char* id = *rc::gen::element("nerima", "minamiaso", "setagaya", "nakano", "kashiwa");
        Request asked = answered(*rc::gen::element(Service::short_stay, Service::day_care, Service::outreach),
                                 "2026-05-10", 1);
        int before = 1000;
        asked.start = day("2026-05-01");
        for (int i = 0; i < 25; ++i) {
            asked.days = *rc::gen::inRange(1, 4);
            asked.units = *asked.days;
            const Verdict verdict = judge(by_id(id), asked);
            RC_ASSERT(verdict.remaining);
            RC_ASSERT(verdict.remaining->after >= 0);
            RC_ASSERT(verdict.remaining->before <= before);
            const bool by_night = id == std::string_view("minamiaso") && asked.service == Service::short_stay;
            const int needed = by_night ? std::max(1, *asked.days - 1) : *asked.days;
            RC_ASSERT((outcome(verdict, "limit") == "accept") == (needed <= verdict.remaining->before));
            before = verdict.remaining->after;
            asked.used->push_back({asked.service, asked.start, *asked.days, *asked.units});
            asked.start += std::chrono::days(*asked.days);
        }
    }));
}
