#pragma once

#include "tests/municipality/form.h"

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace sango::municipality {

/// POST /v1/reports: what the municipality keeps of an implementation report (実施報告書) besides its bytes.
struct Report {
    std::string clinic;
    std::string programme;
    std::chrono::year_month month{};
    std::int64_t revision = 1;
    std::vector<std::string> users;  ///< user number of each row, in the order of the rows
    std::string audit_head;
};

/// Checks every field of every row, that each use stands once and in its month, and that every sum follows
/// from the rows.
[[nodiscard]] Report read_report(const nlohmann::json& body, Faults& faults);
/// "care": how many notes of each kind.
void read_care(Form& row, Faults& faults);

}  // namespace sango::municipality
