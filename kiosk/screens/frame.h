#pragma once

#include "kiosk/screens/board_screen.h"
#include "kiosk/screens/care_screen.h"
#include "kiosk/screens/check_in_screen.h"
#include "kiosk/screens/figures_screen.h"
#include "kiosk/screens/first_start_screen.h"
#include "kiosk/screens/frame_choices.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/night_screen.h"
#include "kiosk/screens/report_screen.h"
#include "kiosk/screens/safety_screen.h"
#include "kiosk/screens/settings_screen.h"
#include "kiosk/screens/sign_in_screen.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <vector>

namespace sango::screens {

/// The frame around every screen: the rail on the left (which screen, which language, which light), the bar
/// on top (clinic, date, what waits for the municipality, who is on duty), and the screen.
///
/// Ids: rail.checkin, rail.board, rail.care, rail.night, rail.safety, rail.report, rail.figures,
/// rail.settings; lang.en or lang.ja, whichever is not spoken now; theme.auto, theme.day, theme.night;
/// bar.clinic, bar.date, bar.sending, bar.refused, bar.staff (locks the screen, where badges are in use),
/// bar.deadline, bar.trouble; bar.watch, bar.no_sound, bar.incident; alarm (in the place of the bar while a
/// baby asks for a look), alarm.open; bar.emergency, emergency.0 ..., emergency.print, emergency.paper,
/// emergency.close; alarm.over (the alarm over an open dialog).

enum class Screen { check_in, board, care, night, safety, report, figures, settings };

/// What the hand left standing. Never what the clinic knows: that comes in the view each frame.
struct FrameState {
    Screen screen = Screen::check_in;
    Light light = Light::automatic;
    bool emergency_open = false;
    bool language_given = false;  ///< whoever started the kiosk named the language
    bool choices_taken = false;   ///< what was chosen before the restart holds
};

struct KioskState {
    FrameState frame;
    CheckInState check_in;
    BoardState board;
    CareState care;
    NightState night;
    SafetyState safety;
    ReportState report;
    FiguresState figures;
    SettingsState settings;
    SignInState sign_in;
    FirstStartState first_start;
};

/// The quiet night theme holds from 21:00 to 06:00 Japan time.
[[nodiscard]] bool is_night(Instant now);

/// Draws everything of one frame and returns what was asked for. Sets ui.night; a tap on the rail sets
/// ui.language. The first frame takes over what was chosen before; each choice by hand is asked to be kept.
[[nodiscard]] std::vector<Intent> draw_frame(ui::Context& ui, const KioskView& view, KioskState& state);

}  // namespace sango::screens
