#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/document.h"

namespace sango::report {

/// 申し送り on paper: everything open now, line by line, with what the receiver has confirmed of the handover
/// under way; before one has begun, with empty boxes. Names stand on it: it is for the staff only.
[[nodiscard]] Result<Document> handover_sheet(const clinic::Clinic& clinic);

}  // namespace sango::report
