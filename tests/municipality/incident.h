#pragma once

#include "tests/municipality/form.h"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace sango::municipality {

/// POST /v1/incidents: a report of an incident (事案等発生時報告, 第N報).
struct IncidentReport {
    std::string incident;  ///< the clinic's id
    std::string clinic;
    std::string user_number;
    std::int64_t report = 1;  ///< 第N報
    std::string gravity;
    Instant happened_at{};
    Instant made_at{};
};
[[nodiscard]] IncidentReport read_incident(const nlohmann::json& body, Faults& faults);

}  // namespace sango::municipality
