#include "kiosk/screens/board_parts.h"
#include "kiosk/screens/kana_pad.h"
#include "kiosk/screens/person_hits.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

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
    draw_hits(ui, inside, view, state, intents);
    if (changed) intents.push_back(SearchForBoard{state.name});
}

}  // namespace sango::screens
