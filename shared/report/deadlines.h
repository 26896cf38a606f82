#pragma once

#include "shared/clinic/clinic.h"

#include <string>
#include <vector>

namespace sango::report {

/// A paper that a municipality waits for and has not accepted yet.
struct Deadline {
    enum class Paper { report, invoice };
    Paper paper{};
    std::string programme;
    Message programme_name;
    std::chrono::year_month month{};
    Date due{};
    int days_left = 0;    ///< 0: today; below zero: overdue
    bool closed = false;  ///< closed or issued here already: it only has to arrive
};

/// Last month's papers that are due in at most `days_ahead` days, or overdue, the nearest first: the
/// implementation report where the programme sets a day ("due_day"), the invoice where it asks for one by the
/// month's end. Only months with a use. Cheap: no report is built.
[[nodiscard]] Result<std::vector<Deadline>> open_deadlines(const clinic::Clinic& clinic, int days_ahead = 7);

}  // namespace sango::report
