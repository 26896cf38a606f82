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
/// report.received, report.sending, report.next_try, report.action. And notice, notice.dismiss.
///
/// A row with a gap leads to where it is mended: it returns OpenCheckOut or ChoosePair, and the frame goes
/// there.

/// Nothing stands between two frames here: the month and the municipality are the clinic's.
struct ReportState {};

[[nodiscard]] std::vector<Intent> draw_report(ui::Context& ui, ui::Rect area, const ReportView& view,
                                              ReportState& state, Instant now);

}  // namespace sango::screens
