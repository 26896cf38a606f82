#pragma once

#include "tests/faults/workflows.h"

namespace sango::faults {

/// The workflow is tried by every role, and by nobody: how often who may not could, or changed anything, or
/// who may could not.
[[nodiscard]] int wrong_by_role(const Workflow& workflow);

}  // namespace sango::faults
