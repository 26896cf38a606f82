#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// How grave (事案の種類). Rising.
enum class Gravity { near_miss, spoken, other, serious, death };
[[nodiscard]] std::string_view word(Gravity gravity);
[[nodiscard]] std::optional<Gravity> gravity_from(std::string_view word);

/// What follows from it: assets/safety/incident.toml.
struct IncidentClass {
    Gravity gravity{};
    Message name;
    bool form = false;  ///< the national form (様式1); else told by word, or shared in the house
    std::optional<int> first_report_days;     ///< days after the day it happened, to the end of that day
    std::optional<int> second_report_months;  ///< about so long after it happened
    std::string source;
};
/// One of each gravity.
[[nodiscard]] Result<std::vector<IncidentClass>> read_incident_classes(std::string_view toml,
                                                                       std::string_view file_name);
[[nodiscard]] const IncidentClass& class_of(const std::vector<IncidentClass>& classes, Gravity gravity);

/// The end of the day by which report `number` (1, 2) is due; none: no such report is asked for.
[[nodiscard]] std::optional<Instant> report_due(const IncidentClass& rule, Instant happened_at, int number);

}  // namespace sango::clinic
