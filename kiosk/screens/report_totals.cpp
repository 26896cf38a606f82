#include "kiosk/screens/report_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

/// The municipality's own number: the proof, so it is the largest thing here.
void draw_receipt(ui::Context& ui, const ui::Rect& at, const ReportView& view) {
    const ui::Pair colors = ui.theme().good_chip;
    ui::fill(ui, at, colors.fill, ui::kCardCorner);
    ui::Rect inside = at.inset(ui::kGap, 8);
    ui::Rect first = inside.cut_top(36, 4);
    ui::outcome_mark(ui, "", first.cut_left(34, 10), ui::Outcome::yes, 34, "");
    ui::text(ui, "", first, ui.tr("report.accepted"),
             {.type = ui::Type::name, .ink = colors.ink, .middle = true});
    const ui::Type type = ui::fit_text(ui, {ui::Type::money, ui::Type::name}, view.receipt_number, inside.w);
    ui::text(ui, "report.receipt", inside.cut_top(52, 2), view.receipt_number,
             {.type = type, .ink = colors.ink, .middle = true});
    if (!view.received_at) return;
    const Date day = japan_date(*view.received_at);
    const std::string date = ui.language == ui::Language::ja ? era_date_text(day) : english_date_text(day);
    const std::string when = ui.tr("report.received", {date + " " + time_text(*view.received_at)});
    ui::text(
        ui, "report.received", inside, when,
        {.type = ui::fit_text(ui, {ui::Type::small, ui::Type::source}, when, inside.w), .ink = colors.ink});
}

/// "12.3 KB": bytes as a person reads them.
std::string size_text(std::size_t bytes) {
    constexpr std::size_t kKilo = 1'000;
    if (bytes < kKilo) return fmt::format("{} B", bytes);
    if (bytes < kKilo * kKilo) return fmt::format("{}.{} KB", bytes / kKilo, bytes % kKilo / 100);
    return fmt::format("{}.{} MB", bytes / kKilo / kKilo, bytes / kKilo % kKilo / 100);
}

void draw_sending(ui::Context& ui, ui::Rect at, const ReportView& view) {
    const std::string percent = fmt::format("{}%", view.sending_percent);
    ui::Rect words = at.cut_top(28, 8);
    ui::text(ui, "", words.cut_right(64, 8), percent,
             {.type = ui::Type::strong, .ink = {}, .align = ui::Align::right});
    ui::text(ui, "", words, ui.tr("report.sending"), {.type = ui::Type::body, .ink = {}});
    ui::progress(ui, "report.sending", at.cut_top(14, 6), view.sending_percent / 100.0, percent,
                 ui::shape_of(ui.theme(), ui::Tone::warn));
    if (view.papers.bytes == 0) return;
    const std::size_t left = view.papers.bytes - std::min(view.papers.bytes, view.papers.bytes_sent);
    ui::text(ui, "report.bytes", at, ui.tr("report.bytes", {size_text(view.papers.bytes), size_text(left)}),
             {.type = ui::Type::source, .ink = ui.theme().quiet_ink});
}

void draw_next_try(ui::Context& ui, const ui::Rect& at, const ReportView& view, Instant now) {
    const std::string when = *view.next_try_at <= now
                                 ? ui.tr("report.retry_now")
                                 : ui.tr("report.retry_at", {time_text(*view.next_try_at)});
    ui::text(ui, "report.next_try", at, when,
             {.type = ui::Type::body, .ink = ui::ink_of(ui.theme(), ui::Tone::warn)});
}

struct ActionWords {
    std::string_view words;
    ui::ButtonKind kind = ui::ButtonKind::primary;
};

ActionWords words_of(const ReportView& view) {
    switch (view.action) {
        case ReportView::Action::none:
            return {};
        case ReportView::Action::close:
            return {view.refused ? "report.close_again" : "report.close"};
        case ReportView::Action::send:
            return {"report.send"};
        case ReportView::Action::cancel:
            return {"report.cancel", ui::ButtonKind::quiet};
        case ReportView::Action::invoice:
            return {"report.issue_invoice"};
    }
    return {};
}

/// "△ 振込先が未設定です ›" in place of the button that cannot be pressed: it leads to where that is mended.
void draw_invoice_gap(ui::Context& ui, const ui::Rect& at, const ReportView& view,
                      std::vector<Intent>& intents) {
    const ReportPapersView::InvoiceGap& gap = view.papers.invoice_gaps.front();
    const std::string words = ui.tr("report.invoice_needs", {ui.pick(gap.text)});
    ui::Rect inside;
    if (ui::card_button(ui, "report.invoice_gap", at, words, &inside,
                        {.ring = ui::shape_of(ui.theme(), ui::Tone::warn)}))
        intents.push_back(OpenSettings{gap.programme});
    inside = at.inset(14, 6);
    ui::outcome_mark(ui, "", inside.cut_left(22, 10), ui::Outcome::ask, 20, "");
    ui::text(
        ui, "", inside.cut_right(20), ui::icon_text(ui::Icon::forward),
        {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .align = ui::Align::right, .middle = true});
    ui::text(
        ui, "", inside, words,
        {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, words, inside.w, 2),
         .ink = ui::ink_of(ui.theme(), ui::Tone::warn),
         .middle = true});
}

void draw_action(ui::Context& ui, const ui::Rect& at, const ReportView& view, std::vector<Intent>& intents) {
    if (view.action == ReportView::Action::invoice && !view.papers.invoice_gaps.empty())
        return draw_invoice_gap(ui, at, view, intents);
    const ActionWords action = words_of(view);
    const std::string why = view.action_blocked ? ui.pick(*view.action_blocked) : std::string();
    if (!ui::button(ui, "report.action", at, ui.tr(action.words), {.kind = action.kind, .why_disabled = why}))
        return;
    if (view.action == ReportView::Action::close) intents.push_back(CloseMonth{});
    if (view.action == ReportView::Action::send) intents.push_back(SendReports{});
    if (view.action == ReportView::Action::cancel) intents.push_back(CancelSending{});
    if (view.action == ReportView::Action::invoice)
        intents.push_back(IssueInvoice{view.programme, view.month});
}

}  // namespace

void draw_report_totals(ui::Context& ui, const ui::Rect& at, const ReportView& view, ReportState& state,
                        std::vector<Intent>& intents, Instant now) {
    ui::Rect inside = ui::card(ui, at);
    if (view.action != ReportView::Action::none) draw_action(ui, inside.cut_bottom(72, 12), view, intents);
    if (!view.rows.empty()) draw_paper_buttons(ui, inside.cut_bottom(52, 12), view, state);
    if (!view.receipt_number.empty())
        draw_receipt(ui, inside.cut_bottom(134, 10), view);
    else if (view.sending)
        draw_sending(ui, inside.cut_bottom(84, 12), view);
    else if (view.next_try_at) {
        const std::string longest = ui.tr("report.retry_at", {"00:00"});
        draw_next_try(ui, inside.cut_bottom(ui::text_height(ui, ui::Type::body, longest, inside.w), ui::kGap),
                      view, now);
    }
    if (view.receipt_number.empty()) ui::caption(ui, "", inside.cut_top(28, 6), ui.tr("report.totals"));
    for (std::size_t i = 0; i < view.totals.size(); ++i) {
        const std::string& figure = ui.pick(view.totals[i].second);
        // With a receipt below there is room for the lines and no more.
        ui::Rect line = inside.cut_top(28, view.receipt_number.empty() ? 6.0F : 0.0F);
        const float width = ui::text_width(ui, ui::Type::strong, figure) + 1;
        ui::text(ui, fmt::format("report.total.{}", i), line.cut_right(width, 12), figure,
                 {.type = ui::Type::strong, .ink = {}, .align = ui::Align::right});
        ui::text(ui, "", line, ui.pick(view.totals[i].first));
    }
    if (view.papers.unattended)
        ui::text(ui, "report.unattended", inside.cut_top(22), ui.pick(*view.papers.unattended),
                 {.type = ui::Type::source, .ink = ui.theme().quiet_ink});
}

}  // namespace sango::screens
