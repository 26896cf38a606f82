#include "kiosk/screens/check_in_screen.h"

#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/notice_strip.h"

namespace sango::screens {
namespace {

constexpr float kLeft = 330;  // the desk's own column: camera and lists

/// Who the right side is about, as far as the clinic says. A scan that failed is about no one: it does not
/// close what is being typed.
std::string subject_of(const CheckInView& view) {
    std::string subject;
    if (view.register_form) subject += "/new " + view.register_form->user_number;
    if (view.candidate) subject += "/person " + view.candidate->mother_id;
    if (view.check_out) subject += "/leaving " + view.check_out->use_id;
    if (view.done) subject += "/done " + view.done->use_id;
    if (view.left) subject += "/left " + view.left->use_id;
    return subject;
}

/// Another person from the clinic closes what was being typed to find her.
void settle(const CheckInView& view, CheckInState& state) {
    std::string subject = subject_of(view);
    if (subject == state.subject) return;
    state.subject = std::move(subject);
    state.panel = CheckInState::Panel::person;
    state.number.clear();
    state.name.clear();
    state.registration.open = false;
    state.undo.open = false;
    state.all_reasons = false;
    state.no_show = false;
    state.coupon_open = false;
    state.lost_open = false;
}

void draw_right(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state,
                Intents& intents, Instant now) {
    if (state.panel == CheckInState::Panel::number) return draw_number_panel(ui, at, state, intents);
    if (state.panel == CheckInState::Panel::name) return draw_name_panel(ui, at, view, state, intents);
    if (view.register_form || state.registration.open)
        return draw_register_form(ui, at, view, state, intents);
    if (view.candidate) return draw_candidate(ui, at, *view.candidate, state, intents);
    if (view.check_out) return draw_check_out(ui, at, *view.check_out, state, intents, now);
    if (view.done) return draw_done(ui, at, *view.done, state, intents);
    if (view.left) return draw_left(ui, at, *view.left, intents);
    draw_nobody(ui, at, view, state);
}

}  // namespace

std::vector<Intent> draw_check_in(ui::Context& ui, ui::Rect area, const CheckInView& view,
                                  CheckInState& state, Instant now) {
    Intents intents;
    settle(view, state);
    draw_notice(ui, area, view.notice, intents);
    draw_check_in_left(ui, area.cut_left(kLeft, ui::kGap), view, state, intents);
    draw_right(ui, area, view, state, intents, now);
    if (state.undo.open && view.done)
        draw_undo_dialog(ui, "checkin.undo.ask", view.done->name, view.done->use_id, state, intents);
    if (state.undo.open && view.check_out)
        draw_undo_dialog(ui, "checkout.undo.ask", view.check_out->name, view.check_out->use_id, state,
                         intents);
    return intents;
}

}  // namespace sango::screens
