#include "shared/store/backup_rota.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::store;

namespace {

Instant at(int year, unsigned month, unsigned day, int hour = 3) {
    return japan_instant(make_date(year, month, day), std::chrono::minutes(hour * 60));
}

/// What is left after a backup each day at three o'clock, from a day on.
std::vector<Instant> after_days(int days) {
    std::vector<Instant> kept;
    for (int day = 0; day < days; ++day) {
        kept.push_back(at(2025, 1, 1) + std::chrono::days(day));
        for (const Instant gone : outlived_backups(kept)) std::erase(kept, gone);
    }
    return kept;
}

}  // namespace

TEST_CASE("after two years of daily backups 7 days, 5 weeks and 13 months are there") {
    const auto kept = after_days(730);
    CHECK(kept.size() <= 7 + 5 + 13);
    CHECK(kept.size() >= 13 + 5);
    const Instant newest = at(2025, 1, 1) + std::chrono::days(729);
    for (int day = 0; day < 7; ++day)
        CHECK(std::ranges::find(kept, newest - std::chrono::days(day)) != kept.end());
    CHECK(kept.front() < newest - std::chrono::days(360));
}

TEST_CASE("of several in one day the last one counts") {
    const auto outlived = outlived_backups({at(2026, 11, 1, 3), at(2026, 11, 1, 9), at(2026, 11, 2, 3)});
    CHECK(outlived == std::vector{at(2026, 11, 1, 3)});
}

TEST_CASE("a clinic that was closed for a month keeps what it has: spans are counted, not days") {
    CHECK(outlived_backups({at(2026, 6, 1), at(2026, 6, 2), at(2026, 6, 3), at(2026, 11, 2)}).empty());
}

TEST_CASE("the newest backup is always kept, also under a clock that went back") {
    for (int days = 1; days < 60; ++days) {
        const auto kept = after_days(days);
        CHECK(kept.back() == at(2025, 1, 1) + std::chrono::days(days - 1));
    }
    CHECK(outlived_backups({}).empty());
}
