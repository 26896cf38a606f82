#include "kiosk/screens/report_screen.h"

#include "kiosk/screens/notice_strip.h"
#include "kiosk/screens/report_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <chrono>

namespace sango::screens {
namespace {

constexpr float kCards = 130;
constexpr float kManyCards = 152;  // narrower ones may need two lines for their state
constexpr float kTotals = 340;

std::string day_text(const ui::Context& ui, Date day) {
    if (ui.language == ui::Language::ja) return month_day_text(day);
    // "10 November": the weekday and the year would only crowd a chip.
    const std::string whole = english_date_text(day);
    const auto first = whole.find(' ');
    const auto last = whole.rfind(' ');
    return whole.substr(first + 1, last - first - 1);
}

/// A deadline is quiet while it is far, a warning within three days, and bad once it is over.
ui::ChipLook deadline_look(int days_left) {
    if (days_left < 0) return {.tone = ui::Tone::bad, .icon = ui::Icon::none, .mark = ui::Outcome::no};
    if (days_left <= 3) return {.tone = ui::Tone::warn, .icon = ui::Icon::clock, .mark = {}};
    return {.tone = ui::Tone::neutral, .icon = ui::Icon::clock, .mark = {}};
}

void draw_deadline(ui::Context& ui, ui::Rect& left, std::string_view id, std::string_view key,
                   std::optional<Date> due, std::optional<int> days_left) {
    if (!due || !days_left) return;
    const std::string day = day_text(ui, *due);
    const std::string what = ui.tr(key);
    std::string words;
    if (*days_left < 0)
        words = ui.tr("report.overdue", {what, std::to_string(-*days_left), day});
    else if (*days_left == 0)
        words = ui.tr("report.due_today", {what});
    else
        words = ui.tr(*days_left == 1 ? "report.day_left" : "report.days_left",
                      {what, std::to_string(*days_left), day});
    const ui::Rect took = ui::chip(ui, id, left, words, deadline_look(*days_left), true);
    left.w = std::max(0.0F, took.x - left.x - 12);
}

void draw_head(ui::Context& ui, ui::Rect at, const ReportView& view, std::vector<Intent>& intents) {
    if (ui::button(ui, "report.prev", at.cut_left(ui::kButton, 14), "",
                   {.icon = ui::Icon::back, .says = ui.tr("report.month_before")}))
        intents.push_back(ShowMonth{view.month - std::chrono::months(1)});
    const std::string month = ui.language == ui::Language::ja
                                  ? ui.tr("report.month", {era_month_text(view.month)})
                                  : ui.tr("report.month", {english_month_text(view.month)});
    const float width = ui::text_width(ui, ui::Type::name, month) + 1;
    ui::text(ui, "report.month", at.cut_left(width, 14), month,
             {.type = ui::Type::name, .ink = {}, .middle = true, .role = ui::Role::heading});
    if (ui::button(ui, "report.next", at.cut_left(ui::kButton, ui::kGap), "",
                   {.icon = ui::Icon::forward, .says = ui.tr("report.month_after")}))
        intents.push_back(ShowMonth{view.month + std::chrono::months(1)});
    draw_deadline(ui, at, "report.invoice", "report.invoice", view.invoice_due, view.invoice_days_left);
    draw_deadline(ui, at, "report.due", "report.implementation", view.report_due, view.days_left);
}

}  // namespace

std::vector<Intent> draw_report(ui::Context& ui, ui::Rect area, const ReportView& view, ReportState& state,
                                Instant now) {
    std::vector<Intent> intents;
    if (!view.month.ok()) return intents;  // the clinic has not looked at the month yet
    draw_notice(ui, area, view.notice, intents);
    draw_head(ui, area.cut_top(ui::kButton, ui::kGap), view, intents);
    if (view.cards.empty()) {
        ui::empty_state(ui, "report.none", ui::card(ui, area), ui::Icon::report,
                        ui.tr("report.no_programmes"));
        return intents;
    }
    draw_report_cards(ui, area.cut_top(view.cards.size() > 4 ? kManyCards : kCards, ui::kGap), view, intents);
    const ui::Rect totals = area.cut_right(kTotals, ui::kGap);
    draw_report_table(ui, area, view, state, intents);
    draw_report_totals(ui, totals, view, state, intents, now);
    draw_paper_dialogs(ui, view, state, intents);
    return intents;
}

}  // namespace sango::screens
