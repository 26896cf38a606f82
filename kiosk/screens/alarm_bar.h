#pragma once

#include "kiosk/screens/frame.h"

namespace sango::screens {

/// A baby asks for a look: said on every screen, in the place of the bar, so that nothing moves under the
/// finger. On 夜間 itself its red tile says so first, and the bar from when it sounds.
[[nodiscard]] bool takes_the_bar(const NightAlarm& alarm, const KioskView& view, Screen screen);
/// `alarm.most_urgent` must be there. A tap opens what was seen of that baby.
void draw_alarm(ui::Context& ui, const ui::Rect& at, const KioskView& view, const NightAlarm& alarm,
                KioskState& state);
/// A red edge around everything: when it is loudest, and from the first where alarms cannot be heard. Draw
/// last. Also asks for the frame in which the alarm changes.
void draw_alarm_edge(ui::Context& ui, const KioskView& view, const NightAlarm& alarm);

}  // namespace sango::screens
