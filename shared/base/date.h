#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sango {

/// A calendar day in Japan. Days since 1970-01-01, with no time of day and no zone.
using Date = std::chrono::sys_days;

/// A moment, UTC, to the second. Stored as seconds since 1970-01-01T00:00:00Z; shown in Japan time.
using Instant = std::chrono::sys_seconds;

/// Japan is at +09:00 all year (no daylight saving since 1951).
inline constexpr std::chrono::hours kJapanOffset{9};

[[nodiscard]] constexpr Date make_date(int year, unsigned month, unsigned day) {
    return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

[[nodiscard]] Date japan_date(Instant at);
/// Seconds since local midnight, 0 to 86,399.
[[nodiscard]] std::chrono::seconds japan_time_of_day(Instant at);
/// The moment at which `time_of_day` (seconds after local midnight) stands on `day` in Japan.
[[nodiscard]] Instant japan_instant(Date day, std::chrono::seconds time_of_day);

/// "2026-05-10", years 1900 to 2999. Anything else, and days that do not exist, are nullopt.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// RFC 3339 with an explicit offset or Z: "2026-05-01T09:00:00+09:00". Fractions of a second are cut.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
[[nodiscard]] std::string date_text(Date day);
/// RFC 3339 at +09:00.
[[nodiscard]] std::string instant_text(Instant at);
/// "14:05".
[[nodiscard]] std::string time_text(Instant at);

/// "令和8年11月21日(土)" and "令和8年11月"; eras Showa to Reiwa; "元年" for the first year.
[[nodiscard]] std::string era_date_text(Date day);
[[nodiscard]] std::string era_month_text(std::chrono::year_month month);
/// "Sat 21 November 2026", "November 2026".
[[nodiscard]] std::string english_date_text(Date day);
[[nodiscard]] std::string english_month_text(std::chrono::year_month month);
/// "11月21日".
[[nodiscard]] std::string month_day_text(Date day);

/// The municipal fiscal year (年度) that holds `day`: 1 April to 31 March, named by the year it begins.
[[nodiscard]] int fiscal_year(Date day);
[[nodiscard]] std::chrono::year_month month_of(Date day);
[[nodiscard]] Date first_day(std::chrono::year_month month);
[[nodiscard]] Date last_day(std::chrono::year_month month);
/// "2026-11".
[[nodiscard]] std::string month_text(std::chrono::year_month month);
[[nodiscard]] std::optional<std::chrono::year_month> parse_month(std::string_view text);

/// The last day before `months` (>= 1) months after `start` are full (満Nか月になる前日), Civil Code
/// art. 143: the day before the same day of the month, or, where that month has no such day, the
/// month's last day. Born 2026-01-15, 5 months: 2026-06-14. Born 2025-09-30, 5 months: 2026-02-28.
[[nodiscard]] Date last_day_within_months(Date start, int months);

/// Full months and days since birth, by the same counting: age 5 months 0 days is the day after
/// last_day_within_months(birth, 5). Before birth: nullopt.
struct Age {
    int months = 0;
    int days = 0;

    auto operator<=>(const Age&) const = default;
};
[[nodiscard]] std::optional<Age> age_on(Date birth, Date day);
/// "生後3か月12日" / "3 months 12 days"; under a month "生後12日" / "12 days"; one of a kind is singular.
[[nodiscard]] std::string age_text_ja(Age age);
[[nodiscard]] std::string age_text_en(Age age);

}  // namespace sango
