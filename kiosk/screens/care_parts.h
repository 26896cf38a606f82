#pragma once

#include "kiosk/screens/care_screen.h"

#include <vector>

namespace sango::screens {

/// The parts of ケア, each in its own file. Every part draws into `at` and adds what was asked for.

// care_tiles.cpp: everyone in the house.
void draw_tiles(ui::Context& ui, const ui::Rect& at, const CareView& view, std::vector<Intent>& intents);
// care_header.cpp: who is chosen, side by side with the others of this pair.
void draw_care_header(ui::Context& ui, const ui::Rect& at, const CareView& view,
                      std::vector<Intent>& intents);
// care_picture.cpp: the last 24 hours, or the weights; and the switch between them and the notes.
void draw_care_picture(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state);
/// The switch: timeline, notes, weight, feeds. Draws at the right end of `head`, cut off it.
void draw_picture_switch(ui::Context& ui, ui::Rect& head, const CareView& view, CareState& state);
// care_notes.cpp: what was written, newest first, with the two ways back.
void draw_notes(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state,
                std::vector<Intent>& intents, Instant now);
void draw_retract_dialog(ui::Context& ui, const CareView& view, CareState& state,
                         std::vector<Intent>& intents);
void draw_answer_dialog(ui::Context& ui, const CareView& view, CareState& state,
                        std::vector<Intent>& intents);
// care_entry.cpp: kinds, amount, time, 記録.
void draw_entry(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state,
                std::vector<Intent>& intents, Instant now);
// care_values.cpp: the amount or words of the kind chosen, in the entry's row.
void draw_values(ui::Context& ui, ui::Rect at, const CareView& view, CareState& state);
// care_pain.cpp: where it hurts and how much, in the place of the kinds: once both are chosen it is recorded.
void draw_pain(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state,
               std::vector<Intent>& intents, Instant now);
void draw_pain_chosen(ui::Context& ui, const ui::Rect& at, CareState& state);
// care_time.cpp: when it was.
void draw_time_picker(ui::Context& ui, const ui::Rect& at, CareState& state, Instant now);
/// "14:05", or "13:35〜14:05" of a span, or with the day before it.
[[nodiscard]] std::string observed_text(const ui::Context& ui, const NoteDraft& draft, Instant now);

// care_timers.cpp: running timers, in the entry's slot; the panel of one of them.
/// Cuts their chips off the left of `at`.
void draw_timers(ui::Context& ui, ui::Rect& at, const CareView& view, CareState& state, Instant now);
void draw_timer_panel(ui::Context& ui, const CareView& view, CareState& state, std::vector<Intent>& intents,
                      Instant now);
// care_ask.cpp: allergies before any meal or milk, and how she feels.
/// Draw while state.asks_allergies; true once it was answered: the note may be written now.
[[nodiscard]] bool draw_allergy_dialog(ui::Context& ui, const CareView& view, CareState& state,
                                       std::vector<Intent>& intents);
void draw_mind_panel(ui::Context& ui, const CareView& view, CareState& state, std::vector<Intent>& intents);
// care_entry.cpp
/// Hands the draft over as a note.
void record_draft(const CareView& view, CareState& state, std::vector<Intent>& intents,
                  const std::string& reason, Instant now);

/// Icon and word of a kind.
[[nodiscard]] ui::Icon icon_of(clinic::NoteKind kind);
[[nodiscard]] std::string kind_text(const ui::Context& ui, clinic::NoteKind kind);

}  // namespace sango::screens
