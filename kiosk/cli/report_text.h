#pragma once

#include "shared/report/implementation_report.h"
#include "shared/sync/pump.h"

#include <string>

namespace sango::cli {

/// How much of a report is printed: the rows with totals and gaps, the rows with gaps only, or how far it has
/// come.
enum class Extent { whole, gaps, state };

/// Lines for a person.
[[nodiscard]] std::string report_text(const report::ImplementationReport& report, Extent extent,
                                      bool japanese);
/// One line of JSON, everything.
[[nodiscard]] std::string report_line(const report::ImplementationReport& report);
/// One line on what became of a try.
[[nodiscard]] std::string sent_text(const sync::Sent& sent, bool japanese);

}  // namespace sango::cli
