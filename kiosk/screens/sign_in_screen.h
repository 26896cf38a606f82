#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <string>
#include <vector>

namespace sango::screens {

/// サインイン: the badge first, then the PIN.
///
/// Ids: signin.clinic, signin.ask, signin.holder, signin.other, signin.pin (how many digits stand there),
/// signin.pad.<digit, erase>, notice, signin.emergency; the dialog signin.by_emergency with
/// signin.staff.N, signin.usual.N and signin.reason. Left to the watch: signin.watch, signin.open.
struct SignInState {
    std::string digits;
    bool open = false;  ///< over the watch: someone wants in
    bool emergency = false;
    std::string staff_id;
    std::string reason;
};

/// The whole screen below the bar while nobody is signed in.
[[nodiscard]] std::vector<Intent> draw_sign_in(ui::Context& ui, ui::Rect area, const KioskView& view,
                                               SignInState& state);
/// The strip over the watch that was left alone.
void draw_left_to_watch(ui::Context& ui, ui::Rect& area, const KioskView& view, SignInState& state);

}  // namespace sango::screens
