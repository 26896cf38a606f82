#include "kiosk/screens/check_in_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/picture.h"
#include "kiosk/ui/text.h"

#include <algorithm>

namespace sango::screens {

void draw_code(ui::Context& ui, std::string_view id, const ui::Rect& at, const CodeView& code,
               std::string_view words) {
    const float side = std::min(at.w, at.h);
    const ui::Rect place{at.center().x - side / 2, at.center().y - side / 2, side, side};
    // White by night too: a phone's camera wants the contrast.
    ui::fill(ui, place, ui::rgb(0xFFFFFF), ui::kButtonCorner);
    ui::outline(ui, place, ui.theme().line, ui::kButtonCorner, 1);
    ui::picture(ui, id, place.inset(6), code.picture, words, true);
}

void ask_coupon(ui::Context& ui, const CandidateView& who, CheckInState& state, Intents& intents) {
    ui.begin_layer();
    const ui::Rect whole = ui.area();
    ui::fill(ui, whole, ui.theme().shade);
    const std::string sentence =
        ui.pick(who.coupon_code ? who.coupon_sentence
                                : Message{ui.tr("checkin.coupon_no_code"), ui.tr("checkin.coupon_no_code")});
    constexpr float kWidth = 640;
    constexpr float kInside = kWidth - 2 * ui::kGap;
    const float words = ui::text_height(ui, ui::Type::body, sentence, kInside);
    const float code = who.coupon_code ? 340.0F : 0.0F;
    const float height = 36 + 28 + 12 + code + 12 + words + 12 + ui::kBigButton + 2 * ui::kGap + 12;
    ui::Rect inside =
        ui::card(ui, {whole.center().x - kWidth / 2, whole.center().y - height / 2, kWidth, height});
    ui::heading(ui, "checkin.coupon.ask", inside.cut_top(36), ui.tr("checkin.coupon_title"));
    ui::text(ui, "", inside.cut_top(28, 12), who.name + "  " + ui.pick(who.programme),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
    if (who.coupon_code)
        draw_code(ui, "checkin.coupon.code", inside.cut_top(code, 12), *who.coupon_code,
                  ui.tr("checkin.coupon_title"));
    ui::text(ui, "checkin.coupon.sentence", inside.cut_top(words, 12), sentence);
    ui::Rect buttons = inside.cut_bottom(ui::kBigButton);
    if (ui::button(ui, "checkin.coupon.cancel", buttons.cut_left(180, ui::kGap), ui.tr("frame.close")) ||
        ui.input().escape)
        state.coupon_open = false;
    if (ui::button(ui, "checkin.coupon.confirm", buttons, ui.tr("checkin.coupon_confirm"),
                   {.kind = ui::ButtonKind::primary})) {
        state.coupon_open = false;
        intents.push_back(SeeCoupon{true});
    }
    ui.end_layer();
}

void draw_left(ui::Context& ui, const ui::Rect& at, const LeftView& left, Intents& intents) {
    ui::Rect area = at;
    ui::Rect buttons = area.cut_bottom(ui::kBigButton, ui::kGap);
    ui::Rect inside = ui::card(ui, area).inset(24, 8);
    const ui::TextLook name{.type = ui::Type::name, .ink = {}, .align = ui::Align::center};
    const std::string thanks = ui.tr("checkin.left_title", {left.name});
    ui::TextLook heading = name;
    heading.role = ui::Role::heading;
    ui::text(ui, "checkin.left", inside.cut_top(ui::text_height(ui, name.type, thanks, inside.w), 8), thanks,
             heading);
    const std::string ask = ui.tr("checkin.left_ask");
    ui::text(ui, "", inside.cut_top(ui::text_height(ui, ui::Type::body, ask, inside.w), 16), ask,
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .align = ui::Align::center});
    const std::string& sentence = ui.pick(left.sentence);
    if (!sentence.empty())
        ui::text(ui, "checkin.left.sentence",
                 inside.cut_bottom(ui::text_height(ui, ui::Type::body, sentence, inside.w), 16), sentence,
                 {.type = ui::Type::body, .ink = {}, .align = ui::Align::center});
    draw_code(ui, "checkin.left.code", inside, left.code, ask);
    if (ui::button(ui, "checkin.left.slip", buttons.cut_left(220, ui::kGap), ui.tr("checkin.slip"),
                   {.icon = ui::Icon::document}))
        intents.push_back(PrintSlip{left.use_id, ui.language == ui::Language::en});
    if (ui::button(ui, "checkin.left.next", buttons, ui.tr("checkin.next"),
                   {.kind = ui::ButtonKind::primary}))
        intents.push_back(LeaveCheckIn{});
}

}  // namespace sango::screens
