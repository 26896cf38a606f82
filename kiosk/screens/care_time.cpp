#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <array>
#include <chrono>
#include <span>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr float kGap = 7;

Instant to_minute(Instant at) {
    return std::chrono::floor<minutes>(at);
}

/// What a span or a moment has as its observed time while nothing was set by hand.
Instant observed(const NoteDraft& draft, Instant now) {
    const clinic::NewNote note = note_of(draft, now);
    return note.observed_at == Instant() ? now : note.observed_at;
}

bool is_today(const NoteDraft& draft, Instant now) {
    return japan_date(observed(draft, now)) == japan_date(now);
}

void set_clock(NoteDraft& draft, Date day, hours hour, minutes minute) {
    draft.at = japan_instant(day, hour + minute);
    draft.armed = true;
}

void draw_steps(ui::Context& ui, const ui::Rect& at, CareState& state, Instant now) {
    NoteDraft& draft = state.draft;
    const auto places = at.columns(5, kGap);
    const Instant time = to_minute(observed(draft, now));
    const ui::ButtonLook look{.type = ui::Type::body};
    if (ui::button(ui, "care.time.earlier", places[0], ui.tr("care.earlier"), look))
        draft.at = time - minutes(5);
    const std::string late = time + minutes(5) > now ? ui.tr("care.need_past_short") : "";
    if (ui::button(ui, "care.time.later", places[1], ui.tr("care.later"),
                   {.why_disabled = late, .type = ui::Type::body}))
        draft.at = time + minutes(5);
    const bool today = is_today(draft, now);
    if (ui::button(ui, "care.time.day", places[2], ui.tr(today ? "care.to_yesterday" : "care.to_today"),
                   look))
        draft.at = today ? time - hours(24) : time + hours(24);
    if (ui::button(ui, "care.time.now", places[3], ui.tr("care.now"), look)) draft.at.reset();
    if (ui::button(ui, "care.time.close", places[4], ui.tr("care.time_close"), look))
        state.pad = CareState::Pad::kinds;
}

}  // namespace

std::string observed_text(const ui::Context& ui, const NoteDraft& draft, Instant now) {
    const Instant from = observed(draft, now);
    std::string text = time_text(from);
    if (spans_time(draft.kind) && draft.amount)
        text += ui.tr("care.to") + time_text(from + minutes(*draft.amount));
    if (!is_today(draft, now)) text = ui.tr("care.yesterday_short", {text});
    return text;
}

void draw_time_picker(ui::Context& ui, const ui::Rect& at, CareState& state, Instant now) {
    ui::Rect area = at;
    const auto lines = area.rows(4, kGap);
    draw_steps(ui, lines[0], state, now);

    NoteDraft& draft = state.draft;
    const Instant time = observed(draft, now);
    const Date day = japan_date(time);
    const auto since_midnight = japan_time_of_day(time);
    const hours hour = std::chrono::floor<hours>(since_midnight);
    const minutes minute = std::chrono::floor<minutes>(since_midnight - hour);
    std::array<std::string, 24> hour_words;
    std::array<std::string, 24> hour_ids;
    std::array<ui::Choice, 24> hour_choices;
    for (std::size_t h = 0; h < hour_choices.size(); ++h) {
        hour_ids[h] = std::to_string(h);
        hour_words[h] = ui.tr("care.hour", {hour_ids[h]});
        hour_choices[h] = {hour_ids[h], hour_words[h], {}};
    }
    const int now_hour = static_cast<int>(hour.count());
    for (int half = 0; half < 2; ++half) {
        const auto choices = std::span(hour_choices).subspan(static_cast<std::size_t>(half) * 12, 12);
        const int chosen = choose_one(ui, "care.hour", lines[static_cast<std::size_t>(1 + half)], choices,
                                      now_hour / 12 == half ? now_hour % 12 : -1);
        if (chosen >= 0) set_clock(draft, day, hours(half * 12 + chosen), minute);
    }
    std::array<std::string, 12> minute_words;
    std::array<std::string, 12> minute_ids;
    std::array<ui::Choice, 12> minute_choices;
    for (std::size_t m = 0; m < minute_choices.size(); ++m) {
        minute_ids[m] = std::to_string(m * 5);
        minute_words[m] = fmt::format(":{:02}", m * 5);
        minute_choices[m] = {minute_ids[m], minute_words[m], {}};
    }
    const int chosen =
        choose_one(ui, "care.minute", lines[3], minute_choices, static_cast<int>(minute.count()) / 5);
    if (chosen >= 0) set_clock(draft, day, hour, minutes(chosen * 5));
}

}  // namespace sango::screens
