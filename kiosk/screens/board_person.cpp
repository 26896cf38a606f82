#include "kiosk/screens/board_parts.h"
#include "kiosk/screens/kana_pad.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
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
    if (trim(state.name).empty() || !view.hits)
        return ui::empty_state(ui, "", at, ui::Icon::search, ui.tr("board.search_how"));
    if (view.hits->empty())
        return ui::empty_state(ui, "board.person.none", at, ui::Icon::person, ui.tr("board.search_none"));
    const auto height = [&](const BoardHit& hit) {
        return ui::text_height(ui, ui::Type::name, hit.name, at.w - 20) + 24 + 20;
    };
    float content = 0;
    for (const BoardHit& hit : *view.hits) content += height(hit);
    ui::Rect place = begin_list(ui, "board.person.hits", at, content);
    for (std::size_t i = 0; i < view.hits->size(); ++i) {
        const BoardHit& hit = (*view.hits)[i];
        ui::Rect here = place.cut_top(height(hit));
        const std::string below = fmt::format("{}  {} {}", hit.kana, ui.pick(hit.town), hit.user_number);
        if (ui::row(ui, fmt::format("board.person.hit.{}", i), here, hit.name + " " + below)) {
            intents.push_back(BeginBooking{hit.mother_id, {}});
            state.searching = false;
        }
        here = here.inset(0, 10);
        ui::fill(ui, {here.x, here.y + 2, 6, here.h - 4}, municipality_shape(ui, hit.colour), 3);
        here.cut_left(20);
        ui::text(ui, "", here.cut_top(here.h - 24), hit.name, {.type = ui::Type::name});
        ui::text(ui, "", here, below, {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
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
    draw_hits(ui, inside, view, state, intents);
    if (changed) intents.push_back(SearchForBoard{state.name});
}

}  // namespace sango::screens
