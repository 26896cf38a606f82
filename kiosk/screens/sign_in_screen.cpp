#include "kiosk/screens/sign_in_screen.h"

#include "kiosk/screens/notice_strip.h"
#include "kiosk/screens/pin_dots.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/icon.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"
#include "shared/clinic/staff.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kPadCard = 400;

/// Whose badge it is, or that one is to be shown.
void draw_badge(ui::Context& ui, ui::Rect at, const SignInView& view, std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, at).inset(16, 8);
    ui::text(ui, "", inside.cut_top(88, 8),
             ui::icon_text(view.holder.empty() ? ui::Icon::checkin : ui::Icon::staff),
             {.type = ui::Type::money, .ink = ui.theme().accent});
    if (view.holder.empty()) {
        const std::string ask = ui.tr("signin.show_badge");
        const float height = ui::text_height(ui, ui::Type::name, ask, inside.w);
        ui::text(ui, "signin.ask", inside.cut_top(height, 12), ask, {.type = ui::Type::name});
        ui::text(ui, "", inside, ui.tr("signin.show_badge_how"),
                 {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
        return;
    }
    const ui::Type type = ui::fit_text(ui, {ui::Type::money, ui::Type::name}, view.holder, inside.w);
    ui::text(ui, "signin.holder", inside.cut_top(56, 8), view.holder,
             {.type = type, .ink = {}, .middle = true});
    ui::text(ui, "", inside.cut_top(64), ui.tr("signin.enter_pin"),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
    if (ui::button(ui, "signin.other", inside.cut_bottom(ui::kButton).cut_left(260), ui.tr("signin.other"),
                   {.type = ui::Type::body}))
        intents.emplace_back(LeaveSignIn{});
}

void draw_pad(ui::Context& ui, const ui::Rect& at, const SignInView& view, SignInState& state,
              std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, at).inset(16, 8);
    if (view.holder.empty()) {
        state.digits.clear();
        return ui::empty_state(ui, "signin.pin_later", inside, ui::Icon::keyboard, ui.tr("signin.pin_later"));
    }
    ui::heading(ui, "", inside.cut_top(40, 8), ui.tr("signin.pin"));
    draw_pin_dots(ui, "signin.pin", inside.cut_top(48, 16), state.digits.size());
    const float height = std::min(inside.h, 4 * 84.0F);
    (void)ui::number_pad(ui, "signin.pad", inside.cut_top(height), state.digits, clinic::kPinDigits);
    if (state.digits.size() < clinic::kPinDigits) return;
    intents.emplace_back(EnterPin{state.digits});
    std::ranges::fill(state.digits, '0');
    state.digits.clear();
}

/// The usual reasons by one tap; more can be written behind it.
void draw_usual_reasons(ui::Context& ui, const ui::Rect& at, std::string& reason) {
    constexpr std::array<std::string_view, 3> kReasons{"signin.reason_no_badge", "signin.reason_no_pin",
                                                       "signin.reason_urgent"};
    const auto places = at.columns(kReasons.size(), 8);
    for (std::size_t i = 0; i < kReasons.size(); ++i) {
        const std::string words = ui.tr(kReasons[i]);
        if (ui::button(
                ui, fmt::format("signin.usual.{}", i), places[i], words,
                {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, words, places[i].w - 24)}))
            reason = words;
    }
}

void draw_emergency_dialog(ui::Context& ui, const SignInView& view, SignInState& state,
                           std::vector<Intent>& intents) {
    const std::string title = ui.tr("signin.emergency_title");
    const std::string sentence = ui.tr("signin.emergency_means");
    const std::string confirm = ui.tr("signin.emergency_open");
    const std::string cancel = ui.tr("frame.back");
    const bool whole = !state.staff_id.empty() && !trim(state.reason).empty();
    const std::string why = whole ? std::string() : ui.tr("signin.emergency_needs");
    const ui::DialogWords words{.title = title,
                                .sentence = sentence,
                                .confirm = confirm,
                                .cancel = cancel,
                                .danger = true,
                                .why_disabled = why};
    constexpr std::size_t kColumns = 3;
    constexpr float kRow = 60;
    constexpr float kListHeight = 2 * kRow;
    ui::Rect inside =
        ui::begin_dialog(ui, "signin.by_emergency", words, kListHeight + 20 + 56 + 12 + 104, 820);
    const std::size_t rows = (view.staff.size() + kColumns - 1) / kColumns;
    const float height = static_cast<float>(rows) * kRow;
    ui::Rect list = ui::begin_scroll(ui, "signin.staff", inside.cut_top(kListHeight, 20), height);
    list.h = height;
    for (std::size_t i = 0; i < view.staff.size(); ++i) {
        const ui::Rect place =
            list.rows(rows, 0)[i / kColumns].columns(kColumns, 8)[i % kColumns].inset(0, 4);
        const StaffLine& one = view.staff[i];
        if (ui::button(ui, fmt::format("signin.staff.{}", i), place, one.name,
                       {.selected = state.staff_id == one.id,
                        .type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, one.name, place.w - 24)}))
            state.staff_id = one.id;
    }
    ui::end_scroll(ui);
    draw_usual_reasons(ui, inside.cut_top(56, 12), state.reason);
    const std::string hint = ui.tr("signin.reason_hint");
    ui::text_field(ui, "signin.reason", inside.cut_top(104), state.reason,
                   {.placeholder = hint, .most = 600, .lines = true});
    switch (ui::end_dialog(ui, "signin.by_emergency", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::confirmed:
            intents.emplace_back(EnterByEmergency{state.staff_id, std::string(trim(state.reason))});
            break;
        case ui::Answer::cancelled:
            break;
    }
    state.emergency = false;
    state.staff_id.clear();
    state.reason.clear();
}

}  // namespace

std::vector<Intent> draw_sign_in(ui::Context& ui, ui::Rect area, const KioskView& view, SignInState& state) {
    std::vector<Intent> intents;
    draw_notice(ui, area, view.sign_in.notice, intents);
    area = area.inset(24, 8);
    ui::text(ui, "signin.clinic", area.cut_top(64, 12), view.bar.clinic_name,
             {.type = ui::fit_text(ui, {ui::Type::money, ui::Type::name}, view.bar.clinic_name, area.w),
              .ink = {},
              .middle = true});
    ui::Rect foot = area.cut_bottom(ui::kBigButton, ui::kGap);
    draw_pad(ui, area.cut_right(kPadCard, ui::kGap), view.sign_in, state, intents);
    draw_badge(ui, area, view.sign_in, intents);
    if (ui::button(ui, "signin.emergency", foot.cut_right(kPadCard), ui.tr("signin.emergency"),
                   {.icon = ui::Icon::alert, .type = ui::Type::body}))
        state.emergency = true;
    if (view.sign_in.state == SignInView::State::watch &&
        ui::button(ui, "signin.back", foot.cut_left(280), ui.tr("signin.back_to_watch"),
                   {.icon = ui::Icon::back, .type = ui::Type::body}))
        state.open = false;
    if (state.emergency) draw_emergency_dialog(ui, view.sign_in, state, intents);
    return intents;
}

void draw_left_to_watch(ui::Context& ui, ui::Rect& area, const KioskView& view, SignInState& state) {
    ui::Rect strip = area.cut_top(64);
    ui::fill(ui, strip, ui.theme().well);
    strip = strip.inset(ui::kGap, 6);
    if (ui::button(ui, "signin.open", strip.cut_right(240, ui::kGap), ui.tr("signin.open"),
                   {.icon = ui::Icon::staff, .type = ui::Type::body}))
        state.open = true;
    ui::text(ui, "signin.watch", strip, ui.tr("signin.watch_only", {view.bar.staff_name}),
             {.type = ui::Type::body, .ink = {}, .middle = true});
}

}  // namespace sango::screens
