#pragma once

#include "shared/clinic/clinic.h"

#include <string>
#include <vector>

namespace sango::report {

/// Setting "report.unattended": "1" lets the terminal close a month by itself, so that it is sent where
/// nobody presses the button.
inline constexpr std::string_view kUnattended = "report.unattended";

/// A month that the terminal closed by itself.
struct ClosedUnattended {
    std::string programme;
    std::chrono::year_month month{};
};
/// From 09:00 of the deadline's day on: closes last month of every programme of which nothing is missing and
/// that nobody has closed. Does nothing unless kUnattended is "1". Who acts then is "system", which the
/// report's screen tells. Idempotent: called as often as one likes.
[[nodiscard]] Result<std::vector<ClosedUnattended>> close_due_months(clinic::Clinic& clinic);

/// Whether the newest close of the month was the terminal's own, and when.
[[nodiscard]] Result<std::optional<Instant>> closed_unattended(const clinic::Clinic& clinic,
                                                               std::string_view programme,
                                                               std::chrono::year_month month);

}  // namespace sango::report
