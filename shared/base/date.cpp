#include "shared/base/date.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace sango {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

int year_number(year_month_day d) {
    return static_cast<int>(d.year());
}
unsigned month_number(year_month_day d) {
    return static_cast<unsigned>(d.month());
}
unsigned day_number(year_month_day d) {
    return static_cast<unsigned>(d.day());
}

/// Exactly `count` digits at `at`, or nullopt.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

struct Era {
    const char* name;
    Date begins;
    int year_one;
};
constexpr std::array kEras{Era{"令和", make_date(2019, 5, 1), 2019}, Era{"平成", make_date(1989, 1, 8), 1989},
                           Era{"昭和", make_date(1926, 12, 25), 1926}};

/// "令和8年"; before Showa the plain year.
std::string era_year_text(Date on) {
    const int y = year_number(year_month_day(on));
    for (const Era& era : kEras) {
        if (on < era.begins) continue;
        const int n = y - era.year_one + 1;
        return n == 1 ? fmt::format("{}元年", era.name) : fmt::format("{}{}年", era.name, n);
    }
    return fmt::format("{}年", y);
}

constexpr std::array kWeekdaysJa{"日", "月", "火", "水", "木", "金", "土"};
constexpr std::array kWeekdaysEn{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array kMonthsEn{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

unsigned weekday_number(Date on) {
    return std::chrono::weekday(on).c_encoding();
}

/// The day of the month in the month `count` months later, and whether that month has it.
struct SameDay {
    Date day;
    bool exists;
};
SameDay same_day_after_months(Date start, int count) {
    const year_month_day moved = year_month_day(start) + months(count);
    if (moved.ok()) return {Date(moved), true};
    return {Date(moved.year() / moved.month() / std::chrono::last), false};
}

std::string plural(int count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

Date japan_date(Instant at) {
    return std::chrono::floor<days>(at + kJapanOffset);
}

seconds japan_time_of_day(Instant at) {
    return (at + kJapanOffset) - japan_date(at);
}

Instant japan_instant(Date on, seconds time_of_day) {
    return Instant(on) + time_of_day - kJapanOffset;
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text, 0, 4);
    const auto m = digits(text, 5, 2);
    const auto d = digits(text, 8, 2);
    if (!y || !m || !d || *y < 1900 || *y > 2999) return std::nullopt;
    const year_month_day parsed =
        year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
    if (!parsed.ok()) return std::nullopt;
    return Date(parsed);
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto on = parse_date(text.substr(0, 10));
    const auto h = digits(text, 11, 2);
    const auto m = digits(text, 14, 2);
    const auto s = digits(text, 17, 2);
    if (!on || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
    std::size_t at = 19;
    if (text[at] == '.') {
        const std::size_t first = ++at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        if (at == first) return std::nullopt;
    }
    const std::string_view zone = text.substr(at);
    seconds offset{0};
    if (zone != "Z" && zone != "z") {
        const auto zone_hours = digits(zone, 1, 2);
        const auto zone_minutes = digits(zone, 4, 2);
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !zone_hours ||
            !zone_minutes || *zone_hours > 23 || *zone_minutes > 59)
            return std::nullopt;
        offset = hours(*zone_hours) + minutes(*zone_minutes);
        if (zone[0] == '-') offset = -offset;
    }
    return Instant(*on) + hours(*h) + minutes(*m) + seconds(*s) - offset;
}

std::string date_text(Date on) {
    const year_month_day d(on);
    return fmt::format("{:04}-{:02}-{:02}", year_number(d), month_number(d), day_number(d));
}

std::string instant_text(Instant at) {
    const std::chrono::hh_mm_ss time(japan_time_of_day(at));
    return fmt::format("{}T{:02}:{:02}:{:02}+09:00", date_text(japan_date(at)), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string time_text(Instant at) {
    const std::chrono::hh_mm_ss time(japan_time_of_day(at));
    return fmt::format("{}:{:02}", time.hours().count(), time.minutes().count());
}

std::string era_date_text(Date on) {
    return fmt::format("{}{}({})", era_year_text(on), month_day_text(on), kWeekdaysJa[weekday_number(on)]);
}

std::string era_month_text(year_month m) {
    // A month belongs to the era of its last day: May 2019 is 令和元年5月.
    return fmt::format("{}{}月", era_year_text(last_day(m)), static_cast<unsigned>(m.month()));
}

std::string english_date_text(Date on) {
    return fmt::format("{} {} {}", kWeekdaysEn[weekday_number(on)], day_number(year_month_day(on)),
                       english_month_text(month_of(on)));
}

std::string english_month_text(year_month m) {
    return fmt::format("{} {}", kMonthsEn[static_cast<unsigned>(m.month()) - 1], static_cast<int>(m.year()));
}

std::string month_day_text(Date on) {
    const year_month_day d(on);
    return fmt::format("{}月{}日", month_number(d), day_number(d));
}

int fiscal_year(Date on) {
    const year_month_day d(on);
    return month_number(d) >= 4 ? year_number(d) : year_number(d) - 1;
}

year_month month_of(Date on) {
    const year_month_day d(on);
    return d.year() / d.month();
}

Date first_day(year_month m) {
    return Date(m / day(1));
}
Date last_day(year_month m) {
    return Date(m / std::chrono::last);
}

std::string month_text(year_month m) {
    return fmt::format("{:04}-{:02}", static_cast<int>(m.year()), static_cast<unsigned>(m.month()));
}

std::optional<year_month> parse_month(std::string_view text) {
    if (text.size() != 7) return std::nullopt;
    const auto on = parse_date(std::string(text) + "-01");
    if (!on) return std::nullopt;
    return month_of(*on);
}

Date last_day_within_months(Date start, int count) {
    const SameDay same = same_day_after_months(start, count);
    return same.exists ? same.day - days(1) : same.day;
}

std::optional<Age> age_on(Date birth, Date on) {
    if (on < birth) return std::nullopt;
    int full = static_cast<int>((month_of(on) - month_of(birth)).count());
    while (full > 0 && on <= last_day_within_months(birth, full)) --full;
    const Date since = full == 0 ? birth : last_day_within_months(birth, full) + days(1);
    return Age{full, static_cast<int>((on - since).count())};
}

std::string age_text_ja(Age age) {
    if (age.months == 0) return fmt::format("生後{}日", age.days);
    return fmt::format("生後{}か月{}日", age.months, age.days);
}

std::string age_text_en(Age age) {
    if (age.months == 0) return plural(age.days, "day");
    return plural(age.months, "month") + " " + plural(age.days, "day");
}

}  // namespace sango
