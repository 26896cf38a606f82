#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/document.h"

namespace sango::report {

/// 週の予約表: seven days from `first`, a row a place, for the wall and for the morning when the machine is
/// dead. Names stand on it: it is for the staff only.
[[nodiscard]] Result<Document> week_sheet(const clinic::Clinic& clinic, Date first);

}  // namespace sango::report
