#include "shared/store/backup_rota.h"

#include <algorithm>
#include <functional>
#include <set>

namespace sango::store {
namespace {

constexpr std::size_t kDays = 7;
constexpr std::size_t kWeeks = 5;
constexpr std::size_t kMonths = 13;

/// Keeps the last backup of each of the newest `most` spans, a span being a day, a week or a month.
void keep(const std::vector<Instant>& newest_first, std::size_t most, const std::function<int(Date)>& span,
          std::set<Instant>& kept) {
    std::set<int> spans;
    for (const Instant at : newest_first) {
        if (!spans.insert(span(japan_date(at))).second) continue;
        if (spans.size() > most) return;
        kept.insert(at);
    }
}

}  // namespace

std::vector<Instant> outlived_backups(std::vector<Instant> made) {
    std::ranges::sort(made, std::greater());
    std::set<Instant> kept;
    const auto days = [](Date day) { return static_cast<int>(day.time_since_epoch().count()); };
    keep(made, kDays, days, kept);
    // 1 January 1970 was a Thursday: day -3 was a Monday.
    keep(
        made, kWeeks, [&](Date day) { return (days(day) + 3 + 7'000'000) / 7; }, kept);
    keep(
        made, kMonths,
        [](Date day) {
            const std::chrono::year_month_day date(day);
            return int{date.year()} * 12 + static_cast<int>(unsigned{date.month()});
        },
        kept);
    std::erase_if(made, [&](Instant at) { return kept.contains(at); });
    return made;
}

}  // namespace sango::store
