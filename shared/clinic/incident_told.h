#pragma once

#include "shared/clinic/incident_rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

struct Clinic;

/// 口頭で伝えた出来事: one incident of a use, and when the municipality was first told of it by word. What
/// was written of it stays sealed: a report names the class, the times and whom they told.
struct ToldIncident {
    std::string incident_id;
    std::string use_id;
    Gravity gravity{};
    Instant happened_at{};
    std::optional<Instant> told_at;  ///< none: it still has to be told
    std::string told_to;
};
/// Of the programme's uses that begin in the span, by use and time: those that were told, and those, graver
/// than a near miss, that still have to be.
[[nodiscard]] Result<std::vector<ToldIncident>> told_incidents(const Clinic& clinic,
                                                               std::string_view programme, Date first,
                                                               Date last);

}  // namespace sango::clinic
