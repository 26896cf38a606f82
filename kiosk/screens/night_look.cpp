#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/night_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using clinic::Posture;

constexpr float kLabel = 104;
constexpr float kRow = 64;

const NightTile* kept(const NightView& view, const std::string& child_id) {
    const auto found = std::ranges::find(view.babies, child_id, &NightTile::child_id);
    return found == view.babies.end() ? nullptr : &*found;
}

std::string title(const ui::Context& ui, const NightView& view, const NightState& state) {
    if (const NightTile* tile = kept(view, state.child_id))
        return ui.tr("night.look_title", {tile->place, ui.pick(tile->name), tile->mother});
    const auto found = std::ranges::find(view.with_mothers, state.child_id, &WithMother::child_id);
    if (found == view.with_mothers.end()) return {};
    return ui.tr("night.take_title", {found->place, ui.pick(found->name), found->mother});
}

/// "仰向け・顔色よい・呼吸ふつう": what the tap will say was seen.
std::string seen_words(const ui::Context& ui, const clinic::Seen& seen) {
    std::string words = posture_words(ui, seen.posture) + ui.tr("night.dot") +
                        ui.tr(seen.colour_good ? "night.seen_colour_good" : "night.seen_colour_poor") +
                        ui.tr("night.dot") +
                        ui.tr(seen.breathing_calm ? "night.seen_breathing_calm" : "night.seen_breathing_odd");
    if (seen.laid_down) words += ui.tr("night.dot") + ui.tr("night.laid_down_short");
    return words;
}

void draw_label(ui::Context& ui, ui::Rect& row, std::string_view key) {
    ui::text(ui, "", row.cut_left(kLabel), ui.tr(key), {.ink = ui.theme().quiet_ink, .middle = true});
}

void draw_posture(ui::Context& ui, ui::Rect row, clinic::Seen& seen) {
    draw_label(ui, row, "night.posture");
    constexpr std::array<Posture, 4> kAll{Posture::back, Posture::side, Posture::prone, Posture::held};
    std::array<std::string, 4> words;
    std::array<ui::Choice, 4> choices;
    int selected = 0;
    for (std::size_t i = 0; i < kAll.size(); ++i) {
        words[i] = posture_words(ui, kAll[i]);
        choices[i] = {clinic::word(kAll[i]), words[i], {}};
        if (seen.posture == kAll[i]) selected = static_cast<int>(i);
    }
    const int chosen = choose_one(ui, "night.look.posture", row, choices, selected);
    if (chosen >= 0) seen.posture = kAll[static_cast<std::size_t>(chosen)];
}

void draw_yes_no(ui::Context& ui, ui::Rect row, std::string_view label, std::string_view id,
                 std::array<std::string_view, 2> ids, std::array<std::string_view, 2> keys, bool& good) {
    draw_label(ui, row, label);
    const std::array<std::string, 2> words{ui.tr(keys[0]), ui.tr(keys[1])};
    const std::array<ui::Choice, 2> choices{{{ids[0], words[0], {}}, {ids[1], words[1], {}}}};
    const int chosen = choose_one(ui, id, row, choices, good ? 0 : 1);
    if (chosen >= 0) good = chosen == 0;
}

void close(NightState& state) {
    state.open = NightState::Open::nothing;
    state.round.clear();
}

/// The next baby of the round, or the end of it.
void go_on(const NightView& view, NightState& state) {
    if (!state.round.empty()) state.round.erase(state.round.begin());
    while (!state.round.empty()) {
        if (const NightTile* tile = kept(view, state.round.front())) {
            const std::vector<std::string> round = state.round;
            open_look(state, *tile);
            state.round = round;
            return;
        }
        state.round.erase(state.round.begin());
    }
    close(state);
}

/// How often this baby is looked at, and back to its mother: rarely needed, so below a line.
void draw_more(ui::Context& ui, ui::Rect row, const NightTile& tile, NightState& state,
               std::vector<Intent>& intents) {
    ui::divider(ui, {row.x, row.y - ui::kSmallGap, row.w, 1});
    if (ui::button(ui, "night.look.back_to_mother", row.cut_right(240, ui::kGap),
                   ui.tr("night.back_to_mother"), {.icon = ui::Icon::mother, .type = ui::Type::body})) {
        intents.push_back(GiveBack{tile.child_id});
        close(state);
        return;
    }
    draw_label(ui, row, "night.interval");
    const auto step = std::chrono::seconds(60);
    const auto places = row.columns(3, ui::kSmallGap);
    const std::string shortest = tile.every - step < step ? ui.tr("night.shortest") : "";
    if (ui::button(ui, "night.look.less", places[0], ui.tr("night.closer"),
                   {.why_disabled = shortest, .type = ui::Type::body}))
        intents.push_back(SetBabyInterval{tile.child_id, tile.every - step});
    ui::text(ui, "night.look.interval", places[1],
             ui.tr("night.every", {std::to_string(tile.every.count() / 60)}),
             {.align = ui::Align::center, .middle = true});
    if (ui::button(ui, "night.look.more", places[2], ui.tr("night.as_clinic"), {.type = ui::Type::body}))
        intents.push_back(SetBabyInterval{tile.child_id, std::nullopt});
}

}  // namespace

void open_look(NightState& state, const NightTile& tile) {
    state.open = NightState::Open::look;
    state.child_id = tile.child_id;
    state.use_id.clear();
    state.seen = {};
    state.round.clear();
}

void draw_look(ui::Context& ui, const NightView& view, NightState& state, std::vector<Intent>& intents) {
    const bool first = !state.use_id.empty();
    const NightTile* tile = kept(view, state.child_id);
    if (!first && tile == nullptr) return go_on(view, state);  // given back in the meantime
    const float more = tile != nullptr && !first ? kRow + 2 * ui::kGap : 0;
    ui::Rect inside =
        begin_panel(ui, "night.look", title(ui, view, state), 800, 5 * kRow + 5 * ui::kGap + 20 + more);
    const float row = kRow;
    draw_posture(ui, inside.cut_top(row, ui::kGap), state.seen);
    draw_yes_no(ui, inside.cut_top(row, ui::kGap), "night.colour", "night.look.colour", {"good", "poor"},
                {"night.colour_good", "night.colour_poor"}, state.seen.colour_good);
    draw_yes_no(ui, inside.cut_top(row, ui::kGap), "night.breathing", "night.look.breathing", {"calm", "odd"},
                {"night.breathing_calm", "night.breathing_odd"}, state.seen.breathing_calm);
    ui::Rect line = inside.cut_top(row, ui::kGap);
    const std::string rest =
        state.round.size() > 1 ? ui.tr("night.round_left", {std::to_string(state.round.size() - 1)}) : "";
    if (!rest.empty())
        ui::text(ui, "night.look.left",
                 line.cut_right(ui::text_width(ui, ui::Type::body, rest) + 2, ui::kGap), rest,
                 {.ink = ui.theme().quiet_ink, .middle = true});
    ui::checkbox(ui, "night.look.laid", line, ui.tr("night.laid_down"), state.seen.laid_down);
    ui::Rect buttons = inside.cut_top(ui::kBigButton + 12);
    if (ui::button(ui, "night.look.close", buttons.cut_left(132, ui::kGap), ui.tr("frame.back")) ||
        ui.input().escape) {
        close(state);
    } else if (ui::button(ui, "night.look.record", buttons, seen_words(ui, state.seen),
                          {.kind = ui::ButtonKind::primary})) {
        if (first)
            intents.push_back(TakeIntoKeeping{state.use_id, state.child_id, state.seen});
        else
            intents.push_back(RecordLook{state.child_id, state.seen});
        go_on(view, state);
    } else if (more > 0) {
        inside.cut_top(2 * ui::kGap);
        draw_more(ui, inside.cut_top(kRow - 8), *tile, state, intents);
    }
    ui.end_layer();
}

}  // namespace sango::screens
