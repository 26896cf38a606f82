#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/safety_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

void draw_head(ui::Context& ui, ui::Rect at, const IncidentView& incident, SafetyState& state,
               std::vector<Intent>& intents, Instant now) {
    if (ui::button(ui, "safety.back", at.cut_left(112, ui::kGap).inset(0, 4), ui.tr("frame.back"),
                   {.type = ui::Type::body})) {
        keep_drafts(incident, state, intents, -1);
        intents.push_back(OpenIncident{});
        state = {};
        return;
    }
    if (incident.has_form &&
        ui::button(ui, "safety.print", at.cut_right(200, ui::kGap).inset(0, 4), ui.tr("frame.print"),
                   {.icon = ui::Icon::printer, .type = ui::Type::body})) {
        keep_drafts(incident, state, intents, -1);
        intents.push_back(PrintIncident{});
    }
    const std::string what = ui.tr("safety.tab_what");
    const std::string form = ui.tr("safety.tab_form");
    const std::string report = ui.tr("safety.tab_report");
    std::vector<ui::Choice> tabs{{"what", what, {}}};
    if (incident.has_form) tabs.push_back({"form", form, {}});
    tabs.push_back({"report", report, {}});
    int selected = 0;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const bool here = (tabs[i].id == "form" && state.tab == SafetyState::Tab::form) ||
                          (tabs[i].id == "report" && state.tab == SafetyState::Tab::report);
        if (here) selected = static_cast<int>(i);
    }
    const int chosen =
        choose_one(ui, "safety.tab", at.cut_right(static_cast<float>(tabs.size()) * 132, ui::kGap), tabs,
                   selected, ChoiceStyle::tabs);
    if (chosen >= 0) {
        const std::string_view id = tabs[static_cast<std::size_t>(chosen)].id;
        state.tab = id == "form"     ? SafetyState::Tab::form
                    : id == "report" ? SafetyState::Tab::report
                                     : SafetyState::Tab::what;
    }
    std::string title = ui.pick(incident.row.class_name) + "\n" + day_time_text(ui, incident.row.happened_at);
    if (incident.row.due) title += "　" + left_text(ui, *incident.row.due, now);
    const ui::Type type = ui::fit_text(ui, {ui::Type::strong, ui::Type::small}, title, at.w, 2);
    ui::text(ui, "safety.incident", at, title, {.type = type, .middle = true});
}

void draw_event(ui::Context& ui, ui::Rect at, std::size_t index, const IncidentEventView& event, bool closed,
                std::vector<Intent>& intents) {
    const std::string id = fmt::format("safety.event.{}", index);
    ui::plain_row(ui, id, at, time_text(event.at) + " " + event.words);
    if (!closed) {
        ui::Rect button = at.cut_right(96, ui::kSmallGap);
        button.y += (button.h - ui::kTarget) / 2;
        button.h = ui::kTarget;
        if (ui::button(ui, id + ".retract", button, ui.tr("safety.retract"), {.type = ui::Type::small}))
            intents.push_back(RetractIncidentEvent{event.event_id});
    }
    ui::text(ui, "", at.cut_left(132), day_time_text(ui, event.at), {.middle = true});
    ui::text(ui, "", at, event.words, {.middle = true});
}

void draw_events(ui::Context& ui, ui::Rect at, const IncidentView& incident, SafetyState& state,
                 std::vector<Intent>& intents) {
    const bool closed = incident.row.closed;
    ui::Rect inside = ui::card(ui, at);
    inside.cut_top(ui::caption(ui, "safety.events", inside, ui.tr("safety.events")), 6);
    if (!closed) {
        ui::Rect foot = inside.cut_bottom(56, ui::kSmallGap);
        const std::string placeholder = ui.tr("safety.event_hint");
        const std::string why = trim(state.event_words).empty() ? ui.tr("safety.need_words") : "";
        if (ui::button(ui, "safety.event.add", foot.cut_right(200, ui::kGap), ui.tr("safety.event_add"),
                       {.why_disabled = why, .type = ui::Type::body})) {
            intents.push_back(AddIncidentEvent{0, std::string(trim(state.event_words))});
            state.event_words.clear();
        }
        ui::text_field(ui, "safety.event.words", foot, state.event_words, {.placeholder = placeholder});
    }
    if (incident.events.empty())
        return ui::empty_state(ui, "safety.events.none", inside, ui::Icon::clock,
                               ui.tr("safety.events_none"));
    const auto height = [&](const IncidentEventView& event) {
        return std::max(60.0F, ui::text_height(ui, ui::Type::body, event.words, inside.w - 236) + 16);
    };
    float content = 0;
    for (const IncidentEventView& event : incident.events) content += height(event);
    ui::Rect list = begin_list(ui, "safety.events.list", inside, content);
    for (std::size_t i = 0; i < incident.events.size(); ++i)
        draw_event(ui, list.cut_top(height(incident.events[i])), i, incident.events[i], closed, intents);
    ui::end_scroll(ui);
}

void draw_what(ui::Context& ui, ui::Rect area, const IncidentView& incident, SafetyState& state,
               std::vector<Intent>& intents) {
    const float words = ui::text_height(ui, ui::Type::body, incident.row.words, area.w - 2 * ui::kGap);
    ui::Rect inside = ui::card(ui, area.cut_top(words + 32 + 2 * ui::kGap + 64 + ui::kGap, ui::kGap));
    ui::text(ui, "safety.who_was", inside.cut_top(32),
             incident.row.who.empty() ? ui.tr("safety.nobody") : incident.row.who,
             {.type = ui::Type::strong});
    ui::text(ui, "safety.what_was", inside.cut_top(words, ui::kGap), incident.row.words);
    if (!incident.row.closed) {
        ui::Rect row = inside.cut_top(64);
        ui::text(ui, "", row.cut_left(132), ui.tr("safety.regrade"),
                 {.ink = ui.theme().quiet_ink, .middle = true});
        std::vector<ui::Choice> choices;
        int selected = -1;
        for (std::size_t i = 0; i < incident.classes.size(); ++i) {
            choices.push_back({incident.classes[i].first, ui.pick(incident.classes[i].second), {}});
            if (incident.classes[i].first == incident.row.gravity) selected = static_cast<int>(i);
        }
        const int chosen = choose_one(ui, "safety.regrade", row, choices, selected);
        if (chosen >= 0 && chosen != selected)
            intents.push_back(RegradeIncident{incident.classes[static_cast<std::size_t>(chosen)].first});
    }
    draw_events(ui, area, incident, state, intents);
}

}  // namespace

void draw_incident(ui::Context& ui, ui::Rect area, const SafetyView& view, SafetyState& state,
                   std::vector<Intent>& intents, Instant now) {
    const IncidentView& incident = *view.open;
    if (state.shown != incident.row.incident_id) {
        state = {};
        state.shown = incident.row.incident_id;
    }
    draw_head(ui, area.cut_top(56, ui::kGap), incident, state, intents, now);
    const bool form = state.tab == SafetyState::Tab::form && incident.has_form;
    if (!form) keep_drafts(incident, state, intents, -1);
    if (form)
        draw_form(ui, area, incident, state, intents);
    else if (state.tab == SafetyState::Tab::report)
        draw_reports(ui, area, incident, state, intents);
    else
        draw_what(ui, area, incident, state, intents);
}

}  // namespace sango::screens
