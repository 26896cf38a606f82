#pragma once

#include "kiosk/cli/command.h"
#include "shared/clinic/people.h"

#include <string>
#include <string_view>

namespace sango::cli {

/// A command that takes a CSV file in, all or nothing, and prints how much of it was new; the exit code. `ja`
/// says it in Japanese, with {0} added and {1} known.
[[nodiscard]] int import_csv(Options& options, const std::string& path,
                             Result<clinic::ImportResult> (*import)(clinic::Clinic&, std::string_view),
                             std::string_view ja);

}  // namespace sango::cli
