#pragma once

#include "kiosk/screens/views.h"
#include "shared/clinic/handover.h"

namespace sango::app {

/// 申し送り as the page shows it.
[[nodiscard]] screens::HandoverView handover_view(const clinic::Clinic& clinic);

}  // namespace sango::app
