#pragma once

#include "shared/clinic/clinic.h"

#include <string_view>

namespace sango::clinic {

/// From now on this member of staff is on duty, by her word alone, and that the duty changed hands is on
/// record. Errors: not_found, badge_needed (where badges are in use).
[[nodiscard]] Result<Done> take_over(Clinic& clinic, std::string_view staff_id);

}  // namespace sango::clinic
