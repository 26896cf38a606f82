#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/kana_keys.h"
#include "kiosk/screens/sign_keys.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"
#include "shared/base/user_number.h"

namespace sango::screens {
namespace {

constexpr std::size_t kMostSigns = 40;
constexpr std::size_t kFewest = 3;  // letter, one sign, check sign

/// Says how the typed number reads, while it is typed.
void draw_hint(ui::Context& ui, ui::Rect at, const std::string& number) {
    if (const auto canonical = parse_user_number(number)) {
        ui::outcome_mark(ui, "", at.cut_left(24, ui::kSmallGap), ui::Outcome::yes, 20, "");
        ui::text(ui, "checkin.number.hint", at, ui.tr("checkin.number_reads", {*canonical}),
                 {.type = ui::Type::body, .ink = ui::ink_of(ui.theme(), ui::Tone::good), .middle = true});
        return;
    }
    ui::text(ui, "checkin.number.hint", at, ui.tr("checkin.number_hint"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
}

}  // namespace

void draw_number_panel(ui::Context& ui, const ui::Rect& at, CheckInState& state, Intents& intents) {
    ui::Rect area = at;
    ui::Rect buttons = area.cut_bottom(ui::kBigButton, ui::kGap);
    ui::Rect inside = ui::card(ui, area);
    ui::heading(ui, "", inside.cut_top(36, 12), ui.tr("checkin.number_title"));
    const auto event =
        ui::text_field(ui, "checkin.number.field", inside.cut_top(64, 10), state.number,
                       {.placeholder = "N-4821-7", .most = kMostSigns, .type = ui::Type::large});
    draw_hint(ui, inside.cut_top(48, 12), state.number);
    (void)sign_keys(ui, "checkin.number.key", inside.cut_top(inside.h - ui::kButton - ui::kGap, ui::kGap),
                    state.number, kMostSigns);
    const auto edit = inside.cut_top(ui::kButton).columns(2, ui::kSmallGap);
    if (ui::button(ui, "checkin.number.erase", edit[0], ui.tr("checkin.erase"),
                   {.icon = ui::Icon::erase, .type = ui::Type::body}))
        state.number = without_last(state.number);
    if (ui::button(ui, "checkin.number.clear", edit[1], ui.tr("checkin.clear"), {.type = ui::Type::body}))
        state.number.clear();

    const std::string typed = narrow(state.number);
    const std::string why = typed.size() < kFewest ? ui.tr("checkin.number_short") : "";
    if (ui::button(ui, "checkin.number.close", buttons.cut_left(180, ui::kGap), ui.tr("frame.back")))
        state.panel = CheckInState::Panel::person;
    const bool pressed = ui::button(ui, "checkin.number.ok", buttons, ui.tr("checkin.number_ok"),
                                    {.kind = ui::ButtonKind::primary, .why_disabled = why});
    if (pressed || (event.submitted && why.empty())) intents.push_back(EnterNumber{typed});
}

}  // namespace sango::screens
