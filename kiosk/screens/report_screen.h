#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <vector>

namespace sango::screens {

/// 報告: which municipality's month is incomplete and why; one press sends it; a receipt proves it.
///
/// Ids: report.prev, report.month, report.next; report.due, report.invoice; report.card.<programme>,
/// report.progress.<programme>, report.state.<programme>; report.title, report.step.<collected, checked,
/// closed, sent, accepted>; report.row.N, report.refusal.N, report.none; report.total.N; report.receipt,
/// report.received, report.sending, report.bytes, report.next_try, report.action; report.unattended;
/// report.invoice_gap (in place of the action: leads to 設定);
/// report.pdf, report.sheet, report.csv, report.log, and behind them export (a dialog), export.what.<report,
/// invoice, proofs>, export.coding.<utf8, cp932>, export.folder.N, log.N, log.again.N, log.close;
/// decide (a dialog), decide.N, decide.N.likely.M, decide.N.text: what stands for what CP932 lacks;
/// user_report (a dialog), user_report.consent, user_report.urgent, user_report.remarks. And notice,
/// notice.dismiss.
///
/// A row with a gap leads to where it is mended: it returns OpenCheckOut or ChoosePair, and the frame goes
/// there.

/// What the hand left standing: the month and the municipality are the clinic's.
struct ReportState {
    enum class Open { nothing, pdf, sheet, csv, log, user_report };
    Open open = Open::nothing;
    int what = 0;                  ///< of the PDF: 0 the report, 1 the invoice, 2 the receipts as proof
    int coding = 0;                ///< of the CSV: 0 UTF-8, 1 CP932
    int folder = 0;                ///< chosen of ReportPapersView::folders
    std::string use_id = {};       ///< of the report on one use
    std::string user_number = {};  ///< whose it is
    bool consent = false;
    bool urgent = false;
    std::string remarks = {};
    std::vector<std::string> substitutes = {};  ///< of ReportPapersView::lacking, in that order
};

[[nodiscard]] std::vector<Intent> draw_report(ui::Context& ui, ui::Rect area, const ReportView& view,
                                              ReportState& state, Instant now);

}  // namespace sango::screens
