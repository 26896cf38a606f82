#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/safety_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

/// Whom to call now, what to say, and that it was done.
void draw_calls(ui::Context& ui, ui::Rect at, const IncidentView& incident, std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, at);
    inside.cut_top(ui::caption(ui, "safety.calls", inside, ui.tr("safety.calls")), 8);
    ui::Rect foot = inside.cut_bottom(ui::kButton, ui::kGap);
    if (incident.calls.empty())
        ui::text(ui, "safety.calls.none", inside, ui.tr("safety.calls_none"), {.ink = ui.theme().quiet_ink});
    for (std::size_t i = 0; i < incident.calls.size(); ++i) {
        const CallView& call = incident.calls[i];
        inside.cut_top(ui::text(ui, "", inside, ui.pick(call.who), {.type = ui::Type::strong}), 4);
        inside.cut_top(ui::text(ui, fmt::format("safety.call.{}", i), inside, call.number,
                                {.type = ui::Type::money, .ink = ui::ink_of(ui.theme(), ui::Tone::bad)}),
                       4);
        for (const Message& step : call.steps) inside.cut_top(ui::text(ui, "", inside, ui.pick(step)), 4);
        if (!call.source.empty())
            inside.cut_top(ui::text(ui, "", inside, call.source,
                                    {.type = ui::Type::source, .ink = ui.theme().quiet_ink}),
                           12);
    }
    if (incident.told_at) {
        ui::outcome_mark(ui, "", foot.cut_left(28, 6), ui::Outcome::yes, 22, ui.tr("frame.mark_yes"));
        ui::text(ui, "safety.told_at", foot,
                 ui.tr("safety.told_at", {day_time_text(ui, *incident.told_at), incident.told_whom}),
                 {.ink = ui::ink_of(ui.theme(), ui::Tone::good), .middle = true});
    } else if (!incident.row.closed &&
               ui::button(ui, "safety.told", foot, ui.tr("safety.told"), {.type = ui::Type::body})) {
        intents.push_back(RecordTold{incident.calls.empty() ? ui.tr("safety.municipality")
                                                            : incident.calls.front().who.ja});
    }
}

void draw_next_report(ui::Context& ui, ui::Rect& inside, const IncidentView& incident, SafetyState& state,
                      std::vector<Intent>& intents) {
    ui::text(ui, "", inside.cut_top(30, 4), ui.tr("safety.consent"), {.ink = ui.theme().quiet_ink});
    const std::string given = ui.tr("safety.consent_given");
    const std::string refused = ui.tr("safety.consent_refused");
    const std::string not_asked = ui.tr("safety.consent_not_asked");
    const std::array<ui::Choice, 3> choices{
        {{"given", given, {}}, {"refused", refused, {}}, {"not_asked", not_asked, {}}}};
    int selected = -1;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].id == state.consent) selected = static_cast<int>(i);
    const int chosen = choose_one(ui, "safety.consent", inside.cut_top(56, ui::kGap), choices, selected);
    if (chosen >= 0) state.consent = choices[static_cast<std::size_t>(chosen)].id;
    const std::string why = state.consent.empty() ? ui.tr("safety.need_consent") : "";
    const std::string key = state.consent == "given" ? "safety.make_and_send" : "safety.make_paper";
    if (ui::button(ui, "safety.report", inside.cut_top(ui::kBigButton, ui::kGap),
                   ui.tr(key, {std::to_string(incident.next_report)}),
                   {.kind = ui::ButtonKind::primary, .why_disabled = why})) {
        intents.push_back(MakeIncidentReport{state.consent});
        state.consent.clear();
    }
}

void draw_told_files(ui::Context& ui, ui::Rect& inside, const IncidentView& incident, SafetyState& state,
                     std::vector<Intent>& intents) {
    inside.cut_top(ui::caption(ui, "safety.files", inside, ui.tr("safety.files")), 4);
    std::string names;
    for (const std::string& name : incident.files) names += (names.empty() ? "" : "　") + name;
    inside.cut_top(
        ui::text(ui, "safety.file.names", inside, names.empty() ? ui.tr("safety.files_none") : names),
        ui::kSmallGap);
    if (incident.row.closed) return;
    ui::Rect row = inside.cut_top(60, ui::kGap);
    const std::string why = state.file_path.empty() ? ui.tr("safety.need_path") : "";
    if (ui::button(ui, "safety.attach", row.cut_right(240, ui::kGap), ui.tr("safety.attach"),
                   {.why_disabled = why, .type = ui::Type::body})) {
        intents.push_back(AttachIncidentFile{state.file_path});
        state.file_path.clear();
    }
    const std::string placeholder = ui.tr("safety.path_hint");
    ui::text_field(ui, "safety.file.path", row, state.file_path, {.placeholder = placeholder, .most = 1'000});
}

}  // namespace

void draw_reports(ui::Context& ui, ui::Rect area, const IncidentView& incident, SafetyState& state,
                  std::vector<Intent>& intents) {
    draw_calls(ui, area.cut_left(440, ui::kGap), incident, intents);
    ui::Rect inside = ui::card(ui, area);
    if (incident.has_form) {
        inside.cut_top(ui::caption(ui, "safety.reports", inside, ui.tr("safety.reports")), 8);
        for (std::size_t i = 0; i < incident.reports.size(); ++i) {
            const IncidentReportView& report = incident.reports[i];
            ui::Rect row = inside.cut_top(36);
            const std::string& state_words = ui.pick(report.state);
            ui::text(ui, "", row.cut_right(ui::text_width(ui, ui::Type::strong, state_words) + 2, ui::kGap),
                     state_words, {.type = ui::Type::strong, .middle = true});
            ui::text(ui, fmt::format("safety.report.{}", i), row,
                     ui.tr("safety.report_nth",
                           {std::to_string(report.number), day_time_text(ui, report.made_at)}),
                     {.middle = true});
        }
        if (!incident.row.closed) draw_next_report(ui, inside, incident, state, intents);
    } else {
        const std::string sentence = ui.tr("safety.no_form");
        inside.cut_top(ui::text(ui, "safety.no_form", inside, sentence, {.ink = ui.theme().quiet_ink}),
                       ui::kGap);
    }
    draw_told_files(ui, inside, incident, state, intents);
    if (incident.row.closed) return;
    const std::string why = incident.cannot_close ? ui.pick(*incident.cannot_close) : "";
    if (ui::button(ui, "safety.close", inside.cut_bottom(ui::kButton), ui.tr("safety.close"),
                   {.why_disabled = why, .type = ui::Type::body}))
        intents.push_back(CloseIncident{});
}

}  // namespace sango::screens
