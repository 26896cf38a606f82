#pragma once

#include "kiosk/screens/views.h"
#include "shared/clinic/handover.h"

namespace sango::app {

/// 申し送り as the page shows it.
[[nodiscard]] screens::HandoverView handover_view(const clinic::Clinic& clinic);
/// What stands in one line, for the screen, the record and the paper.
[[nodiscard]] Message line_words(const clinic::OpenLine& line, Instant now);

}  // namespace sango::app
