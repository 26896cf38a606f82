#include "kiosk/screens/night_view.h"

#include <algorithm>

namespace sango::screens {

bool asks_for_look(const NightTile& tile, std::chrono::milliseconds now) {
    return now >= tile.due || tile.seen.posture == clinic::Posture::prone || !tile.seen.colour_good ||
           !tile.seen.breathing_calm;
}

NightAlarm night_alarm(const NightView& view, std::chrono::milliseconds now) {
    NightAlarm alarm;
    for (const NightTile& tile : view.babies) {
        if (!asks_for_look(tile, now)) continue;
        ++alarm.overdue;
        if (alarm.most_urgent == nullptr || tile.due < alarm.most_urgent->due) alarm.most_urgent = &tile;
        // A red tile is at least shown, also before its next look is due.
        alarm.alarm =
            std::max({alarm.alarm, clinic::Alarm::shown, clinic::alarm_at(view.rules, tile.due, now)});
    }
    return alarm;
}

}  // namespace sango::screens
