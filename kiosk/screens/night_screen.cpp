#include "kiosk/screens/night_screen.h"

#include "kiosk/screens/night_parts.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using std::chrono::milliseconds;

constexpr float kLine = 32;
constexpr float kActionRow = 60;  // words, and under them why not

/// The babies in the order in which they are due.
std::vector<std::string> round_of(const NightView& view) {
    std::vector<const NightTile*> tiles;
    for (const NightTile& tile : view.babies) tiles.push_back(&tile);
    std::ranges::stable_sort(tiles, {}, [](const NightTile* tile) { return tile->due; });
    std::vector<std::string> ids;
    for (const NightTile* tile : tiles) ids.push_back(tile->child_id);
    return ids;
}

void begin_round(const NightView& view, NightState& state) {
    const std::vector<std::string> round = round_of(view);
    if (round.empty()) return;
    const auto first = std::ranges::find(view.babies, round.front(), &NightTile::child_id);
    open_look(state, *first);
    state.round = round;
}

/// The four things that are not a look, in `places`.
void draw_actions(ui::Context& ui, const std::array<ui::Rect, 4>& places, const NightView& view,
                  NightState& state) {
    const std::string none = view.babies.empty() ? ui.tr("night.nobody_kept") : "";
    const auto look = [](std::string_view why) {
        return ui::ButtonLook{.why_disabled = why, .type = ui::Type::body};
    };
    if (ui::button(ui, "night.round", places[0], ui.tr("night.round"), look(none))) begin_round(view, state);
    if (ui::button(ui, "night.take", places[1], ui.tr("night.take"), look({})))
        state.open = NightState::Open::take;
    if (ui::button(ui, "night.duty", places[2], ui.tr("night.duty"), look({})))
        state.open = NightState::Open::duty;
    if (ui::button(ui, "night.handover", places[3], ui.tr("night.handover"), look({}))) {
        state.open = view.handover.under_way ? NightState::Open::handover : NightState::Open::receive;
        state.receiver.clear();
    }
}

/// The look just recorded, with the way back.
void draw_recorded(ui::Context& ui, ui::Rect row, const NightView& view, NightState& state) {
    if (view.last_look_id.empty()) return;
    if (ui::button(ui, "night.undo", row.cut_right(144, 8), ui.tr("night.undo"),
                   {.icon = ui::Icon::undo, .type = ui::Type::small}))
        state.undo.begin();
    ui::text(ui, "night.recorded", row, ui.tr("night.recorded", {view.last_look_name}),
             {.type = ui::Type::small, .ink = ui::ink_of(ui.theme(), ui::Tone::good), .middle = true});
}

/// With many babies: one line at the foot.
void draw_strip(ui::Context& ui, ui::Rect at, const NightView& view, NightState& state) {
    draw_recorded(ui, at.cut_right(372, ui::kGap), view, state);
    const auto places = at.columns(4, ui::kSmallGap);
    draw_actions(ui, {places[0], places[1], places[2], places[3]}, view, state);
}

/// What is next, and the things that are not a look.
void draw_next(ui::Context& ui, const ui::Rect& at, const NightView& view, NightState& state, Instant wall) {
    if (at.h < 120) return draw_strip(ui, at, view, state);
    ui::Rect inside = ui::card(ui, at);
    const auto lines =
        inside.cut_bottom(2 * kActionRow + ui::kSmallGap, ui::kSmallGap).rows(2, ui::kSmallGap);
    const auto upper = lines[0].columns(2, ui::kSmallGap);
    const auto lower = lines[1].columns(2, ui::kSmallGap);
    draw_actions(ui, {upper[0], upper[1], lower[0], lower[1]}, view, state);
    if (!view.last_look_id.empty())
        draw_recorded(ui, inside.cut_bottom(ui::kTarget, ui::kSmallGap), view, state);
    inside.cut_top(ui::caption(ui, "night.next", inside, ui.tr("night.next")), 6);
    const std::size_t room = static_cast<std::size_t>(std::max(0.0F, inside.h / kLine));
    if (view.next.empty())
        ui::text(ui, "", inside, ui.tr("night.next_none"),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    for (std::size_t i = 0; i < std::min(room, view.next.size()); ++i) {
        const NextItem& item = view.next[i];
        const bool late = item.at <= wall;
        ui::Rect row = inside.cut_top(kLine);
        if (late)
            ui::outcome_mark(ui, "", row.cut_left(22, 6), ui::Outcome::ask, 18, ui.tr("frame.mark_ask"));
        ui::text(ui, fmt::format("night.next.{}", i), row,
                 time_text(item.at) + "　" + item.place + " " + ui.pick(item.what), {.middle = true});
    }
}

/// Nobody has said that she watches: the first thing to do.
void draw_who_watches(ui::Context& ui, ui::Rect at, const NightView& view, NightState& state) {
    at = ui::card(ui, at);
    ui::heading(ui, "night.who", at.cut_top(44), ui.tr("night.who_watches"));
    const float why = ui::text_height(ui, ui::Type::body, ui.tr("night.who_why"), at.w);
    ui::text(ui, "", at.cut_top(why, ui::kGap), ui.tr("night.who_why"), {.ink = ui.theme().quiet_ink});
    for (std::size_t i = 0; i < view.staff.size() && at.h >= ui::kButton; ++i)
        if (ui::button(ui, fmt::format("night.watcher.{}", i), at.cut_top(ui::kButton, ui::kSmallGap),
                       view.staff[i].name)) {
            state.open = NightState::Open::receive;
            state.receiver = view.staff[i].staff_id;
        }
}

void draw_nobody_kept(ui::Context& ui, const ui::Rect& at, const NightView& view, NightState& state) {
    if (view.watcher.empty()) return draw_who_watches(ui, at, view, state);
    ui::empty_state(ui, "night.none", ui::card(ui, at), ui::Icon::night, ui.tr("night.none"));
}

void draw_undo(ui::Context& ui, const NightView& view, NightState& state, std::vector<Intent>& intents) {
    if (view.last_look_id.empty()) {
        state.undo.open = false;
        return;
    }
    const std::array<std::string, 2> common{ui.tr("night.reason_other_baby"), ui.tr("night.reason_not_seen")};
    const ReasonWords words{.title = ui.tr("night.undo_title"),
                            .sentence = ui.tr("night.undo_sentence", {view.last_look_name}),
                            .confirm = ui.tr("night.undo"),
                            .common = common};
    if (const auto reason = ask_reason(ui, "night.undo.ask", words, state.undo))
        intents.push_back(RetractLook{view.last_look_id, *reason});
}

/// The next moment at which anything here changes by itself: a minute fills, a look falls due, closer watch
/// ends.
void ask_for_frames(ui::Context& ui, const NightView& view, milliseconds now) {
    for (const NightTile& tile : view.babies) {
        const milliseconds since = std::max(milliseconds(0), now - tile.looked_at);
        ui.request_frame_in(std::chrono::minutes(1) - since % std::chrono::minutes(1));
        if (tile.due > now) ui.request_frame_in(tile.due - now);
        if (tile.closer_until && *tile.closer_until > now) ui.request_frame_in(*tile.closer_until - now);
    }
}

}  // namespace

std::vector<Intent> draw_night(ui::Context& ui, ui::Rect area, const NightView& view, NightState& state,
                               milliseconds now, Instant wall) {
    std::vector<Intent> intents;
    draw_notice(ui, area, view.notice, intents);
    if (state.open == NightState::Open::handover && view.handover.under_way) {
        // A look comes first, also in the middle of a handover: the bar says so and opens it.
        draw_handover(ui, area, view, state, intents);
    } else if (view.babies.empty()) {
        const ui::Rect next = area.cut_right(372, ui::kGap);
        draw_nobody_kept(ui, area, view, state);
        draw_next(ui, next, view, state, wall);
    } else {
        ui::Rect last;
        const int pressed = draw_night_tiles(ui, area, view, now, &last);
        if (pressed >= 0) open_look(state, view.babies[static_cast<std::size_t>(pressed)]);
        draw_next(ui, last, view, state, wall);
    }
    ask_for_frames(ui, view, now);
    switch (state.open) {
        case NightState::Open::nothing:
        case NightState::Open::handover:
            break;
        case NightState::Open::look:
            draw_look(ui, view, state, intents);
            break;
        case NightState::Open::take:
            draw_take(ui, view, state);
            break;
        case NightState::Open::duty:
            draw_duty(ui, view, state, intents);
            break;
        case NightState::Open::receive:
            draw_receive(ui, view, state, intents);
            break;
    }
    if (state.undo.open) draw_undo(ui, view, state, intents);
    return intents;
}

}  // namespace sango::screens
