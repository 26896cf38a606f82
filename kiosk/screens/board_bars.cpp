#include "kiosk/screens/board_parts.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using clinic::BookingState;
using clinic::PlaceKind;

std::string surname(std::string_view name) {
    return std::string(name.substr(0, name.find(' ')));
}

/// As much of who it is as there is room for, at 18 px or more.
void bar_words(ui::Context& ui, const ui::Rect& at, const std::string& name, const std::string& more,
               ui::Color ink) {
    const float pad = at.w > 56 ? 12.0F : 4.0F;
    const std::string whole = more.empty() ? name : name + "　" + more;
    for (const auto& [words, type] : {std::pair{whole, ui::Type::body},
                                      {whole, ui::Type::small},
                                      {name, ui::Type::body},
                                      {surname(name), ui::Type::body},
                                      {surname(name), ui::Type::small},
                                      {surname(name), ui::Type::source}}) {
        const float width = ui::text_width(ui, type, words);
        const float least = type == ui::Type::source ? 1.0F : pad;
        if (width > at.w - 2 * least) continue;
        ui::text(ui, "", {at.x + std::min(pad, (at.w - width) / 2), at.y, at.w, at.h}, words,
                 {.type = type, .ink = ink, .middle = true});
        return;
    }
}

}  // namespace

void draw_board_bars(ui::Context& ui, const BoardGrid& grid, const BoardView& view, Intents& intents) {
    const ui::Theme& theme = ui.theme();
    for (std::size_t i = 0; i < view.bars.size(); ++i) {
        const BoardBar& bar = view.bars[i];
        const BoardRow* row = row_of(view, bar.place_no);
        if (row == nullptr) continue;
        const auto line = static_cast<std::size_t>(row - view.rows.data());
        if (line < grid.first || line >= grid.last) continue;
        const Stretch stretch = stretch_in(grid.scale, view, i, *row);
        const float from = std::max(stretch.from, grid.scale.left);
        const float until = std::min(stretch.until, grid.scale.left + grid.scale.width);
        if (until <= from) continue;
        const bool moves =
            view.candidate && view.candidate->draft.booking_id == bar.booking_id && view.candidate->moves;
        const float gap = grid.scale.column() < 30 && !grid.scale.hours ? 1 : 3;
        const ui::Rect at{from + gap + 1, grid.top + kBoardRow * static_cast<float>(line) + 5,
                          until - from - 2 * gap, kBoardRow - 11};
        const std::string words = fmt::format("{} {} {}", row->name, bar.name,
                                              ui.tr(fmt::format("board.state_{}", clinic::word(bar.state))));
        const ui::Rect reach{at.x, grid.top + kBoardRow * static_cast<float>(line), at.w, kBoardRow - 1};
        const std::string id = fmt::format("board.bar.{}", i);
        ui::Press press;
        // Where a finger cannot tell one from the next, the hand finds the nearest (board_hand.cpp).
        if (view.candidate || at.w < ui::kTarget)
            ui.note({.id = id, .role = ui::Role::mark, .text = words, .at = at});
        else
            press = ui.press({.id = id, .role = ui::Role::mark, .text = words, .at = reach});
        if (press.pressed && !bar.booking_id.empty()) intents.push_back(OpenBooking{bar.booking_id});
        const ui::Color colour = municipality_shape(ui, bar.colour);
        const bool chosen = view.chosen && view.chosen->booking_id == bar.booking_id;
        if (bar.state == BookingState::offered || moves) {
            ui::fill(ui, at, theme.card, 8);
            ui::dashed_outline(ui, at.inset(1), colour, 8, 2);
            bar_words(ui, at, bar.name, ui.pick(bar.town), theme.ink);
        } else if (bar.state == BookingState::left) {
            ui::fill(ui, at, theme.well, 8);
            ui::fill(ui, {at.x, at.y, 6, at.h}, colour, 3);
            bar_words(ui, at, bar.name, ui.pick(bar.town), theme.ink);
        } else {
            ui::fill(ui, at, colour, 8);
            bar_words(ui, at, bar.name, ui.pick(bar.town), ui::municipality_ink(theme));
            // In the house: a bar along the foot, so that it shows without colour.
            if (bar.state == BookingState::arrived)
                ui::fill(ui, {at.x + 8, at.bottom() - 6, at.w - 16, 3}, ui::municipality_ink(theme), 1.5F);
        }
        if (chosen || press.focused) ui::outline(ui, at.inset(-2), theme.ink, 10, 3);
    }
}

void draw_board_ghost(ui::Context& ui, const BoardGrid& grid, const BoardView& view,
                      const BoardState& state) {
    if (!view.candidate || !state.ghost.placed) return;
    const BoardRow* row = row_of(view, state.ghost.draft.place_no);
    if (row == nullptr) return;
    const auto line = static_cast<std::size_t>(row - view.rows.data());
    const Stretch stretch = ghost_stretch(grid.scale, *row, state.ghost.draft);
    const float from = std::max(stretch.from, grid.scale.left);
    const float until = std::min(stretch.until, grid.scale.left + grid.scale.width);
    if (until <= from) return;
    const ui::Rect at{from + 4, grid.top + kBoardRow * static_cast<float>(line) + 6, until - from - 7,
                      kBoardRow - 13};
    const ui::Theme& theme = ui.theme();
    const bool judged = view.answer && state.tried &&
                        view.answer->draft.first_day == state.ghost.draft.first_day &&
                        view.answer->draft.days == state.ghost.draft.days &&
                        view.answer->draft.place_no == state.ghost.draft.place_no;
    const bool refused = judged && view.answer->outcome == programme::Outcome::refuse;
    const ui::Color ink = refused ? ui::ink_of(theme, ui::Tone::bad) : theme.accent;
    ui::fill(ui, at, theme.card, 9);
    ui::dashed_outline(ui, at, ink, 9, 3);
    std::string more = days_text(ui, state.ghost.draft.days, row->kind);
    if (judged && view.answer->copay) more += " " + money_text(ui, *view.answer->copay);
    if (judged)
        more += view.answer->outcome == programme::Outcome::accept ? " ○"
                : view.answer->outcome == programme::Outcome::ask  ? " △"
                                                                   : " ×";
    ui.note({.id = "board.ghost",
             .role = ui::Role::mark,
             .text = fmt::format("{} {} {} {}", row->name, short_date(ui, state.ghost.draft.first_day),
                                 view.candidate->name, more),
             .at = at});
    bar_words(ui, {at.x, at.y, at.w - 14, at.h}, view.candidate->name, more,
              ui::ink_of(theme, refused ? ui::Tone::bad : ui::Tone::accent));
    // The edge to pull at.
    if (row->kind == PlaceKind::bed || grid.scale.hours)
        ui::fill(ui, {at.right() - 10, at.center().y - 10, 3, 20}, ink, 1.5F);
}

}  // namespace sango::screens
