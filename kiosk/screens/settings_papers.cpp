#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using PaperTab = SettingsState::PaperTab;

constexpr std::size_t kMostSheetFolders = 3;
constexpr int kSheetRules = 5;

/// Where it goes now, and whether it could be written.
void draw_sheet_now(ui::Context& ui, ui::Rect row, const SettingsView& view, std::vector<Intent>& intents) {
    const bool on = !view.sheet_folder.empty();
    if (on &&
        ui::button(ui, "settings.sheet.stop", row.cut_right(200, ui::kGap), ui.tr("settings.sheet_stop"),
                   {.why_disabled = view.may_change ? std::string() : ui.tr("settings.manager_short"),
                    .type = ui::Type::body}))
        intents.emplace_back(SetSheetFolder{});
    const bool well = on && !view.sheet_trouble;
    ui::outcome_mark(ui, "", row.cut_left(28, 8), well ? ui::Outcome::yes : ui::Outcome::ask, 24,
                     ui.tr(well ? "frame.mark_yes" : "frame.mark_ask"));
    std::string words = on ? ui.tr("settings.sheet_goes", {view.sheet_folder}) : ui.tr("settings.sheet_none");
    if (on && view.sheet_trouble) words += "\n" + ui.pick(*view.sheet_trouble);
    ui::text(ui, "settings.sheet.now", row, words, {.type = ui::Type::strong, .middle = true});
}

void draw_sheet_choice(ui::Context& ui, ui::Rect& inside, const SettingsView& view, SettingsState& state,
                       std::vector<Intent>& intents) {
    const std::string manager = view.may_change ? "" : ui.tr("settings.manager_short");
    for (std::size_t i = 0; i < std::min(kMostSheetFolders, view.sheet_folders.size()); ++i)
        if (ui::button(ui, fmt::format("settings.sheet.folder.{}", i),
                       inside.cut_top(ui::kButton, 8).cut_left(560),
                       ui.tr("settings.sheet_use_this", {view.sheet_folders[i]}),
                       {.icon = ui::Icon::download, .why_disabled = manager, .type = ui::Type::body}))
            intents.push_back(SetSheetFolder{view.sheet_folders[i]});
    ui::Rect row = inside.cut_top(56, ui::kGap);
    const std::string path(trim(state.sheet_folder));
    const std::string why = !manager.empty() ? manager
                            : path.empty()   ? ui.tr("settings.sheet_need_path")
                                             : "";
    if (ui::button(ui, "settings.sheet.use", row.cut_right(200, ui::kGap), ui.tr("settings.sheet_use"),
                   {.why_disabled = why, .type = ui::Type::body})) {
        intents.push_back(SetSheetFolder{path});
        state.sheet_folder.clear();
    }
    const std::string placeholder = ui.tr("settings.sheet_path");
    (void)ui::text_field(ui, "settings.sheet.path", row, state.sheet_folder,
                         {.placeholder = placeholder, .most = 1'000});
}

}  // namespace

void draw_paper_settings(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                         std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, at).inset(8, 4);
    const std::string sheet = ui.tr("settings.sheet_title");
    const std::string printer = ui.tr("settings.printer_title");
    const std::array<ui::Choice, 2> tabs{{{"sheet", sheet, {}}, {"printer", printer, {}}}};
    const int chosen =
        choose_one(ui, "settings.paper", inside.cut_top(52, 12).cut_left(std::min(inside.w, 640.0F)), tabs,
                   state.paper_tab == PaperTab::printer ? 1 : 0, ChoiceStyle::tabs);
    if (chosen >= 0) state.paper_tab = chosen == 1 ? PaperTab::printer : PaperTab::sheet;
    if (chosen == 1) intents.emplace_back(LookForPrinters{});
    if (state.paper_tab == PaperTab::printer) return draw_printer_settings(ui, inside, view, state, intents);
    const std::string means = ui.tr("settings.sheet_means");
    ui::text(ui, "", inside.cut_top(ui::text_height(ui, ui::Type::body, means, inside.w), ui::kGap), means,
             {.ink = ui.theme().quiet_ink});
    draw_sheet_now(ui, inside.cut_top(view.sheet_trouble ? 84 : 60, ui::kGap), view, intents);
    draw_sheet_choice(ui, inside, view, state, intents);
    inside.cut_top(ui::caption(ui, "", inside, ui.tr("settings.sheet_sealed")), 6);
    for (int i = 0; i < kSheetRules; ++i) {
        const std::string words = "・" + ui.tr(fmt::format("settings.sheet_rule_{}", i));
        ui::text(ui, fmt::format("settings.sheet.rule.{}", i),
                 inside.cut_top(ui::text_height(ui, ui::Type::body, words, inside.w), 4), words);
    }
}

}  // namespace sango::screens
