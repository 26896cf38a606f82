#pragma once

#include "shared/clinic/clinic.h"

#include <string_view>

namespace sango::clinic {

/// From now on this member of staff is on duty, and that the duty changed hands is on record. Error:
/// not_found.
[[nodiscard]] Result<Done> take_over(Clinic& clinic, std::string_view staff_id);

}  // namespace sango::clinic
