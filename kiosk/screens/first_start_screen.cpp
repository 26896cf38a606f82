#include "kiosk/screens/first_start_screen.h"

#include "kiosk/screens/first_start_parts.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/screens/pin_dots.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/icon.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"
#include "shared/clinic/first_start.h"
#include "shared/clinic/staff.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using FirstPage = FirstStartState::Page;

constexpr float kStepDot = 40;
constexpr float kStepWidth = 232;
constexpr float kStepPad = 420;

/// ①──②──③ with a word each: done ones ticked, this one filled.
void draw_first_steps(ui::Context& ui, ui::Rect at, int now) {
    constexpr std::array<std::string_view, 3> kWords{"first.step_clinic", "first.step_pin",
                                                     "first.step_papers"};
    const ui::Theme& theme = ui.theme();
    ui.note({.id = "first.step", .role = ui::Role::text, .text = fmt::format("{}/3", now), .at = at});
    for (int step = 1; step <= 3; ++step) {
        ui::Rect place = at.cut_left(kStepWidth);
        const bool done = step < now;
        const bool here = step == now;
        ui::Rect dot = place.cut_left(kStepDot, 10).inset(0, (at.h - kStepDot) / 2);
        if (here || done)
            ui::fill(ui, dot, here ? theme.primary.fill : theme.good_chip.fill, kStepDot / 2);
        else
            ui::outline(ui, dot, theme.line, kStepDot / 2, 2);
        ui::text(ui, "", dot, done ? ui::icon_text(ui::Icon::check) : fmt::format("{}", step),
                 {.type = ui::Type::strong,
                  .ink = here   ? theme.primary.ink
                         : done ? theme.good_chip.ink
                                : theme.quiet_ink,
                  .align = ui::Align::center,
                  .middle = true});
        const std::string words = ui.tr(kWords[static_cast<std::size_t>(step - 1)]);
        const float width = ui::text_width(ui, ui::Type::strong, words);
        ui::text(ui, "", place.cut_left(width + 12), words,
                 {.type = ui::Type::strong, .ink = here ? theme.ink : theme.quiet_ink, .middle = true});
        if (step < 3) ui::fill(ui, {place.x, at.center().y - 1, std::max(0.0F, place.w - 12), 2}, theme.line);
    }
}

/// What this step is for, on the left: an icon, a sentence, and what to know.
void draw_why(ui::Context& ui, ui::Rect at, ui::Icon icon, const std::string& title, const std::string& words,
              const std::string& warning) {
    ui::Rect inside = ui::card(ui, at).inset(16, 12);
    ui::text(ui, "", inside.cut_top(72, 8), ui::icon_text(icon),
             {.type = ui::Type::money, .ink = ui.theme().accent});
    ui::text(ui, "first.title", inside.cut_top(ui::text_height(ui, ui::Type::name, title, inside.w), 14),
             title, {.type = ui::Type::name});
    ui::text(ui, "", inside.cut_top(ui::text_height(ui, ui::Type::body, words, inside.w), 16), words,
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
    if (warning.empty()) return;
    const float height = ui::text_height(ui, ui::Type::small, warning, inside.w - 32) + 28;
    const ui::Rect strip = inside.cut_bottom(height);
    ui::fill(ui, strip, ui.theme().warn_chip.fill, ui::kButtonCorner);
    ui::text(ui, "first.warning", strip.inset(16, 14), warning,
             {.type = ui::Type::small, .ink = ui.theme().warn_chip.ink});
}

void draw_clinic_page(ui::Context& ui, ui::Rect at, FirstStartState& state) {
    const auto good = clinic::check_first_clinic({state.id, state.name, state.manager, {}});
    bool back = false;
    if (draw_first_foot(ui, at, "first.next", ui.tr("first.next"),
                        good ? std::string() : ui.pick(good.error().message), &back))
        state.page = FirstPage::pin;
    draw_why(ui, at.cut_left(420, ui::kGap), ui::Icon::home, ui.tr("first.welcome"),
             ui.tr("first.welcome_means"), ui.tr("first.not_new"));
    ui::Rect inside = ui::card(ui, at).inset(16, 12);
    const auto field = [&](std::string_view id, std::string_view label, std::string_view example,
                           std::string& value, std::size_t most) {
        const std::string words = ui.tr(label);
        const std::string hint = ui.tr(example);
        inside.cut_top(28);
        ui::text_field(ui, id, inside.cut_top(64, 24), value,
                       {.label = words, .placeholder = hint, .most = most, .type = ui::Type::large});
    };
    field("first.name", "first.name", "first.name_hint", state.name, 200);
    field("first.id", "first.id", "first.id_hint", state.id, 96);
    field("first.manager", "first.manager", "first.manager_hint", state.manager, 200);
    ui::text(ui, "", inside, ui.tr("first.manager_means"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
}

void forget_pins(FirstStartState& state) {
    std::ranges::fill(state.pin, '0');
    std::ranges::fill(state.again, '0');
    state.pin.clear();
    state.again.clear();
}

/// The pad card: how many digits stand there, a word about them, the digits.
void draw_pin_card(ui::Context& ui, const ui::Rect& at, const std::string& head, const std::string& says,
                   std::string& digits) {
    ui::Rect inside = ui::card(ui, at).inset(16, 8);
    ui::heading(ui, "", inside.cut_top(40, 8), head);
    draw_pin_dots(ui, "first.pin", inside.cut_top(48, 8), digits.size());
    ui::text(ui, "first.pin_says", inside.cut_top(56, 8), says,
             {.type = ui::Type::small, .ink = ui::ink_of(ui.theme(), ui::Tone::warn)});
    (void)ui::number_pad(ui, "first.pad", inside.cut_top(std::min(inside.h, 4 * 84.0F)), digits,
                         clinic::kPinDigits);
}

void draw_pin_page(ui::Context& ui, ui::Rect at, FirstStartState& state, std::vector<Intent>& intents) {
    ui::Rect foot = at.cut_bottom(ui::kBigButton, ui::kGap);
    if (!state.sent && ui::button(ui, "first.back", foot.cut_left(200), ui.tr("frame.back"))) {
        state.page = FirstPage::clinic;
        return forget_pins(state);
    }
    ui::Rect pad = at.cut_right(kStepPad, ui::kGap);
    draw_why(ui, at, ui::Icon::lock, ui.tr("first.pin_title", {state.manager}), ui.tr("first.pin_means"), "");
    if (state.sent)
        return ui::empty_state(ui, "first.making", ui::card(ui, pad), ui::Icon::sync, ui.tr("first.making"));

    const bool again = state.pin.size() == clinic::kPinDigits;
    const auto weak = again ? clinic::check_pin(state.pin) : Result<Done>(Done{});
    if (!weak) forget_pins(state);
    std::string& digits = again && weak ? state.again : state.pin;
    using Slip = FirstStartState::Slip;
    if (!weak) state.slip = Slip::weak;
    if (!digits.empty()) state.slip = Slip::none;
    const std::string says = state.slip == Slip::weak       ? ui.tr("first.pin_weak")
                             : state.slip == Slip::differed ? ui.tr("first.pin_differed")
                                                            : std::string();
    draw_pin_card(ui, pad, ui.tr(again && weak ? "first.pin_again" : "first.pin_new"), says, digits);
    if (state.again.size() < clinic::kPinDigits) return;
    if (state.again == state.pin) {
        intents.emplace_back(FoundClinic{state.id, state.name, state.manager, state.pin});
        state.sent = true;
    } else {
        state.slip = Slip::differed;
    }
    forget_pins(state);
}

void draw_unlock_page(ui::Context& ui, ui::Rect at, const FirstStartView& view, FirstStartState& state,
                      std::vector<Intent>& intents) {
    const ui::Rect pad = at.cut_right(kStepPad, ui::kGap);
    draw_why(ui, at, ui::Icon::lock, ui.tr("first.go_on", {view.manager}), ui.tr("first.go_on_means"), "");
    draw_pin_card(ui, pad, ui.tr("first.pin_yours"), "", state.pin);
    if (state.pin.size() < clinic::kPinDigits) return;
    intents.emplace_back(EnterPin{state.pin});
    forget_pins(state);
}

}  // namespace

bool draw_first_foot(ui::Context& ui, ui::Rect& at, std::string_view id, std::string_view words,
                     std::string_view why, bool* back) {
    ui::Rect foot = at.cut_bottom(ui::kBigButton, ui::kGap);
    const bool pressed = ui::button(ui, id, foot.cut_right(420, ui::kGap), words,
                                    {.kind = ui::ButtonKind::primary, .why_disabled = why});
    *back = false;
    if (id != "first.next" && id != "first.printed")
        *back = ui::button(ui, "first.back", foot.cut_left(200), ui.tr("frame.back"));
    return pressed;
}

std::vector<Intent> draw_first_start(ui::Context& ui, ui::Rect area, const FirstStartView& view,
                                     FirstStartState& state) {
    using At = FirstStartView::Step;
    std::vector<Intent> intents;
    if (view.notice) state.sent = false;
    if (view.step == At::papers && state.page != FirstPage::read_back) state.page = FirstPage::print;
    ui::Rect head = area.cut_top(72);
    ui::fill(ui, head, ui.theme().card);
    ui::fill(ui, {head.x, head.bottom() - 1, head.w, 1}, ui.theme().line);
    head = head.inset(24, 0);
    const int step = view.step != At::clinic ? 3 : state.page == FirstPage::clinic ? 1 : 2;
    draw_first_steps(ui, head.cut_right(3 * kStepWidth), step);
    const std::string title = ui.tr("first.title");
    ui::text(ui, "", head, title,
             {.type = ui::fit_text(ui, {ui::Type::name, ui::Type::strong}, title, head.w),
              .ink = {},
              .middle = true});
    area = area.inset(ui::kGap);
    draw_notice(ui, area, view.notice, intents);
    if (view.step == At::unlock)
        draw_unlock_page(ui, area, view, state, intents);
    else if (view.step == At::papers && state.page == FirstPage::read_back)
        draw_read_back(ui, area, view, state, intents);
    else if (view.step == At::papers)
        draw_first_papers(ui, area, view, state, intents);
    else if (state.page == FirstPage::pin)
        draw_pin_page(ui, area, state, intents);
    else
        draw_clinic_page(ui, area, state);
    return intents;
}

}  // namespace sango::screens
