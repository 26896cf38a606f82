#include "shared/programme/case.h"

#include <algorithm>

namespace sango::programme {

std::optional<Instant> cancel_by(const Cancel& cancel, Date start, const std::vector<Date>& closed_days) {
    Date day = start - std::chrono::days(cancel.days_before);
    // Each step leaves one closed day behind, so there are no more steps than closed days.
    while (cancel.before_closed_days &&
           std::find(closed_days.begin(), closed_days.end(), day) != closed_days.end())
        day -= std::chrono::days(1);
    return japan_instant(day, cancel.at);
}

}  // namespace sango::programme
