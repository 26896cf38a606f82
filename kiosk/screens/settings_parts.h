#pragma once

#include "kiosk/screens/settings_screen.h"

namespace sango::screens {

/// The parts of 設定, each in its own file. Every part draws into `at` and adds what was asked for.

// settings_programmes.cpp: every programme with its switch, and where new rules come from.
void draw_programmes(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                     std::vector<Intent>& intents);
// settings_page.cpp: one programme: its rules, its open numbers, what was changed.
void draw_programme_page(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                         std::vector<Intent>& intents);
// settings_rules.cpp: the rules of one version, typeset.
void draw_rules(ui::Context& ui, const ui::Rect& at, const ProgrammePage& page, const RulesPage& rules);
// settings_answers.cpp: the form of what the papers leave open.
/// The municipality's number is not set, and verdicts ask for it.
[[nodiscard]] bool verdicts_wait_for(const OpenAnswerLine& one);
void draw_answers(ui::Context& ui, const ui::Rect& at, const SettingsView& view, SettingsState& state);
void draw_answer_form(ui::Context& ui, const SettingsView& view, SettingsState& state,
                      std::vector<Intent>& intents);
// settings_history.cpp: what was changed, when and by whom.
void draw_setting_history(ui::Context& ui, const ui::Rect& at, const ProgrammePage& page);
std::string change_words(const ui::Context& ui, const SettingChangeLine& change);
// settings_files.cpp: files on USB sticks to choose from.
void draw_files(ui::Context& ui, const std::vector<FileLine>& files, std::vector<Intent>& intents);
// settings_staff.cpp: who is of the staff, their PINs and badges.
void draw_staff(ui::Context& ui, ui::Rect at, const SignInView& view, SettingsState& settings,
                std::vector<Intent>& intents);
// settings_clinic.cpp: what papers say of the clinic, and where the invoice's money goes.
void draw_particulars(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                      std::vector<Intent>& intents);
// settings_audit.cpp: who did what, and when.
void draw_audit(ui::Context& ui, ui::Rect at, const AuditView& view, std::vector<Intent>& intents);
// settings_papers.cpp: where the sheet for the dead machine goes, and how it is kept safe.
void draw_paper_settings(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                         std::vector<Intent>& intents);
void draw_printer_settings(ui::Context& ui, ui::Rect inside, const SettingsView& view, SettingsState& state,
                           std::vector<Intent>& intents);
// settings_display.cpp: language and light.
void draw_display(ui::Context& ui, ui::Rect at, Light& light);

}  // namespace sango::screens
