#pragma once

#include "kiosk/screens/frame.h"

namespace sango::screens {

/// A baby asks for a look: said on every screen, in the place of the bar, so that nothing moves under the
/// finger. On 夜間 itself its red tile says so first, and the bar from when it sounds; at once where a dialog
/// lies over the tile.
/// `tile_seen`: 夜間 is shown and nothing lies over the tile.
[[nodiscard]] bool takes_the_bar(const NightAlarm& alarm, const KioskView& view, bool tile_seen);
/// `alarm.most_urgent` must be there. A tap opens what was seen of that baby, and leaves whatever dialog was
/// open; what is being answered of that very baby stands as it is.
void draw_alarm(ui::Context& ui, const ui::Rect& at, const KioskView& view, const NightAlarm& alarm,
                KioskState& state, std::vector<Intent>& intents);
/// The same over an open dialog: not dimmed, and within reach. Draw after every dialog.
void draw_alarm_over(ui::Context& ui, const ui::Rect& at, const KioskView& view, const NightAlarm& alarm,
                     KioskState& state, std::vector<Intent>& intents);
/// A red edge around everything: when it is loudest, and from the first where alarms cannot be heard. Draw
/// last; over a dialog draw_alarm_over has drawn it. Also asks for the frame in which the alarm changes.
void draw_alarm_edge(ui::Context& ui, const KioskView& view, const NightAlarm& alarm);

}  // namespace sango::screens
