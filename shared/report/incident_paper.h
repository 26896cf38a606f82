#pragma once

#include "shared/clinic/incident.h"
#include "shared/report/document.h"

namespace sango::report {

/// 様式1「産後ケア事業 事案等発生時報告様式」 on paper, as far as it is filled in, with the time line, the
/// reports made and the files attached. What the municipality or the prefecture fills in stays empty. Her
/// name does not stand on it: the form does not ask for it.
[[nodiscard]] Document incident_paper(const clinic::Clinic& clinic, const clinic::Incident& incident);

}  // namespace sango::report
