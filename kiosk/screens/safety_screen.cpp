#include "kiosk/screens/safety_screen.h"

#include "kiosk/screens/list_area.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/screens/safety_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kDue = 230;

float row_height(ui::Context& ui, const IncidentRow& row, float width) {
    return 24 + 30 + ui::text_height(ui, ui::Type::body, row.words, width - kDue - ui::kGap);
}

void draw_row(ui::Context& ui, ui::Rect at, std::size_t index, const IncidentRow& row,
              std::vector<Intent>& intents, Instant now) {
    const std::string title = ui.pick(row.class_name) + "　" + day_time_text(ui, row.happened_at) +
                              (row.who.empty() ? "" : "　" + row.who);
    if (ui::row(ui, fmt::format("safety.row.{}", index), at, title + " " + row.words))
        intents.push_back(OpenIncident{row.incident_id});
    at = at.inset(0, 12);
    ui::Rect due = at.cut_right(kDue, ui::kGap);
    if (row.asks) {
        ui::Rect mark = due.cut_left(24, 6);
        ui::outcome_mark(ui, "", mark, ui::Outcome::ask, 22, ui.tr("frame.mark_ask"));
        std::string words = ui.pick(*row.asks);
        if (row.due) words += "\n" + left_text(ui, *row.due, now);
        ui::text(ui, "", due, words, {.ink = ui::ink_of(ui.theme(), ui::Tone::warn), .middle = true});
    } else if (row.closed) {
        ui::text(ui, "", due, ui.tr("safety.closed"), {.ink = ui.theme().quiet_ink, .middle = true});
    }
    ui::text(ui, "", at.cut_top(30), title, {.type = ui::Type::strong});
    ui::text(ui, "", at, row.words);
}

void draw_list(ui::Context& ui, ui::Rect area, const SafetyView& view, SafetyState& state,
               std::vector<Intent>& intents, Instant now) {
    ui::Rect head = area.cut_top(ui::kBigButton, ui::kGap);
    if (ui::button(ui, "safety.new", head.cut_right(330, ui::kGap), ui.tr("safety.new"),
                   {.kind = ui::ButtonKind::primary, .icon = ui::Icon::plus})) {
        state = {};
        state.writing = true;
        state.saved = view.saved;
    }
    if (ui::button(ui, "safety.all", head.cut_right(200, ui::kGap),
                   ui.tr(view.all ? "safety.only_open" : "safety.all"), {.type = ui::Type::body}))
        intents.push_back(ShowAllIncidents{!view.all});
    ui::text(ui, "safety.title", head, ui.tr("safety.title"), {.ink = ui.theme().quiet_ink, .middle = true});
    ui::Rect inside = ui::card(ui, area);
    if (view.rows.empty())
        return ui::empty_state(ui, "safety.none", inside, ui::Icon::check, ui.tr("safety.none"));
    float content = 0;
    for (const IncidentRow& row : view.rows) content += row_height(ui, row, inside.w);
    ui::Rect list = begin_list(ui, "safety.rows", inside, content);
    for (std::size_t i = 0; i < view.rows.size(); ++i)
        draw_row(ui, list.cut_top(row_height(ui, view.rows[i], inside.w)), i, view.rows[i], intents, now);
    ui::end_scroll(ui);
}

}  // namespace

std::string day_time_text(const ui::Context& ui, Instant at) {
    const std::chrono::year_month_day day{japan_date(at)};
    (void)ui;
    return fmt::format("{}/{} {}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       time_text(at));
}

std::string left_text(const ui::Context& ui, Instant due, Instant now) {
    const bool late = now > due;
    const auto span = late ? now - due : due - now;
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(span);
    const std::string key = hours.count() >= 48 ? "days" : "hours";
    const auto count = hours.count() >= 48 ? hours.count() / 24 : hours.count();
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span - hours);
    return ui.tr("safety." + key + (late ? "_late" : "_left"),
                 {std::to_string(count), std::to_string(minutes.count())});
}

std::vector<Intent> draw_safety(ui::Context& ui, ui::Rect area, const SafetyView& view, SafetyState& state,
                                Instant now) {
    std::vector<Intent> intents;
    draw_notice(ui, area, view.notice, intents);
    if (state.writing && view.saved != state.saved) state = {};
    if (state.writing)
        draw_new_incident(ui, area, view, state, intents);
    else if (view.open)
        draw_incident(ui, area, view, state, intents, now);
    else
        draw_list(ui, area, view, state, intents, now);
    return intents;
}

}  // namespace sango::screens
