#include "kiosk/screens/board_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using Extent = BoardState::Extent;

int step_of(const BoardState& state) {
    switch (state.extent) {
        case Extent::two_weeks:
            return 7;
        case Extent::month:
            return 28;
        case Extent::eight_weeks:
            return 28;
        case Extent::hours:
            break;
    }
    return 1;
}

std::string title(const ui::Context& ui, const BoardView& view, const BoardState& state) {
    if (state.extent == Extent::hours)
        return ui.language == ui::Language::ja ? era_date_text(view.first) : english_date_text(view.first);
    return fmt::format("{} {} {}", short_date(ui, view.first), ui.language == ui::Language::ja ? "〜" : "–",
                       short_date(ui, view.first + std::chrono::days(std::max(1, view.days) - 1)));
}

void go(const BoardView& view, BoardState& state, int days) {
    state.first = view.first + std::chrono::days(days);
    if (*state.first == view.today) state.first.reset();
}

/// Why what is placed cannot be booked yet.
std::string why_not(const ui::Context& ui, const BoardView& view, const BoardState& state) {
    if (!state.ghost.placed) return ui.tr("board.put_first");
    if (state.pending) return ui.tr("board.writing");
    if (!view.answer) return ui.tr("board.judging");
    if (view.answer->outcome == programme::Outcome::refuse) return ui.tr("board.cannot");
    return {};
}

void draw_action(ui::Context& ui, const ui::Rect& at, const BoardView& view, BoardState& state,
                 Intents& intents) {
    if (!view.candidate) {
        const bool pressed =
            ui::button(ui, "board.book", at, ui.tr(state.searching ? "frame.back" : "board.take"),
                       {.kind = state.searching ? ui::ButtonKind::quiet : ui::ButtonKind::primary});
        if (pressed) {
            state.searching = !state.searching;
            state.name.clear();
        }
        return;
    }
    const std::string why = why_not(ui, view, state);
    const std::string words = ui.tr(view.candidate->moves ? "board.move" : "board.confirm");
    const bool enter = ui.input().enter && ui.input().quiet && !ui.typing() && ui.focused().empty() &&
                       !ui.dialog_open() && why.empty();
    if (ui::button(ui, "board.book", at, words, {.kind = ui::ButtonKind::primary, .why_disabled = why}) ||
        enter) {
        state.pending = true;
        intents.push_back(PlaceBooking{state.ghost.draft});
    }
}

}  // namespace

int quiet_choice(ui::Context& ui, std::string_view id, const ui::Rect& at,
                 std::span<const ui::Choice> choices, int selected) {
    const ui::Theme& theme = ui.theme();
    const auto places = at.columns(choices.size(), 8);
    int pressed = -1;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool chosen = static_cast<int>(i) == selected;
        const ui::Press press = ui.press({.id = fmt::format("{}.{}", id, choices[i].id),
                                          .role = ui::Role::choice,
                                          .text = std::string(choices[i].words),
                                          .at = places[i],
                                          .selected = chosen});
        ui::fill(ui, places[i], chosen || press.held ? theme.selected.fill : theme.well, ui::kButtonCorner);
        if (press.focused) ui::outline(ui, places[i].inset(-3), theme.ink, ui::kButtonCorner + 3, 2.5F);
        const ui::Type type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source},
                                           choices[i].words, places[i].w - 8);
        ui::text(ui, "", places[i], choices[i].words,
                 {.type = type,
                  .ink = chosen ? theme.selected.ink : theme.ink,
                  .align = ui::Align::center,
                  .middle = true});
        if (press.pressed) pressed = static_cast<int>(i);
    }
    return pressed;
}

void draw_board_head(ui::Context& ui, ui::Rect at, const BoardView& view, BoardState& state,
                     Intents& intents) {
    draw_action(ui, at.cut_right(180, 12), view, state, intents);
    if (state.searching) {
        ui::text(ui, "board.title", at, ui.tr("board.whose"),
                 {.type = ui::Type::name, .middle = true, .role = ui::Role::heading});
        return;
    }
    const std::string free = ui.tr("board.free", {std::to_string(view.free)});
    const float free_width = ui::chip_width(ui, free, {.tone = ui::Tone::good});
    ui::chip(ui, "board.free", at.cut_right(free_width, 12), free, {.tone = ui::Tone::good});
    const std::array<std::string, 4> words{ui.tr("board.two_weeks"), ui.tr("board.month"),
                                           ui.tr("board.eight_weeks"), ui.tr("board.hours")};
    const std::array<ui::Choice, 4> choices{
        {{"two", words[0]}, {"month", words[1]}, {"eight", words[2]}, {"hours", words[3]}}};
    const int chosen =
        quiet_choice(ui, "board.span", at.cut_right(352, 12), choices, static_cast<int>(state.extent));
    if (chosen >= 0) state.extent = static_cast<Extent>(chosen);

    if (ui::button(ui, "board.earlier", at.cut_left(52, 10), "", {.icon = ui::Icon::back}))
        go(view, state, -step_of(state));
    const std::string shown = title(ui, view, state);
    const ui::Type type = ui::fit_text(ui, {ui::Type::name, ui::Type::strong}, shown, at.w - 62);
    const float width = std::min(at.w - 62, ui::text_width(ui, type, shown) + 4);
    ui::text(ui, "board.title", at.cut_left(width, 10), shown,
             {.type = type, .middle = true, .role = ui::Role::heading});
    if (ui::button(ui, "board.later", at.cut_left(52, 10), "", {.icon = ui::Icon::forward}))
        go(view, state, step_of(state));
    const std::string week = ui.tr("board.print");
    if (ui::button(ui, "board.print", at.cut_left(52, 8), "", {.icon = ui::Icon::printer, .says = week}))
        intents.push_back(PrintWeek{view.first});
    if (state.first && at.w >= 84)
        if (ui::button(ui, "board.today", at.cut_left(84), ui.tr("board.today"), {.type = ui::Type::body}))
            state.first.reset();
}

}  // namespace sango::screens
