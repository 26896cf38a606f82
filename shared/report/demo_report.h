#pragma once

#include "shared/clinic/demo_clinic.h"

namespace sango::report {

/// How the demo clinic writes its papers: with the use cases of this room.
[[nodiscard]] clinic::DemoPapers demo_papers();

}  // namespace sango::report
