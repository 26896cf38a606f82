#include "shared/base/date.h"

#include <doctest/doctest.h>

using namespace sango;

TEST_CASE("A window of months ends the day before the same day of the month (Civil Code art. 143)") {
    CHECK(last_day_within_months(make_date(2026, 1, 15), 5) == make_date(2026, 6, 14));
    CHECK(last_day_within_months(make_date(2025, 9, 28), 5) == make_date(2026, 2, 27));
    CHECK(last_day_within_months(make_date(2025, 9, 29), 5) == make_date(2026, 2, 28));
    CHECK(last_day_within_months(make_date(2025, 9, 30), 5) == make_date(2026, 2, 28));
    CHECK(last_day_within_months(make_date(2024, 2, 29), 12) == make_date(2025, 2, 28));
}

TEST_CASE("A baby's age is counted in full months and days over") {
    CHECK(age_on(make_date(2026, 9, 12), make_date(2026, 11, 21)) == Age{2, 9});
    CHECK(age_on(make_date(2025, 9, 30), make_date(2026, 2, 28)) == Age{4, 29});
    CHECK(age_on(make_date(2025, 9, 30), make_date(2026, 3, 1)) == Age{5, 0});
    CHECK(age_on(make_date(2026, 9, 12), make_date(2026, 9, 12)) == Age{0, 0});
    CHECK_FALSE(age_on(make_date(2026, 9, 12), make_date(2026, 9, 11)));
    CHECK(age_text_ja({3, 12}) == "生後3か月12日");
    CHECK(age_text_en({1, 1}) == "1 month 1 day");
}

TEST_CASE("Days are written in the era of the day") {
    CHECK(era_date_text(make_date(2026, 11, 21)) == "令和8年11月21日(土)");
    CHECK(era_date_text(make_date(2019, 4, 30)) == "平成31年4月30日(火)");
    CHECK(era_date_text(make_date(2019, 5, 1)) == "令和元年5月1日(水)");
    CHECK(era_month_text(month_of(make_date(2026, 10, 9))) == "令和8年10月");
    CHECK(english_date_text(make_date(2026, 11, 21)) == "Sat 21 November 2026");
}

TEST_CASE("Moments are read with their offset and shown in Japan time") {
    const auto at = parse_instant("2026-05-01T00:00:00Z");
    REQUIRE(at);
    CHECK(instant_text(*at) == "2026-05-01T09:00:00+09:00");
    CHECK(japan_date(*parse_instant("2026-05-01T15:00:00Z")) == make_date(2026, 5, 2));
    CHECK(parse_instant("2026-05-01T09:00:00.250+09:00") == at);
    for (const char* wrong :
         {"2026-05-01", "2026-05-01T09:00:00", "2026-02-30T09:00:00Z", "2026-05-01T24:00:00Z",
          "2026-05-01T09:00:00+9:00", "2026-05-01T09:00:00.Z", "2026-05-01T09:00:00Zx"})
        CHECK_FALSE_MESSAGE(parse_instant(wrong), wrong);
}

TEST_CASE("The municipal year turns on 1 April") {
    CHECK(fiscal_year(make_date(2026, 3, 31)) == 2025);
    CHECK(fiscal_year(make_date(2026, 4, 1)) == 2026);
}
