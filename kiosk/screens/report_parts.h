#pragma once

#include "kiosk/screens/report_screen.h"

#include <vector>

namespace sango::screens {

/// The parts of 報告, each in its own file. Every part draws into `at` and adds what was asked for.

// report_cards.cpp: a card for each municipality.
void draw_report_cards(ui::Context& ui, const ui::Rect& at, const ReportView& view,
                       std::vector<Intent>& intents);
// report_table.cpp: the uses of the month, and what each still lacks.
void draw_report_table(ui::Context& ui, const ui::Rect& at, const ReportView& view, ReportState& state,
                       std::vector<Intent>& intents);
// report_totals.cpp: the sums, how the sending goes, the receipt, and the one action.
void draw_report_totals(ui::Context& ui, const ui::Rect& at, const ReportView& view, ReportState& state,
                        std::vector<Intent>& intents, Instant now);
// report_papers.cpp: the row of papers (PDF, spreadsheet, CSV, how sending went), and the dialogs behind it.
void draw_paper_buttons(ui::Context& ui, const ui::Rect& at, const ReportView& view, ReportState& state);
void draw_paper_dialogs(ui::Context& ui, const ReportView& view, ReportState& state,
                        std::vector<Intent>& intents);
// report_decide.cpp: what stands for each character that CP932 lacks.
void draw_decision(ui::Context& ui, const ReportView& view, ReportState& state, std::vector<Intent>& intents);
// report_user.cpp: a report on one use (利用者別実施報告書).
void draw_user_report(ui::Context& ui, ReportState& state, std::vector<Intent>& intents);

}  // namespace sango::screens
