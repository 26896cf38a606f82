#pragma once

#include "shared/clinic/care_note.h"

#include <string_view>
#include <vector>

namespace sango::clinic {

/// What a baby drank on one day (Japan time): milk in ml, and how often it was fed, each bottle and each
/// breastfeed.
struct FeedDay {
    Date day{};
    int ml = 0;
    int times = 0;

    bool operator==(const FeedDay&) const = default;
};
/// Day by day, from the first feed of `child_id` to the last, days without one included; oldest first.
/// `notes`: of one use, by time.
[[nodiscard]] std::vector<FeedDay> feeds_by_day(const std::vector<Note>& notes, std::string_view child_id);

}  // namespace sango::clinic
