#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/reason_dialog.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <string>
#include <vector>

namespace sango::screens {

/// 夜間: every baby in the staff's keeping, readable from three metres; a look in two taps (its tile, what
/// was seen).
///
/// Ids: night.baby.N (tile), night.baby.N.minutes; night.next, night.next.N; night.round, night.take,
/// night.handover, night.duty; night.undo (the look just recorded), night.undo.ask (dialog); night.none where
/// nobody is in keeping; night.watcher.N where nobody watches. Look panel: night.look,
/// night.look.posture.<back, side, prone, held>, night.look.colour.<good, poor>, night.look.breathing.<calm,
/// odd>, night.look.laid, night.look.less / .more (interval), night.look.back_to_mother, night.look.record,
/// night.look.close. Dialogs: night.take.N, night.take.close; night.duty.N, night.duty.close;
/// night.receive.N, night.receive.confirm, night.receive.cancel, night.receive.whole (with 申し送り).
/// 申し送り: handover, handover.N, handover.N.confirm, handover.finish, handover.print, handover.close.

struct NightState {
    enum class Open { nothing, look, take, duty, receive, handover };

    Open open = Open::nothing;
    std::string use_id;  ///< of the look panel: set where the baby comes into keeping with this look
    std::string child_id;
    clinic::Seen seen;
    std::vector<std::string> round;  ///< 全員を見る: children still to be seen, this one first
    std::string receiver;            ///< staff id of who takes the watch over
    ReasonDraft undo;
};

/// Opens the panel of this baby; from any screen.
void open_look(NightState& state, const NightTile& tile);
/// Its panel is open.
[[nodiscard]] inline bool looks_at(const NightState& state, const NightTile& tile) {
    return state.open == NightState::Open::look && state.child_id == tile.child_id;
}

/// `now` is BarView::steady.
[[nodiscard]] std::vector<Intent> draw_night(ui::Context& ui, ui::Rect area, const NightView& view,
                                             NightState& state, std::chrono::milliseconds now, Instant wall);

}  // namespace sango::screens
