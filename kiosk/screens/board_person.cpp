#include "kiosk/screens/board_parts.h"
#include "kiosk/screens/kana_pad.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/person_hits.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <fmt/format.h>

namespace sango::screens {
namespace {

void draw_hits(ui::Context& ui, const ui::Rect& at, const BoardView& view, BoardState& state,
               Intents& intents) {
    const std::string how = ui.tr("board.search_how");
    const std::string none = ui.tr("board.search_none");
    const auto chosen = draw_person_hits(ui, at, "board.person.hit", "board.person.none",
                                         trim(state.name).empty() ? std::nullopt : view.hits, {how, none});
    if (!chosen) return;
    intents.push_back(BeginBooking{(*view.hits)[*chosen].mother_id, {}});
    state.searching = false;
}

/// Her bookings: a tap goes to the day on the board and opens it.
void draw_found(ui::Context& ui, ui::Rect at, const BoardView& view, BoardState& state, Intents& intents) {
    constexpr float kOne = 68;
    ui::caption(ui, "board.person.bookings", at.cut_top(28, 6), ui.tr("board.bookings_found"));
    ui::Rect list = begin_list(ui, "board.person.found", at, kOne * static_cast<float>(view.found.size()));
    for (std::size_t i = 0; i < view.found.size(); ++i) {
        const BoardFound& one = view.found[i];
        ui::Rect line = list.cut_top(kOne);
        const std::string where = ui.pick(one.when) + "　" + one.place;
        if (ui::row(ui, fmt::format("board.person.booking.{}", i), line, one.name + " " + where)) {
            state.searching = false;
            state.extent =
                state.extent == BoardState::Extent::hours ? BoardState::Extent::two_weeks : state.extent;
            state.first = one.first_day == view.today ? std::nullopt : std::optional(one.first_day);
            intents.push_back(OpenBooking{one.booking_id});
        }
        line = line.inset(8, 8);
        ui::text(ui, "", line.cut_top(28), one.name, {.type = ui::Type::strong});
        ui::text(ui, "", line, where, {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    }
    ui::end_scroll(ui);
}

}  // namespace

void draw_board_person(ui::Context& ui, const ui::Rect& at, const BoardView& view, BoardState& state,
                       Intents& intents) {
    ui::Rect inside = ui::card(ui, at);
    bool changed =
        ui::text_field(
            ui, "board.person.field", inside.cut_top(ui::kButton, ui::kGap), state.name,
            {.placeholder = ui.tr("board.search_placeholder"), .most = 120, .type = ui::Type::large})
            .changed;
    const ui::Rect keys = inside.cut_bottom(kKanaPad, ui::kGap);
    if (kana_pad(ui, "board.person.kana", keys, state.name)) changed = true;
    if (!trim(state.name).empty() && !view.found.empty())
        draw_found(ui, inside.cut_right(inside.w / 2 - ui::kGap, ui::kGap), view, state, intents);
    draw_hits(ui, inside, view, state, intents);
    if (changed) intents.push_back(SearchForBoard{state.name});
}

}  // namespace sango::screens
