#pragma once

#include "shared/clinic/call_rules.h"
#include "shared/clinic/care_rules.h"
#include "shared/clinic/incident_rules.h"
#include "shared/clinic/watch_rules.h"

#include <filesystem>
#include <vector>

namespace sango::clinic {

/// What the clinic's safety rests on, as data: assets/safety/*.toml.
struct Safety {
    WatchRules watch;
    CareRules care;
    std::vector<Office> offices;
    Holidays holidays;
    std::vector<IncidentClass> incidents;
};

/// Each file is taken from the first of `folders` that has it, so that a clinic may keep its own copy of one.
[[nodiscard]] Result<Safety> load_safety(const std::vector<std::filesystem::path>& folders);

}  // namespace sango::clinic
