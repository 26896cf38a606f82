#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kLine = 102;
constexpr float kSwitch = 212;
constexpr float kChevron = 28;

/// Who could change something, and a way to let a manager take over.
void draw_take_over(ui::Context& ui, ui::Rect& at, const SettingsView& view, std::vector<Intent>& intents) {
    if (view.may_change) return;
    const ui::Rect whole = at.cut_top(64, ui::kGap);
    ui::card(ui, whole);
    ui::Rect strip = whole.inset(ui::kGap, 0);
    for (std::size_t i = view.managers.size(); i-- > 0;) {
        const std::string words = ui.tr("settings.take_over", {view.managers[i].name});
        const float width = std::max(160.0F, ui::text_width(ui, ui::Type::body, words) + 32);
        const ui::Rect place = strip.cut_right(width, ui::kSmallGap).inset(0, 8);
        if (ui::button(ui, fmt::format("settings.takeover.{}", i), place, words, {.type = ui::Type::body}))
            intents.push_back(TakeOver{view.managers[i].staff_id});
    }
    ui::text(ui, "settings.manager", strip, ui.tr("settings.manager_only"),
             {.type = ui::Type::body, .ink = {}, .middle = true});
}

void draw_state(ui::Context& ui, ui::Rect at, const ProgrammeLine& line) {
    const auto chip = [&](std::string_view id, const std::string& words, const ui::ChipLook& look) {
        const ui::Rect took = ui::chip(ui, id, at, words, look);
        at.cut_left(took.w, ui::kSmallGap);
    };
    if (line.unset > 0)
        chip("settings.unset." + line.id, ui.tr("settings.unset_count", {std::to_string(line.unset)}),
             {.tone = ui::Tone::warn, .icon = ui::Icon::none, .mark = ui::Outcome::ask});
    if (line.signed_by_it)
        chip("", ui.tr("settings.signed"), {.tone = ui::Tone::good, .icon = ui::Icon::key, .mark = {}});
    const std::string& next = ui.pick(line.next);
    if (!next.empty()) chip("", next, {.tone = ui::Tone::neutral, .icon = ui::Icon::clock, .mark = {}});
    if (line.unset == 0 && !line.signed_by_it && next.empty())
        ui::text(ui, "", at, ui.pick(line.in_force),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
}

void draw_switch(ui::Context& ui, const ui::Rect& at, const SettingsView& view, const ProgrammeLine& line,
                 SettingsState& state, std::vector<Intent>& intents) {
    const std::string on = ui.tr("settings.contract_on");
    const std::string off = ui.tr("settings.contract_off");
    const std::string why = view.may_change ? "" : ui.tr("settings.manager_short");
    const std::array<ui::Choice, 2> choices{{{"on", on, why}, {"off", off, why}}};
    const int pressed = choose_one(ui, "settings.contract." + line.id, at, choices, line.contracted ? 0 : 1,
                                   ChoiceStyle::tabs);
    if (pressed == 0 && !line.contracted) intents.push_back(SwitchContract{line.id, true});
    if (pressed == 1 && line.contracted) state.switching_off = line.id;
}

void draw_line(ui::Context& ui, ui::Rect at, const SettingsView& view, const ProgrammeLine& line,
               SettingsState& state, std::vector<Intent>& intents) {
    const ui::Theme& theme = ui.theme();
    ui::divider(ui, {at.x, at.bottom() - 1, at.w, 1});
    ui::Rect whole = at;
    const ui::Rect place = at.cut_right(kSwitch, ui::kGap);
    whole.w = at.w;
    if (ui::row(ui, "settings.programme." + line.id, whole,
                fmt::format("{} {}", ui.pick(line.name), ui.pick(line.scheme)))) {
        intents.push_back(OpenProgramme{line.id});
        state.tab = line.unset > 0 ? SettingsState::Tab::answers : SettingsState::Tab::rules;
        state.version.reset();
    }
    draw_switch(ui, place.inset(0, (kLine - 56) / 2), view, line, state, intents);
    ui::text(ui, "", at.cut_right(kChevron), ui::icon_text(ui::Icon::forward),
             {.type = ui::Type::body, .ink = theme.quiet_ink, .align = ui::Align::right, .middle = true});
    ui::fill(ui, {at.x, at.y + 12, 6, at.h - 24}, municipality_shape(ui, line.colour), 3);
    at.cut_left(22);
    ui::Rect words = at.inset(0, 12);
    ui::Rect first = words.cut_top(36, 4);
    const float width = ui::text_width(ui, ui::Type::name, ui.pick(line.name)) + 2;
    ui::text(ui, "", first.cut_left(width, 14), ui.pick(line.name),
             {.type = ui::Type::name, .ink = line.contracted ? theme.ink : theme.quiet_ink, .middle = true});
    const std::string& scheme = ui.pick(line.scheme);
    ui::text(ui, "", first, scheme,
             {.type = ui::fit_text(ui, {ui::Type::small, ui::Type::source}, scheme, first.w),
              .ink = theme.quiet_ink,
              .middle = true});
    draw_state(ui, words, line);
}

/// Before a programme is switched off: what stops, and what stays.
void ask_off(ui::Context& ui, const SettingsView& view, SettingsState& state, std::vector<Intent>& intents) {
    for (const ProgrammeLine& line : view.programmes) {
        if (line.id != state.switching_off) continue;
        const std::string title = ui.tr("settings.off_title", {ui.pick(line.name)});
        const std::string sentence = ui.tr("settings.off_sentence", {ui.pick(line.name)});
        const std::string confirm = ui.tr("settings.off_confirm");
        const std::string cancel = ui.tr("frame.back");
        const auto answer = ui::dialog(
            ui, "settings.off",
            {.title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .danger = true});
        if (answer == ui::Answer::confirmed) intents.push_back(SwitchContract{line.id, false});
        if (answer != ui::Answer::none) state.switching_off.clear();
        return;
    }
    state.switching_off.clear();
}

}  // namespace

void draw_programmes(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                     std::vector<Intent>& intents) {
    draw_take_over(ui, at, view, intents);
    const auto foot = at.cut_bottom(ui::kButton, ui::kGap).columns(2, ui::kGap);
    const std::string why = view.may_change ? "" : ui.tr("settings.manager_short");
    const std::string why_pull = view.asking ? ui.tr("settings.asking") : why;
    if (ui::button(ui, "settings.pull", foot[0], ui.tr("settings.pull"),
                   {.icon = ui::Icon::download, .why_disabled = why_pull, .type = ui::Type::body}))
        intents.push_back(PullProgrammes{});
    if (ui::button(ui, "settings.files", foot[1], ui.tr("settings.from_file"),
                   {.icon = ui::Icon::upload, .why_disabled = why, .type = ui::Type::body}))
        intents.push_back(LookForFiles{});

    ui::Rect inside = ui::card(ui, at);
    ui::heading(ui, "settings.title", inside.cut_top(38, 2), ui.tr("settings.programmes"));
    const std::string means = ui.tr("settings.contract_means");
    const float height = ui::text_height(ui, ui::Type::small, means, inside.w);
    ui::text(ui, "", inside.cut_top(height, 8), means,
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    ui::Rect list =
        begin_list(ui, "settings.programmes", inside, kLine * static_cast<float>(view.programmes.size()));
    for (const ProgrammeLine& line : view.programmes)
        draw_line(ui, list.cut_top(kLine), view, line, state, intents);
    ui::end_scroll(ui);
    if (!state.switching_off.empty()) ask_off(ui, view, state, intents);
    if (view.files) draw_files(ui, *view.files, intents);
}

}  // namespace sango::screens
