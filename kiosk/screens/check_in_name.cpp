#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/kana_pad.h"
#include "kiosk/screens/person_hits.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>

namespace sango::screens {
namespace {

void draw_hits(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state,
               Intents& intents) {
    const std::string how = ui.tr("checkin.name_how");
    const std::string none = ui.tr("checkin.name_none");
    const auto chosen = draw_person_hits(ui, at, "checkin.hit", "checkin.name.none",
                                         trim(state.name).empty() ? std::nullopt : view.hits, {how, none});
    if (!chosen) return;
    intents.push_back(ChooseMother{(*view.hits)[*chosen].mother_id, {}});
    state.panel = CheckInState::Panel::person;
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
