#include "kiosk/screens/check_in_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/text.h"

namespace sango::screens {
namespace {

constexpr float kTick = 44;  // what a checkbox's sentence is moved in by

/// A sentence of what to do, over the rest of the foot.
void draw_how(ui::Context& ui, ui::Rect& at, std::string_view id, const std::string& words, float indent) {
    if (words.empty()) return;
    ui::Rect line = at.cut_bottom(ui::text_height(ui, ui::Type::small, words, at.w - indent), 4);
    line.cut_left(indent);
    ui::text(ui, id, line, words, {.type = ui::Type::small, .ink = ui::ink_of(ui.theme(), ui::Tone::warn)});
}

void draw_seen(ui::Context& ui, ui::Rect& at, Intents& intents) {
    const std::string sentence = ui.tr("checkin.coupon_seen");
    bool seen = true;
    if (ui::checkbox(ui, "checkin.coupon.seen", at.cut_bottom(ui::checkbox_height(ui, sentence, at.w), 4),
                     sentence, seen))
        intents.push_back(SeeCoupon{seen});
}

void draw_forgotten(ui::Context& ui, ui::Rect& at, const CandidateView& who, Intents& intents) {
    if (who.card_forgotten) draw_how(ui, at, "checkin.forgotten.how", ui.pick(who.forgotten_sentence), kTick);
    const std::string sentence = ui.tr("checkin.forgotten");
    bool forgotten = who.card_forgotten;
    if (ui::checkbox(ui, "checkin.forgotten", at.cut_bottom(ui::checkbox_height(ui, sentence, at.w), 4),
                     sentence, forgotten))
        intents.push_back(MarkCardForgotten{forgotten});
}

}  // namespace

void draw_card_steps(ui::Context& ui, ui::Rect& at, const CandidateView& who, CheckInState& state,
                     Intents& intents) {
    if (who.asks_stamp) {
        const std::string& sentence = ui.pick(who.stamp_sentence);
        const float height = ui::checkbox_height(ui, sentence, at.w);
        bool stamped = who.stamped;
        if (ui::checkbox(ui, "checkin.stamp", at.cut_bottom(height, 4), sentence, stamped))
            intents.push_back(TickStamped{stamped});
    }
    if (who.card_shown || !who.has_cards) return;
    if (who.coupon_seen) return draw_seen(ui, at, intents);

    const bool may_be_lost = !who.missing.has_value();
    if (may_be_lost || who.has_coupons) {
        ui::Rect row = at.cut_bottom(ui::kButton, ui::kSmallGap);
        const ui::ButtonLook small{.type = ui::Type::body};
        if (may_be_lost) {
            const float width = who.has_coupons ? (row.w - ui::kSmallGap) / 2 : row.w;
            if (ui::button(ui, "checkin.lost", row.cut_left(width, ui::kSmallGap), ui.tr("checkin.lost"),
                           small))
                state.lost_open = true;
        }
        if (who.has_coupons && ui::button(ui, "checkin.coupon", row, ui.tr("checkin.coupon"), small))
            state.coupon_open = true;
    }
    if (who.missing) {
        draw_how(ui, at, "checkin.missing", ui.pick(*who.missing) + "\n" + ui.pick(who.lost_sentence), 0);
        return;
    }
    draw_forgotten(ui, at, who, intents);
}

void ask_card_lost(ui::Context& ui, const CandidateView& who, CheckInState& state, Intents& intents) {
    const std::string title = ui.tr("checkin.lost_title", {who.name});
    const std::string sentence =
        ui.tr("checkin.lost_sentence", {ui.pick(who.programme)}) + "\n" + ui.pick(who.lost_sentence);
    const std::string confirm = ui.tr("checkin.lost_confirm");
    const std::string cancel = ui.tr("checkin.cancel");
    const ui::Answer answer = ui::dialog(
        ui, "checkin.lost.ask",
        {.title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .danger = true});
    if (answer == ui::Answer::none) return;
    state.lost_open = false;
    if (answer == ui::Answer::confirmed) intents.push_back(ReportCardLost{});
}

}  // namespace sango::screens
