#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/night_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include <fmt/format.h>

namespace sango::screens {
namespace {

int minutes_running(const TimerView& timer, Instant now) {
    return static_cast<int>(std::max<std::int64_t>(0, (now - timer.started_at).count() / 60));
}

/// One of a kind runs for each child, so this names a timer also after its start was changed.
std::string key_of(const TimerView& timer) {
    return timer.child_id + "/" + std::string(clinic::word(timer.kind));
}

std::string span_words(const ui::Context& ui, int minutes) {
    if (minutes < 60) return ui.tr("care.timer_minutes", {std::to_string(minutes)});
    return ui.tr("care.timer_hours", {std::to_string(minutes / 60), std::to_string(minutes % 60)});
}

/// `tight`: of several children, who and how long; what it is stands in the timer's panel.
std::string timer_words(const ui::Context& ui, const CareView& view, const TimerView& timer, Instant now,
                        bool tight) {
    const std::string span = span_words(ui, minutes_running(timer, now));
    const bool several = view.tabs.size() > 2;
    if (several && tight) return timer.name + " " + span;
    return (several ? timer.name + " " : std::string()) + ui.pick(timer.words) + " " + span;
}

constexpr float kMoreTimers = 72;
const ui::ChipLook kTimerLook{.tone = ui::Tone::accent, .icon = ui::Icon::timer, .mark = {}};

}  // namespace

void draw_timers(ui::Context& ui, ui::Rect& at, const CareView& view, CareState& state, Instant now) {
    float whole = 0;
    for (const TimerView& timer : view.timers)
        whole += ui::chip_width(ui, timer_words(ui, view, timer, now, false), kTimerLook) + ui::kSmallGap;
    const bool tight = whole > at.w;
    // Those of the child that is looked at come first; where the line is full the others are counted.
    std::vector<std::size_t> order(view.timers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_partition(order,
                                  [&](std::size_t i) { return view.timers[i].child_id == view.child_id; });
    std::size_t left = order.size();
    for (const std::size_t i : order) {
        const TimerView& timer = view.timers[i];
        const std::string words = timer_words(ui, view, timer, now, tight);
        const float room = at.w - (left > 1 ? kMoreTimers : 0);
        if (ui::chip_width(ui, words, kTimerLook) > room) break;
        --left;
        ui::Rect took;
        if (ui::chip_button(ui, fmt::format("care.timer.{}", i), at, words, kTimerLook, false, &took))
            state.timer = key_of(timer);
        at.cut_left(took.w, ui::kSmallGap);
    }
    if (left > 0)
        ui::text(ui, "care.timer.more", at.cut_left(std::min(at.w, kMoreTimers), ui::kSmallGap),
                 ui.tr("care.timer_more", {std::to_string(left)}), {.type = ui::Type::small, .middle = true});
}

void draw_timer_panel(ui::Context& ui, const CareView& view, CareState& state, std::vector<Intent>& intents,
                      Instant now) {
    const auto found = std::ranges::find(view.timers, state.timer, key_of);
    if (found == view.timers.end()) {
        state.timer.clear();
        return;
    }
    ui::Rect inside = begin_panel(ui, "care.timer.edit", found->name + "　" + ui.pick(found->words), 680,
                                  32 + 56 + 2 * ui::kGap + ui::kBigButton + ui::kGap + ui::kButton);
    ui::text(ui, "care.timer.edit.since", inside.cut_top(32, ui::kGap),
             ui.tr("care.timer_since",
                   {time_text(found->started_at), span_words(ui, minutes_running(*found, now))}));
    struct Nudge {
        std::string_view id;
        std::string_view words;
        int minutes;
    };
    constexpr std::array<Nudge, 4> kNudges{{{"earlier5", "care.timer_earlier5", -5},
                                            {"earlier", "care.timer_earlier", -1},
                                            {"later", "care.timer_later", 1},
                                            {"later5", "care.timer_later5", 5}}};
    const auto places = inside.cut_top(56, ui::kGap).columns(kNudges.size(), ui::kSmallGap);
    for (std::size_t i = 0; i < kNudges.size(); ++i) {
        const bool late = found->started_at + std::chrono::minutes(kNudges[i].minutes) > now;
        if (ui::button(ui, "care.timer.edit." + std::string(kNudges[i].id), places[i],
                       ui.tr(kNudges[i].words),
                       {.why_disabled = late ? ui.tr("care.need_past_short") : std::string(),
                        .type = ui::Type::body}))
            intents.push_back(MoveTimer{found->timer_id, kNudges[i].minutes});
    }
    if (ui::button(ui, "care.timer.edit.stop", inside.cut_top(ui::kBigButton, ui::kGap),
                   ui.tr("care.timer_stop"), {.kind = ui::ButtonKind::primary})) {
        intents.push_back(StopTimer{found->timer_id});
        state.timer.clear();
    }
    const auto foot = inside.cut_top(ui::kButton).columns(2, ui::kGap);
    if (ui::button(ui, "care.timer.edit.close", foot[0], ui.tr("frame.back")) || ui.input().escape)
        state.timer.clear();
    if (ui::button(ui, "care.timer.edit.drop", foot[1], ui.tr("care.timer_drop"))) {
        intents.push_back(DropTimer{found->timer_id});
        state.timer.clear();
    }
    ui.end_layer();
}

}  // namespace sango::screens
