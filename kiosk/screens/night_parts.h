#pragma once

#include "kiosk/screens/night_screen.h"

#include <vector>

namespace sango::screens {

/// The parts of 夜間, each in its own file.

// night_tiles.cpp: one tile a baby, the last place for what is next and what can be done.
/// Index of the tile pressed, or -1.
[[nodiscard]] int draw_night_tiles(ui::Context& ui, ui::Rect at, const NightView& view,
                                   std::chrono::milliseconds now, ui::Rect* last);
[[nodiscard]] std::string posture_words(const ui::Context& ui, clinic::Posture posture);

// night_look.cpp: what was seen of one baby.
void draw_look(ui::Context& ui, const NightView& view, NightState& state, std::vector<Intent>& intents);

// night_dialogs.cpp: taking into keeping, who is on duty, the receiver's word.
void draw_take(ui::Context& ui, const NightView& view, NightState& state);
void draw_duty(ui::Context& ui, const NightView& view, NightState& state, std::vector<Intent>& intents);
void draw_receive(ui::Context& ui, const NightView& view, NightState& state, std::vector<Intent>& intents);

// night_handover.cpp: 申し送り, in the place of the board.
void draw_handover(ui::Context& ui, ui::Rect area, const NightView& view, NightState& state,
                   std::vector<Intent>& intents);

/// A panel over the shaded screen, its inside returned; end with ui.end_layer().
[[nodiscard]] ui::Rect begin_panel(ui::Context& ui, std::string_view id, std::string_view title, float width,
                                   float height);

}  // namespace sango::screens
