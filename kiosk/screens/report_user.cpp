#include "kiosk/screens/report_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/text_field.h"

namespace sango::screens {

void draw_user_report(ui::Context& ui, ReportState& state, std::vector<Intent>& intents) {
    const std::string title = ui.tr("report.user_title", {state.user_number});
    const std::string sentence = ui.tr("report.user_sentence");
    const std::string confirm = ui.tr("report.user_send");
    const std::string cancel = ui.tr("frame.back");
    const bool more = state.urgent || !state.remarks.empty();
    const std::string why = more && !state.consent ? ui.tr("report.user_needs_consent") : "";
    const ui::DialogWords words{
        .title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    constexpr float kRemarks = 150;
    ui::Rect inside = ui::begin_dialog(ui, "user_report", words, 2 * 56 + kRemarks + 16, 760);
    ui::checkbox(ui, "user_report.consent", inside.cut_top(52, 4), ui.tr("report.user_consent"),
                 state.consent);
    ui::checkbox(ui, "user_report.urgent", inside.cut_top(52, 4), ui.tr("report.user_urgent"), state.urgent);
    const std::string label = ui.tr("report.user_remarks");
    inside.cut_top(30);
    (void)ui::text_field(ui, "user_report.remarks", inside.cut_top(52), state.remarks,
                         {.label = label, .most = 1'500});
    switch (ui::end_dialog(ui, "user_report", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::confirmed:
            intents.push_back(WriteUserReport{state.use_id, state.consent, state.urgent, state.remarks});
            break;
        case ui::Answer::cancelled:
            break;
    }
    state.open = ReportState::Open::nothing;
}

}  // namespace sango::screens
