#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using Tab = SettingsState::Tab;

constexpr float kTab = 180;

void draw_head(ui::Context& ui, ui::Rect at, const ProgrammePage& page, std::vector<Intent>& intents) {
    const ui::Theme& theme = ui.theme();
    if (ui::button(ui, "settings.back", at.cut_left(ui::kButton, 14), "",
                   {.icon = ui::Icon::back, .says = ui.tr("settings.back")}))
        intents.push_back(OpenProgramme{});
    ui::fill(ui, {at.x, at.y + 8, 6, at.h - 16}, municipality_shape(ui, page.colour), 3);
    at.cut_left(18);
    const std::string& name = ui.pick(page.name);
    const float width = ui::text_width(ui, ui::Type::name, name) + 2;
    ui::text(ui, "settings.title", at.cut_left(width, 14), name,
             {.type = ui::Type::name, .ink = {}, .middle = true, .role = ui::Role::heading});
    const std::string call =
        page.phone.empty() ? ui.pick(page.contact) : ui.pick(page.contact) + "  " + page.phone;
    const std::string words = ui.pick(page.scheme) + " ・ " + call;
    ui::text(ui, "settings.contact", at, words,
             {.type = ui::fit_text(ui, {ui::Type::small, ui::Type::source}, words, at.w, 2),
              .ink = theme.quiet_ink,
              .middle = true});
}

int unset_of(const ProgrammePage& page) {
    return static_cast<int>(std::ranges::count_if(
        page.answers, [](const OpenAnswerLine& one) { return verdicts_wait_for(one); }));
}

void draw_tabs(ui::Context& ui, const ui::Rect& at, const ProgrammePage& page, SettingsState& state) {
    const int unset = unset_of(page);
    const std::string rules = ui.tr("settings.tab_rules");
    const std::string answers = unset > 0 ? ui.tr("settings.tab_answers_unset", {std::to_string(unset)})
                                          : ui.tr("settings.tab_answers");
    const std::string history = ui.tr("settings.tab_history");
    const std::array<ui::Choice, 3> tabs{
        {{"rules", rules, {}}, {"answers", answers, {}}, {"history", history, {}}}};
    const int chosen =
        choose_one(ui, "settings.tab", at, tabs, static_cast<int>(state.tab), ChoiceStyle::tabs);
    if (chosen >= 0) state.tab = static_cast<Tab>(chosen);
}

void draw_versions(ui::Context& ui, ui::Rect at, const ProgrammePage& page, std::size_t shown,
                   SettingsState& state) {
    if (page.versions.size() < 2) return;
    // The newest ones; how it was longer ago is on the page of that version's file.
    constexpr std::size_t kMost = 3;
    const std::size_t first = page.versions.size() - std::min(kMost, page.versions.size());
    std::vector<std::string> ids;
    for (std::size_t i = first; i < page.versions.size(); ++i) ids.push_back(std::to_string(i));
    std::vector<ui::Choice> choices;
    for (std::size_t i = first; i < page.versions.size(); ++i)
        choices.push_back({ids[i - first], ui.pick(page.versions[i].tab), {}});
    const float width = std::min(at.w, 148 * static_cast<float>(choices.size()));
    const int now = shown < first ? -1 : static_cast<int>(shown - first);
    const int chosen =
        choose_one(ui, "settings.version", at.cut_right(width), choices, now, ChoiceStyle::tabs);
    if (chosen >= 0) state.version = first + static_cast<std::size_t>(chosen);
}

}  // namespace

void draw_programme_page(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                         std::vector<Intent>& intents) {
    const ProgrammePage& page = *view.page;
    draw_head(ui, at.cut_top(ui::kButton, 10), page, intents);
    ui::Rect line = at.cut_top(52, 12);
    draw_tabs(ui, line.cut_left(3 * kTab, ui::kGap), page, state);
    const std::size_t shown = std::min(state.version.value_or(page.in_force), page.versions.size() - 1);
    switch (state.tab) {
        case Tab::rules:
            draw_versions(ui, line, page, shown, state);
            draw_rules(ui, at, page, page.versions[shown]);
            break;
        case Tab::answers:
            draw_answers(ui, at, view, state);
            break;
        case Tab::history:
            draw_setting_history(ui, at, page);
            break;
    }
    if (!state.form.setting.empty()) draw_answer_form(ui, view, state, intents);
}

}  // namespace sango::screens
