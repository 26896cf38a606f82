#pragma once

#include "shared/clinic/demo_story.h"

namespace sango::clinic {

/// Five beds, five day places and two midwives who visit; days off, and how many midwives there are by day.
[[nodiscard]] Result<Done> set_up_places(Clinic& clinic, Date today);
/// Bookings of the two weeks around the story's end, and who waits. What the rules refuse is not booked.
void tell_board(DemoStory& story);

}  // namespace sango::clinic
