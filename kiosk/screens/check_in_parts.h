#pragma once

#include "kiosk/screens/check_in_screen.h"

#include <vector>

namespace sango::screens {

/// The parts of 受付, each in its own file. Every part draws into `at` and adds what was asked for.
using Intents = std::vector<Intent>;

// check_in_lists.cpp: camera, the two ways without a card, who is expected and who is here.
void draw_check_in_left(ui::Context& ui, ui::Rect at, const CheckInView& view, CheckInState& state,
                        Intents& intents);

// check_in_idle.cpp
void draw_nobody(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state);
void draw_done(ui::Context& ui, const ui::Rect& at, const DoneView& done, CheckInState& state,
               Intents& intents);
/// Asks why a check-in is taken back. `id` names the dialog.
void draw_undo_dialog(ui::Context& ui, std::string_view id, std::string_view name, const std::string& use_id,
                      CheckInState& state, Intents& intents);

// check_in_number.cpp
void draw_number_panel(ui::Context& ui, const ui::Rect& at, CheckInState& state, Intents& intents);

// check_in_name.cpp
void draw_name_panel(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state,
                     Intents& intents);

// check_in_candidate.cpp: who she is, which service; check_in_verdict.cpp: may she; check_in_money.cpp: what
// is left and what she pays.
void draw_candidate(ui::Context& ui, ui::Rect at, const CandidateView& candidate, CheckInState& state,
                    Intents& intents);
void draw_verdict(ui::Context& ui, const ui::Rect& at, const CandidateView& candidate, CheckInState& state,
                  Intents& intents);
void draw_money(ui::Context& ui, const ui::Rect& at, const CandidateView& candidate, CheckInState& state,
                Intents& intents);

// check_in_codes.cpp: codes for phones.
/// A QR code on white, as large as fits into `at`.
void draw_code(ui::Context& ui, std::string_view id, const ui::Rect& at, const CodeView& code,
               std::string_view words);
/// The clinic's own code over the screen, and the way to say that her coupon was seen. Draw while open.
void ask_coupon(ui::Context& ui, const CandidateView& candidate, CheckInState& state, Intents& intents);
/// She has left: the questionnaire's code.
void draw_left(ui::Context& ui, const ui::Rect& at, const LeftView& left, Intents& intents);

// check_in_cards.cpp: what the desk does with her card, cut off the foot of `at`; and the question before a
// loss is reported.
void draw_card_steps(ui::Context& ui, ui::Rect& at, const CandidateView& candidate, CheckInState& state,
                     Intents& intents);
void ask_card_lost(ui::Context& ui, const CandidateView& candidate, CheckInState& state, Intents& intents);

// check_in_register.cpp
void draw_register_form(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state,
                        Intents& intents);

// check_out_panel.cpp
void draw_check_out(ui::Context& ui, const ui::Rect& at, const CheckOutView& leaving, CheckInState& state,
                    Intents& intents, Instant now);

}  // namespace sango::screens
