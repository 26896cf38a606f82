// Every day of birth of four years, one of them a leap year, for every service of every programme.

#include "shared/programme/rules.h"
#include "tests/programme/sample.h"

#include <array>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

struct Months {
    const char* programme;
    Service service;
    int months;
    const char* past;  ///< the window's answer a day later
};

// 002 利用日数 ※1・利用できる方; 001 III 1 (2) ③; 003 3 対象者; 000 1 (1) to (3); Kashiwa's by its setting.
constexpr std::array kMonths{
    Months{"nerima", Service::short_stay, 4, "ask"},
    Months{"nerima", Service::day_care, 12, "refuse"},
    Months{"nerima", Service::outreach, 12, "refuse"},
    Months{"setagaya", Service::short_stay, 4, "refuse"},
    Months{"setagaya", Service::day_care, 4, "refuse"},
    Months{"setagaya", Service::outreach, 12, "refuse"},
    Months{"setagaya", Service::sibling_short_stay, 4, "refuse"},
    Months{"setagaya", Service::sibling_day_care, 4, "refuse"},
    Months{"minamiaso", Service::short_stay, 12, "refuse"},
    Months{"minamiaso", Service::day_care, 12, "refuse"},
    Months{"minamiaso", Service::outreach, 12, "refuse"},
    Months{"nakano", Service::short_stay, 5, "refuse"},
    Months{"nakano", Service::day_care, 7, "refuse"},
    Months{"nakano", Service::outreach, 12, "refuse"},
    Months{"kashiwa", Service::day_care, 3, "refuse"},
};

/// The day before the same day of the month `months` later, by the calendar alone: walk to that month, and
/// where it has no such day take its last (Civil Code art. 143).
Date by_the_calendar(Date born, int months) {
    const std::chrono::year_month_day on(born);
    const std::chrono::year_month month = on.year() / on.month() + std::chrono::months(months);
    const auto same_day = month / on.day();
    if (same_day.ok()) return Date(same_day) - std::chrono::days(1);
    return Date(month / std::chrono::last);
}

Request on_day(Service service, Date born, Date start) {
    Request asked = request(service);
    asked.start = start;
    asked.days = 1;
    asked.children = {Child{born, born, 3000}};
    asked.settings["window.months"] = 3;
    return asked;
}

}  // namespace

TEST_CASE("The last day of a window is in, the day after is out, for every day of birth") {
    for (const Months& one : kMonths) {
        const Programme programme = rules_of(one.programme);
        for (Date born = day("2023-01-01"); born < day("2027-01-01"); born += std::chrono::days(1)) {
            const Date last = by_the_calendar(born, one.months);
            const Verdict on_last = judge(programme, on_day(one.service, born, last));
            const Verdict after = judge(programme, on_day(one.service, born, last + std::chrono::days(1)));
            const bool right = on_last.last_day == last && outcome(on_last, "window") == "accept" &&
                               after.last_day == last && outcome(after, "window") == one.past;
            if (!right) FAIL_CHECK(one.programme << " " << word(one.service) << ", born " << date_text(born));
        }
    }
}

TEST_CASE("Dates section: the months of the page's own examples") {
    // Born 2026-01-15, 5 months; 2025-09-28 to 30, 5 months; 2024-02-29, 12 months.
    CHECK(by_the_calendar(day("2026-01-15"), 5) == day("2026-06-14"));
    CHECK(by_the_calendar(day("2025-09-28"), 5) == day("2026-02-27"));
    CHECK(by_the_calendar(day("2025-09-29"), 5) == day("2026-02-28"));
    CHECK(by_the_calendar(day("2025-09-30"), 5) == day("2026-02-28"));
    CHECK(by_the_calendar(day("2024-02-29"), 12) == day("2025-02-28"));
}

TEST_CASE("002 利用者負担額について: every day around 1 July, confirmed on every day around it") {
    const Programme nerima = rules_of("nerima");
    for (Date use_day = day("2026-06-28"); use_day < day("2026-07-04"); use_day += std::chrono::days(1))
        for (Date confirmed = day("2025-06-28"); confirmed < day("2026-07-04");
             confirmed += std::chrono::days(1)) {
            Request asked = request(Service::day_care);
            asked.start = use_day;
            asked.mother->household = Household::tax_exempt;
            asked.mother->household_confirmed_on = confirmed;
            const Date lapse = use_day < day("2026-07-01") ? day("2025-07-01") : day("2026-07-01");
            const Verdict verdict = judge(nerima, asked);
            const bool free = confirmed >= lapse;
            if ((outcome(verdict, "household") == "accept") != free || verdict.copay.has_value() != free)
                FAIL_CHECK(date_text(use_day) << ", confirmed " << date_text(confirmed));
        }
}

TEST_CASE("002 利用までの流れ 1: every day around 1 April, by card and coupon") {
    const Programme nerima = rules_of("nerima");
    for (Date interview = day("2026-03-25"); interview < day("2026-04-08"); interview += std::chrono::days(1))
        for (const CardKind kind : {CardKind::card, CardKind::coupon}) {
            Request asked = request();
            asked.card->kind = kind;
            asked.card->interview_on = interview;
            const bool paper = interview < day("2026-04-01");
            const std::string expected = (kind == CardKind::card) == paper ? "accept"
                                         : paper                           ? "refuse"
                                                                           : "ask";
            if (outcome(judge(nerima, asked), "card") != expected)
                FAIL_CHECK(date_text(interview) << " " << word(kind));
        }
}

TEST_CASE("002 利用予約後のキャンセルについて: however many days the clinic is closed before") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::day_care);
    for (int closed = 0; closed < 12; ++closed) {
        const Verdict verdict = judge(nerima, asked);
        REQUIRE(verdict.cancel_by);
        CHECK(*verdict.cancel_by ==
              japan_instant(asked.start - std::chrono::days(closed + 1), std::chrono::hours(10)));
        asked.closed_days.push_back(asked.start - std::chrono::days(closed + 1));
    }
}

TEST_CASE("001 III 1 (2) ④ 利用方法, 002 ※4: registration from week 28, the exemption from week 30") {
    CHECK(rules_of("setagaya").registration_opens(day("2026-08-01")) == day("2026-05-09"));  // 84 days before
    CHECK(rules_of("nerima").exemption_opens(day("2026-08-01")) == day("2026-05-23"));       // 70 days before
    CHECK(rules_of("setagaya").registration_opens(day("2024-05-23")) == day("2024-02-29"));
    CHECK_FALSE(rules_of("nerima").registration_opens(day("2026-08-01")));
    CHECK_FALSE(rules_of("setagaya").exemption_opens(day("2026-08-01")));
}

TEST_CASE("003 7 (1) ⑥: papers are kept five years from the day after the contract's fiscal year") {
    const Programme minamiaso = rules_of("minamiaso");
    CHECK(minamiaso.records_kept_until(day("2026-03-31")) == day("2031-03-31"));
    CHECK(minamiaso.records_kept_until(day("2025-04-01")) == day("2031-03-31"));
    CHECK(minamiaso.records_kept_until(day("2026-04-01")) == day("2032-03-31"));
    CHECK_FALSE(rules_of("nerima").records_kept_until(day("2026-03-31")));
}
