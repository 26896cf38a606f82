#include "kiosk/screens/care_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "shared/base/yen.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace sango::screens {
namespace {

std::string tab_name(const ui::Context& ui, const ChildTab& tab) {
    if (tab.child_id.empty()) return ui.tr("care.mother");
    return tab.name.empty() ? ui.tr("care.baby") : tab.name;
}

constexpr float kTabPadding = 28;

float tab_width(ui::Context& ui, const ChildTab& tab) {
    return std::max(72.0F, ui::text_width(ui, ui::Type::name, tab_name(ui, tab)) + kTabPadding);
}

/// The children of this pair and the mother, side by side: her name as large as a name is, the chosen one
/// underlined.
void draw_tabs(ui::Context& ui, ui::Rect at, const CareView& view, std::vector<Intent>& intents) {
    const ui::Theme& theme = ui.theme();
    std::size_t child = 0;
    for (const ChildTab& tab : view.tabs) {
        const bool chosen = tab.child_id == view.child_id;
        const std::string name = tab_name(ui, tab);
        const std::string id =
            tab.child_id.empty() ? "care.child.mother" : fmt::format("care.child.{}", child++);
        const ui::Rect place = at.cut_left(tab_width(ui, tab), 4);
        const ui::Press press = ui.press({.id = id,
                                          .role = ui::Role::choice,
                                          .text = name,
                                          .at = place,
                                          .pressable = true,
                                          .selected = chosen});
        if (chosen || press.held) ui::fill(ui, place, theme.selected.fill, 12);
        if (press.focused) ui::outline(ui, place, theme.accent, 12, 2);
        ui::text(ui, "", place, name,
                 {.type = ui::Type::name,
                  .ink = chosen ? theme.selected.ink : theme.quiet_ink,
                  .align = ui::Align::center,
                  .middle = true});
        if (press.pressed && !chosen) intents.push_back(ChooseChild{tab.child_id});
    }
}

void draw_weight(ui::Context& ui, ui::Rect& at, const CareView& view) {
    if (!view.weight_g) return;
    const std::string figure = grouped(*view.weight_g);
    const float width = ui::text_width(ui, ui::Type::money, figure);
    ui::Rect column = at.cut_right(std::max(width + 24, 120.0F), ui::kGap);
    ui::Rect first = column.cut_top(48);
    ui::text(ui, "", first.cut_right(18, 4).inset(0, 6).moved(0, 5), "g",
             {.type = ui::Type::body, .ink = {}, .middle = true});
    ui::text(ui, "care.weight", first, figure,
             {.type = ui::Type::money, .ink = {}, .align = ui::Align::right, .middle = true});
    if (!view.grams_per_day) return;
    const bool grows = *view.grams_per_day >= 0;
    const std::string change = fmt::format("{} {} {}", grows ? "▲" : "▼", std::abs(*view.grams_per_day),
                                           ui.tr("care.grams_per_day"));
    ui::text(ui, "care.weight.change", column, change,
             {.type = ui::Type::small,
              .ink = ui::ink_of(ui.theme(), grows ? ui::Tone::good : ui::Tone::warn),
              .align = ui::Align::right});
}

}  // namespace

void draw_care_header(ui::Context& ui, const ui::Rect& at, const CareView& view,
                      std::vector<Intent>& intents) {
    ui::card(ui, at);
    ui::Rect inside = at.inset(ui::kGap, 12);
    draw_weight(ui, inside, view);

    ui::Rect first = inside.cut_top(ui::kTarget, 2);
    float tabs = 0;
    for (const ChildTab& tab : view.tabs) tabs += tab_width(ui, tab) + 4;
    float chips = 0;
    const ui::ChipLook look{.tone = ui::Tone::warn, .icon = ui::Icon::alert, .mark = {}};
    for (const AlertChip& alert : view.alerts)
        chips += ui::chip_width(ui, ui.pick(alert.text), look) + ui::kSmallGap;
    // Beside the names where there is room, else beside the line below.
    const ui::ChipLook paper_look{.tone = ui::Tone::accent, .icon = ui::Icon::document, .mark = {}};
    const std::string papers = ui.tr("care.papers", {std::to_string(view.papers.size())});
    if (!view.papers.empty()) chips += ui::chip_width(ui, papers, paper_look) + ui::kSmallGap;
    ui::Rect& chip_line = tabs + chips <= first.w ? first : inside;
    if (!view.papers.empty()) {
        ui::Rect took;
        if (ui::chip_button(ui, "care.papers", chip_line, papers, paper_look, true, &took))
            intents.push_back(OpenPaper{view.papers.front().id});
        chip_line.w = std::max(0.0F, took.x - chip_line.x - ui::kSmallGap);
    }
    for (const AlertChip& alert : view.alerts) {
        const ui::Rect took =
            ui::chip(ui, "care.alert." + alert.id, chip_line, ui.pick(alert.text), look, true);
        chip_line.w = std::max(0.0F, took.x - chip_line.x - ui::kSmallGap);
    }
    draw_tabs(ui, first, view, intents);

    // The mother's own name, age and place. Of a chosen mother the tab says お母さん, so her name stands
    // here.
    std::string about = view.age.ja.empty() ? std::string() : ui.pick(view.age) + "  ";
    about += view.child_id.empty() ? view.mother : ui.tr("care.mother_of", {view.mother});
    about += ui.tr("care.dot") + view.place;
    const ui::Type type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, about, inside.w);
    ui::text(ui, "care.about", inside.inset(6, 0), about,
             {.type = type, .ink = ui.theme().quiet_ink, .middle = true});
}

}  // namespace sango::screens
