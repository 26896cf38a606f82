#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/screens/pin_dots.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
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

using Staff = SettingsState::Staff;

constexpr float kRow = 76;
constexpr float kAct = 148;
constexpr std::array kRoles{clinic::Role::desk, clinic::Role::night, clinic::Role::manager};

const StaffLine* find_line(const SignInView& view, const std::string& id) {
    const auto one = std::ranges::find(view.staff, id, &StaffLine::id);
    return one == view.staff.end() ? nullptr : &*one;
}

void draw_person(ui::Context& ui, ui::Rect at, const SignInView& view, const StaffLine& one,
                 std::size_t index, Staff& state) {
    const std::string ready = ui.tr(one.has_pin && one.has_badge ? "staff.ready"
                                    : !one.has_pin               ? "staff.no_pin"
                                                                 : "staff.no_badge");
    ui::plain_row(ui, fmt::format("staff.{}", index), at,
                  fmt::format("{} {} {}", one.name, ui.pick(one.role), ready));
    at = at.inset(0, 10);
    const std::string why = view.may_change ? std::string() : ui.tr("settings.manager_short");
    const auto act = [&](std::string_view what, std::string_view words, ui::Icon icon) {
        return ui::button(ui, fmt::format("staff.{}.{}", what, index), at.cut_right(kAct, 8), ui.tr(words),
                          {.icon = icon, .why_disabled = why, .type = ui::Type::small});
    };
    if (act("end", "staff.end", ui::Icon::close)) state = {.doing = Staff::Doing::end, .id = one.id};
    if (act("badge", "staff.badge", ui::Icon::printer)) state = {.doing = Staff::Doing::badge, .id = one.id};
    if (act("pin", "staff.pin", ui::Icon::keyboard)) state = {.doing = Staff::Doing::pin, .id = one.id};
    ui::Rect words = at;
    const float upper = words.h / 2;
    ui::text(ui, "", words.cut_top(upper), one.name,
             {.type = ui::fit_text(ui, {ui::Type::strong, ui::Type::small}, one.name, words.w),
              .ink = {},
              .middle = true});
    ui::text(
        ui, "", words, fmt::format("{}　{}", ui.pick(one.role), ready),
        {.type = ui::Type::small,
         .ink = one.has_pin && one.has_badge ? ui.theme().quiet_ink : ui::ink_of(ui.theme(), ui::Tone::warn),
         .middle = true});
}

void draw_emergencies(ui::Context& ui, ui::Rect& area, const SignInView& view, std::vector<Intent>& intents) {
    for (std::size_t i = 0; i < std::min<std::size_t>(view.emergencies.size(), 2); ++i) {
        const EmergencyAccessLine& one = view.emergencies[i];
        const std::string words =
            ui.tr("staff.emergency_line",
                  {one.name, month_day_text(japan_date(one.at)) + " " + time_text(one.at), one.reason});
        const float height =
            std::max(72.0F, ui::text_height(ui, ui::Type::body, words, area.w - 32 - 220) + 24);
        ui::Rect strip = area.cut_top(height, ui::kSmallGap);
        ui::fill(ui, strip, ui.theme().warn_chip.fill, ui::kButtonCorner);
        strip = strip.inset(16, 10);
        if (ui::button(ui, fmt::format("staff.seen.{}", i), strip.cut_right(200, ui::kGap),
                       ui.tr("staff.seen"), {.type = ui::Type::body}))
            intents.emplace_back(SeeEmergency{one.id});
        ui::text(ui, fmt::format("staff.emergency.{}", i), strip, words,
                 {.type = ui::Type::body, .ink = ui.theme().warn_chip.ink, .middle = true});
    }
}

void draw_add(ui::Context& ui, Staff& state, std::vector<Intent>& intents) {
    const std::string title = ui.tr("staff.add");
    const std::string confirm = ui.tr("staff.add_confirm");
    const std::string cancel = ui.tr("frame.back");
    const std::string why = trim(state.name).empty() ? ui.tr("staff.need_name") : std::string();
    const ui::DialogWords words{.title = title, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    ui::Rect inside = ui::begin_dialog(ui, "staff.form", words, 28 + 64 + 20 + 64, 760);
    inside.cut_top(28);
    const std::string label = ui.tr("staff.name");
    ui::text_field(ui, "staff.name", inside.cut_top(64, 20), state.name,
                   {.label = label, .most = 200, .type = ui::Type::large});
    std::array<std::string, 3> names;
    std::array<ui::Choice, 3> choices;
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
        names[i] = ui.pick(clinic::name_of(kRoles[i]));
        choices[i] = {clinic::word(kRoles[i]), names[i], {}};
    }
    const int chosen = choose_one(ui, "staff.role", inside.cut_top(64), choices, state.role);
    if (chosen >= 0) state.role = chosen;
    switch (ui::end_dialog(ui, "staff.form", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::confirmed:
            intents.emplace_back(
                AddStaff{std::string(trim(state.name)), kRoles[static_cast<std::size_t>(state.role)]});
            break;
        case ui::Answer::cancelled:
            break;
    }
    state = {};
}

/// Twice, so that a slip of the finger locks nobody out.
void draw_pin(ui::Context& ui, const StaffLine& one, Staff& state, std::vector<Intent>& intents) {
    const bool again = state.first.size() == clinic::kPinDigits;
    std::string& digits = again ? state.again : state.first;
    const std::string title = ui.tr(again ? "staff.pin_again" : "staff.pin_new", {one.name});
    const std::string sentence = ui.tr("staff.pin_means");
    const std::string confirm = ui.tr("settings.record");
    const std::string cancel = ui.tr("frame.back");
    const bool whole = state.again.size() == clinic::kPinDigits;
    const bool same = state.first == state.again;
    const auto weak = again ? clinic::check_pin(state.first) : Result<Done>(Done{});
    const std::string why = !weak    ? ui.pick(weak.error().message)
                            : !whole ? ui.tr("staff.pin_needs")
                            : same   ? std::string()
                                     : ui.tr("staff.pin_differs");
    const ui::DialogWords words{
        .title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    ui::Rect inside = ui::begin_dialog(ui, "staff.pin_form", words, 4 * 60 + 64, 640);
    draw_pin_dots(ui, "staff.pin_shown", inside.cut_top(48, 12).inset(120, 0), digits.size());
    (void)ui::number_pad(ui, "staff.pad", inside, digits, clinic::kPinDigits);
    switch (ui::end_dialog(ui, "staff.pin_form", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::confirmed:
            intents.emplace_back(SetPin{one.id, state.first});
            break;
        case ui::Answer::cancelled:
            break;
    }
    std::ranges::fill(state.first, '0');
    std::ranges::fill(state.again, '0');
    state = {};
}

void draw_badge_dialog(ui::Context& ui, const SignInView& view, const StaffLine& one, Staff& state,
                       std::vector<Intent>& intents) {
    const std::string title = ui.tr("staff.badge_title", {one.name});
    const std::string sentence = ui.tr("staff.badge_means");
    const std::string cancel = ui.tr("frame.back");
    const std::string confirm = ui.tr("staff.badge_write");
    const std::string why = view.folders.empty() ? ui.tr("staff.no_folder") : std::string();
    const ui::DialogWords words{
        .title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    const std::size_t shown = std::min<std::size_t>(view.folders.size(), 4);
    ui::Rect inside = ui::begin_dialog(ui, "staff.badge_form", words,
                                       static_cast<float>(std::max<std::size_t>(shown, 1)) * 68, 760);
    for (std::size_t i = 0; i < shown; ++i)
        if (ui::button(ui, fmt::format("staff.folder.{}", i), inside.cut_top(60, 8), view.folders[i],
                       {.selected = state.folder == i, .type = ui::Type::body}))
            state.folder = i;
    if (shown == 0)
        ui::text(ui, "", inside, ui.tr("staff.no_folder"),
                 {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    switch (ui::end_dialog(ui, "staff.badge_form", words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::confirmed:
            if (state.folder < view.folders.size())
                intents.emplace_back(PrintBadge{one.id, view.folders[state.folder]});
            break;
        case ui::Answer::cancelled:
            break;
    }
    state = {};
}

void draw_end(ui::Context& ui, const StaffLine& one, Staff& state, std::vector<Intent>& intents) {
    const std::string title = ui.tr("staff.end_title");
    const std::string sentence = ui.tr("staff.end_means", {one.name});
    const std::string confirm = ui.tr("staff.end");
    const std::string cancel = ui.tr("frame.back");
    const ui::Answer answer = ui::dialog(
        ui, "staff.end_form",
        {.title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .danger = true});
    if (answer == ui::Answer::none) return;
    if (answer == ui::Answer::confirmed) intents.emplace_back(EndStaff{one.id});
    state = {};
}

}  // namespace

void draw_staff(ui::Context& ui, ui::Rect at, const SignInView& view, SettingsState& settings,
                std::vector<Intent>& intents) {
    Staff& state = settings.staff;
    draw_notice(ui, at, view.staff_notice, intents);
    draw_emergencies(ui, at, view, intents);
    ui::Rect inside = ui::card(ui, at);
    ui::Rect head = inside.cut_top(60, 8);
    const std::string why = view.may_change ? std::string() : ui.tr("settings.manager_short");
    if (ui::button(ui, "staff.add", head.cut_right(240, ui::kGap), ui.tr("staff.add"),
                   {.icon = ui::Icon::plus, .why_disabled = why, .type = ui::Type::body}))
        state = {.doing = Staff::Doing::add, .id = {}};
    ui::heading(ui, "", head.cut_top(32), ui.tr("settings.staff"));
    ui::text(ui, "staff.asked", head, ui.tr(view.asked ? "staff.asked" : "staff.not_asked"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    ui::Rect list = begin_list(ui, "staff.list", inside, static_cast<float>(view.staff.size()) * kRow);
    for (std::size_t i = 0; i < view.staff.size(); ++i)
        draw_person(ui, list.cut_top(kRow), view, view.staff[i], i, state);
    ui::end_scroll(ui);

    if (state.doing == Staff::Doing::add) return draw_add(ui, state, intents);
    if (state.doing == Staff::Doing::none) return;
    const StaffLine* one = find_line(view, state.id);
    if (one == nullptr)
        state = {};
    else if (state.doing == Staff::Doing::pin)
        draw_pin(ui, *one, state, intents);
    else if (state.doing == Staff::Doing::badge)
        draw_badge_dialog(ui, view, *one, state, intents);
    else
        draw_end(ui, *one, state, intents);
}

}  // namespace sango::screens
