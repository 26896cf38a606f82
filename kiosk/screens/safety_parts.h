#pragma once

#include "kiosk/screens/safety_screen.h"

namespace sango::screens {

/// The parts of 安全, each in its own file.

// safety_new.cpp: a near miss in under a minute; the same for something graver.
void draw_new_incident(ui::Context& ui, ui::Rect area, const SafetyView& view, SafetyState& state,
                       std::vector<Intent>& intents);
// safety_incident.cpp: one incident: what happened, its form, its reports.
void draw_incident(ui::Context& ui, ui::Rect area, const SafetyView& view, SafetyState& state,
                   std::vector<Intent>& intents, Instant now);
// safety_form.cpp: the fields of 様式1, a section at a time.
void draw_form(ui::Context& ui, ui::Rect area, const IncidentView& incident, SafetyState& state,
               std::vector<Intent>& intents);
/// What was typed into fields that are not shown any more goes to the clinic.
void keep_drafts(const IncidentView& incident, SafetyState& state, std::vector<Intent>& intents,
                 int but_section);
// safety_report.cpp: whom to call, first and later reports, files, the end.
void draw_reports(ui::Context& ui, ui::Rect area, const IncidentView& incident, SafetyState& state,
                  std::vector<Intent>& intents);

/// "あと5時間12分", "2時間過ぎています".
[[nodiscard]] std::string left_text(const ui::Context& ui, Instant due, Instant now);
[[nodiscard]] std::string day_time_text(const ui::Context& ui, Instant at);

}  // namespace sango::screens
