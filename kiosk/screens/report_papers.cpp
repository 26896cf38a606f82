#include "kiosk/screens/list_area.h"
#include "kiosk/screens/report_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using Open = ReportState::Open;

std::string_view title_of(Open open) {
    switch (open) {
        case Open::pdf:
            return "report.export_pdf";
        case Open::sheet:
            return "report.export_sheet";
        case Open::csv:
            return "report.export_csv";
        default:
            return "report.log";
    }
}

ExportPapers::What what_of(const ReportState& state) {
    using What = ExportPapers::What;
    if (state.open == Open::sheet) return What::report_sheet;
    if (state.open == Open::csv) return What::report_csv;
    return state.what == 2 ? What::proofs : state.what == 1 ? What::invoice_pdf : What::report_pdf;
}

void draw_choices(ui::Context& ui, ui::Rect& inside, const ReportView& view, ReportState& state) {
    if (state.open == Open::pdf) {
        const std::string no_invoice = view.papers.has_invoice ? "" : ui.tr("report.no_invoice");
        const std::string no_receipt = view.papers.has_receipt ? "" : ui.tr("report.no_receipt");
        const std::string implementation = ui.tr("report.implementation");
        const std::string invoice = ui.tr("report.invoice");
        const std::string proofs = ui.tr("report.proofs");
        const std::array<ui::Choice, 3> papers{{{"report", implementation, {}},
                                                {"invoice", invoice, no_invoice},
                                                {"proofs", proofs, no_receipt}}};
        const int chosen = ui::segmented(ui, "export.what", inside.cut_top(72, ui::kGap), papers, state.what);
        if (chosen >= 0) state.what = chosen;
    }
    if (state.open == Open::csv) {
        const std::array<ui::Choice, 2> codings{{{"utf8", "UTF-8", {}}, {"cp932", "Shift_JIS (CP932)", {}}}};
        const int chosen =
            ui::segmented(ui, "export.coding", inside.cut_top(56, ui::kGap), codings, state.coding);
        if (chosen >= 0) state.coding = chosen;
    }
}

void draw_export(ui::Context& ui, const ReportView& view, ReportState& state, std::vector<Intent>& intents) {
    const auto& folders = view.papers.folders;
    const std::string why = folders.empty() ? ui.tr("report.no_folder") : "";
    const std::string title = ui.tr(title_of(state.open));
    const std::string sentence = ui.tr("report.export_rule");
    const std::string confirm = ui.tr("report.export");
    const std::string cancel = ui.tr("frame.back");
    const ui::DialogWords words{
        .title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    constexpr std::size_t kMostFolders = 4;
    const std::size_t shown = std::min(folders.size(), kMostFolders);
    const float choices = state.open == Open::pdf   ? 72 + ui::kGap
                          : state.open == Open::csv ? 56 + ui::kGap
                                                    : 0;
    const float list = static_cast<float>(shown) * (52 + ui::kSmallGap);
    ui::Rect inside = ui::begin_dialog(ui, "export", words, choices + list, 720);
    draw_choices(ui, inside, view, state);
    state.folder = std::clamp(state.folder, 0, std::max(0, static_cast<int>(shown) - 1));
    for (std::size_t i = 0; i < shown; ++i)
        if (ui::button(ui, fmt::format("export.folder.{}", i), inside.cut_top(52, ui::kSmallGap), folders[i],
                       {.selected = static_cast<int>(i) == state.folder, .type = ui::Type::body}))
            state.folder = static_cast<int>(i);
    switch (ui::end_dialog(ui, "export", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::confirmed:
            intents.push_back(ExportPapers{view.programme,
                                           view.month,
                                           what_of(state),
                                           state.coding == 1,
                                           folders[static_cast<std::size_t>(state.folder)],
                                           {}});
            break;
        case ui::Answer::cancelled:
            break;
    }
    state.open = Open::nothing;
}

ui::Outcome mark_of(ReportPapersView::Try::Tone tone) {
    if (tone == ReportPapersView::Try::Tone::done) return ui::Outcome::yes;
    return tone == ReportPapersView::Try::Tone::refused ? ui::Outcome::no : ui::Outcome::ask;
}

/// One try: when, what, what came of it; a refused item can be sent again.
void draw_try(ui::Context& ui, ui::Rect at, std::size_t n, const ReportPapersView::Try& one,
              std::vector<Intent>& intents) {
    ui::divider(ui, at);
    const std::string words = fmt::format("{} {} {}", one.when, ui.pick(one.what), ui.pick(one.said));
    ui::plain_row(ui, fmt::format("log.{}", n), at, words);
    if (!one.outbox_id.empty() &&
        ui::button(ui, fmt::format("log.again.{}", n), at.cut_right(150, 12).inset(0, 8),
                   ui.tr("report.send_again"), {.type = ui::Type::body}))
        intents.push_back(SendAgain{one.outbox_id});
    ui::text(ui, "", at.cut_left(116, 8), one.when,
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    ui::outcome_mark(ui, "", at.cut_left(24, 10), mark_of(one.tone), 18, "");
    ui::Rect upper = at.cut_top(at.h / 2);
    ui::text(ui, "", upper, ui.pick(one.what), {.type = ui::Type::body, .ink = {}, .middle = true});
    const ui::Type type = ui::fit_text(ui, {ui::Type::small, ui::Type::source}, ui.pick(one.said), at.w);
    ui::text(ui, "", at, ui.pick(one.said), {.type = type, .ink = ui.theme().quiet_ink});
}

void draw_log(ui::Context& ui, const ReportView& view, ReportState& state, std::vector<Intent>& intents) {
    ui.begin_layer();
    ui::fill(ui, ui.area(), ui.theme().shade);
    const ui::Rect whole = ui.area();
    ui::Rect inside = ui::card(ui, {whole.center().x - 430, whole.center().y - 330, 860, 660});
    ui::heading(ui, "log", inside.cut_top(36, 12), ui.tr("report.log"));
    const ui::Rect close = inside.cut_bottom(ui::kButton, ui::kGap);
    if (view.papers.tries.empty()) {
        ui::empty_state(ui, "log.none", inside, ui::Icon::history, ui.tr("report.log_empty"));
    } else {
        constexpr float kTry = 68;
        ui::Rect place =
            begin_list(ui, "log.rows", inside, kTry * static_cast<float>(view.papers.tries.size()));
        for (std::size_t i = 0; i < view.papers.tries.size(); ++i)
            draw_try(ui, place.cut_top(kTry), i, view.papers.tries[i], intents);
        ui::end_scroll(ui);
    }
    if (ui::button(ui, "log.close", close, ui.tr("frame.close")) || ui.input().escape)
        state.open = Open::nothing;
    ui.end_layer();
}

}  // namespace

void draw_paper_buttons(ui::Context& ui, const ui::Rect& at, const ReportView& view, ReportState& state) {
    (void)view;
    struct Item {
        Open open;
        std::string_view id;
        std::string_view words;
    };
    constexpr std::array<Item, 4> kItems{{{Open::pdf, "report.pdf", "report.pdf"},
                                          {Open::sheet, "report.sheet", "report.sheet"},
                                          {Open::csv, "report.csv", "report.csv"},
                                          {Open::log, "report.log", "report.log_short"}}};
    const auto places = at.columns(kItems.size(), 8);
    for (std::size_t i = 0; i < kItems.size(); ++i)
        if (ui::button(ui, kItems[i].id, places[i], ui.tr(kItems[i].words), {.type = ui::Type::small}))
            state.open = kItems[i].open;
}

void draw_paper_dialogs(ui::Context& ui, const ReportView& view, ReportState& state,
                        std::vector<Intent>& intents) {
    if (!view.papers.lacking.empty()) return draw_decision(ui, view, state, intents);
    if (state.open == Open::nothing) return;
    if (state.open == Open::log)
        draw_log(ui, view, state, intents);
    else if (state.open == Open::user_report)
        draw_user_report(ui, state, intents);
    else
        draw_export(ui, view, state, intents);
}

}  // namespace sango::screens
