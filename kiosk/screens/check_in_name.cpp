#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/kana_pad.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

void draw_hits(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state,
               Intents& intents) {
    if (trim(state.name).empty() || !view.hits)
        return ui::empty_state(ui, "", at, ui::Icon::search, ui.tr("checkin.name_how"));
    if (view.hits->empty())
        return ui::empty_state(ui, "checkin.name.none", at, ui::Icon::person, ui.tr("checkin.name_none"));
    const auto height = [&](const PersonHit& hit) {
        return ui::text_height(ui, ui::Type::name, hit.name, at.w) + 24 + 20;
    };
    float content = 0;
    for (const PersonHit& hit : *view.hits) content += height(hit);
    ui::Rect place = begin_list(ui, "checkin.hits", at, content);
    for (std::size_t i = 0; i < view.hits->size(); ++i) {
        const PersonHit& hit = (*view.hits)[i];
        ui::Rect here = place.cut_top(height(hit));
        const std::string below = fmt::format("{}  {} {}", hit.kana, ui.pick(hit.programme), hit.user_number);
        if (ui::row(ui, fmt::format("checkin.hit.{}", i), here, hit.name + " " + below)) {
            intents.push_back(ChooseMother{hit.mother_id, {}});
            state.panel = CheckInState::Panel::person;
        }
        here = here.inset(0, 10);
        ui::fill(ui, {here.x, here.y + 2, 6, here.h - 4}, municipality_shape(ui, hit.colour), 3);
        here.cut_left(20);
        ui::text(ui, "", here.cut_top(here.h - 24), hit.name, {.type = ui::Type::name, .ink = {}});
        ui::text(ui, "", here, below, {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    }
    ui::end_scroll(ui);
}

}  // namespace

void draw_name_panel(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state,
                     Intents& intents) {
    ui::Rect inside = ui::card(ui, at);
    ui::Rect head = inside.cut_top(ui::kButton, ui::kGap);
    const ui::Rect close = head.cut_right(130, ui::kSmallGap);
    const std::string placeholder = ui.tr("checkin.name_placeholder");
    bool changed = ui::text_field(ui, "checkin.name.field", head, state.name,
                                  {.placeholder = placeholder, .most = 120, .type = ui::Type::large})
                       .changed;
    if (ui::button(ui, "checkin.name.close", close, ui.tr("frame.back")))
        state.panel = CheckInState::Panel::person;

    const ui::Rect keys = inside.cut_bottom(kKanaPad, ui::kGap);
    if (kana_pad(ui, "checkin.kana", keys, state.name)) changed = true;
    draw_hits(ui, inside, view, state, intents);
    if (changed) intents.push_back(SearchPeople{state.name});
}

}  // namespace sango::screens
