#pragma once

#include "kiosk/screens/views.h"
#include "shared/clinic/care_open.h"

namespace sango::app {

// What the care screen shows beside the notes.

/// Timers, allergies, scores, staff, of the chosen pair.
void set_asked(screens::CareView& view, const clinic::Clinic& clinic, const clinic::InHouse& pair);
/// Which of the notes out of range nobody has answered.
void set_unanswered(screens::CareView& view, const clinic::CareOpen& open);

}  // namespace sango::app
