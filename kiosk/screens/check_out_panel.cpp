#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <array>

namespace sango::screens {
namespace {

using clinic::Condition;

constexpr std::array<Condition, 3> kConditions{Condition::well, Condition::tired, Condition::unwell};
constexpr float kBlock = 28 + 56 + 18;  // caption, choices, air

void ask_condition(ui::Context& ui, ui::Rect& at, std::string_view id, std::string_view caption,
                   std::optional<Condition>& condition) {
    ui::caption(ui, "", at.cut_top(28), ui.tr(caption));
    const std::string well = ui.tr("checkin.condition_well");
    const std::string tired = ui.tr("checkin.condition_tired");
    const std::string unwell = ui.tr("checkin.condition_unwell");
    const std::array<ui::Choice, 3> choices{
        {{"well", well, {}}, {"tired", tired, {}}, {"unwell", unwell, {}}}};
    int selected = -1;
    for (std::size_t i = 0; i < kConditions.size(); ++i)
        if (condition == kConditions[i]) selected = static_cast<int>(i);
    const int chosen = choose_one(ui, id, at.cut_top(56, kBlock - 28 - 56), choices, selected);
    if (chosen >= 0) condition = kConditions[static_cast<std::size_t>(chosen)];
}

void ask_follow_up(ui::Context& ui, ui::Rect& at, std::optional<bool>& follow_up) {
    ui::caption(ui, "", at.cut_top(28), ui.tr("checkin.follow_up"));
    const std::string no = ui.tr("checkin.follow_up_no");
    const std::string yes = ui.tr("checkin.follow_up_yes");
    const std::array<ui::Choice, 2> choices{{{"no", no, {}}, {"yes", yes, {}}}};
    const int chosen = choose_one(ui, "checkout.follow", at.cut_top(56, kBlock - 28 - 56), choices,
                                  follow_up ? (*follow_up ? 1 : 0) : -1);
    if (chosen >= 0) follow_up = chosen == 1;
}

void draw_payment(ui::Context& ui, ui::Rect at, Yen copay, bool& received) {
    ui::divider(ui, at.cut_top(1, 12));
    const std::string figure = money_text(ui, copay);
    const float width = ui::text_width(ui, ui::Type::money, figure) + 1;
    ui::Rect sum = at.cut_top(52, 8);
    ui::text(ui, "checkout.copay", sum.cut_right(width, 8), figure,
             {.type = ui::Type::money, .ink = {}, .align = ui::Align::right, .middle = true});
    ui::text(ui, "", sum, ui.tr("checkin.to_pay"), {.type = ui::Type::body, .ink = {}, .middle = true});
    if (copay == Yen()) return;
    const std::string sentence = ui.tr("checkin.received", {figure});
    ui::checkbox(ui, "checkout.received", at.cut_top(ui::checkbox_height(ui, sentence, at.w)), sentence,
                 received);
}

std::string missing(const ui::Context& ui, const CheckOutView& leaving, const CheckOutDraft& draft) {
    if (!draft.on_arrival) return ui.tr("checkin.need_arrival");
    if (!draft.on_leaving) return ui.tr("checkin.need_leaving");
    if (!draft.follow_up) return ui.tr("checkin.need_follow_up");
    if (leaving.copay != Yen() && !draft.received) return ui.tr("checkin.need_received");
    return {};
}

}  // namespace

void draw_check_out(ui::Context& ui, const ui::Rect& at, const CheckOutView& leaving, CheckInState& state,
                    Intents& intents, Instant now) {
    CheckOutDraft& draft = state.check_out;
    if (draft.use_id != leaving.use_id) {
        draft = {};
        draft.use_id = leaving.use_id;
    }

    ui::Rect area = at;
    ui::Rect buttons = area.cut_bottom(ui::kBigButton, ui::kGap);
    ui::Rect inside = ui::card(ui, area);

    // A check-in is taken back on its own day only, and far from the button that moves on.
    ui::Rect head = inside;
    if (leaving.first_day == japan_date(now)) {
        const std::string undo = ui.tr("checkin.undo");
        const ui::Rect place{head.right() - ui::text_width(ui, ui::Type::body, undo) - 76, head.y,
                             ui::text_width(ui, ui::Type::body, undo) + 76, ui::kButton};
        if (ui::button(ui, "checkout.undo", place, undo, {.icon = ui::Icon::undo, .type = ui::Type::body}))
            state.undo.begin();
        head.w = place.x - head.x - ui::kGap;
    }
    const float name_height = ui::text_height(ui, ui::Type::name, leaving.name, head.w);
    ui::text(ui, "checkout.person", head, leaving.name,
             {.type = ui::Type::name, .ink = {}, .role = ui::Role::heading});
    const std::string days =
        leaving.days > 1 ? ui.tr("checkin.stay_days", {std::to_string(leaving.days)}) : "";
    const std::string from = ui.language == ui::Language::ja ? era_date_text(leaving.first_day)
                                                             : english_date_text(leaving.first_day);
    head.cut_top(name_height);
    ui::text(ui, "checkout.stay", head, ui.pick(leaving.service) + "  " + from + days,
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
    inside.cut_top(std::max(name_height + 28, ui::kButton), ui::kGap);

    ask_condition(ui, inside, "checkout.arrival", "checkin.on_arrival", draft.on_arrival);
    ask_condition(ui, inside, "checkout.leaving", "checkin.on_leaving", draft.on_leaving);
    ask_follow_up(ui, inside, draft.follow_up);
    const std::string slip = ui.tr("checkin.slip_wish");
    const ui::Rect wish = inside.cut_bottom(ui::checkbox_height(ui, slip, inside.w), 4);
    ui::checkbox(ui, "checkout.slip", wish, slip, draft.slip);
    draw_payment(ui, inside, leaving.copay, draft.received);

    if (ui::button(ui, "checkout.back", buttons.cut_left(180, ui::kGap), ui.tr("frame.back")))
        intents.push_back(LeaveCheckIn{});
    const std::string why = missing(ui, leaving, draft);
    if (ui::button(ui, "checkout.confirm", buttons, ui.tr("checkin.check_out"),
                   {.kind = ui::ButtonKind::primary, .why_disabled = why}))
        intents.push_back(ConfirmCheckOut{{.use_id = leaving.use_id,
                                           .on_arrival = *draft.on_arrival,
                                           .on_leaving = *draft.on_leaving,
                                           .follow_up = *draft.follow_up,
                                           .received = leaving.copay},
                                          draft.slip,
                                          ui.language == ui::Language::en});
}

}  // namespace sango::screens
