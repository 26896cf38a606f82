#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <vector>

namespace sango::screens {

/// Clinic, date and time, what waits for the municipality, who is on duty, and the way to help. Ids in
/// frame.h. True when whoever is on duty leaves the terminal.
[[nodiscard]] bool draw_bar(ui::Context& ui, const ui::Rect& at, const KioskView& view, bool& emergency_open);
/// 緊急, at the right end of what is left of the bar.
void draw_emergency_chip(ui::Context& ui, ui::Rect& left, const BarView& view, bool& emergency_open);
/// What is wrong with the machine itself, cut off the top of `area` until it is over. True when a person says
/// that date and time are right.
[[nodiscard]] bool draw_trouble(ui::Context& ui, ui::Rect& area, const BarView& view);
/// Whom to call, over everything but an alarm. Draw last, while open.
void draw_emergency(ui::Context& ui, const BarView& view, bool& open, std::vector<Intent>& intents);

}  // namespace sango::screens
