#include "kiosk/screens/figures_screen.h"

#include "kiosk/screens/notice_strip.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

namespace sango::screens {
namespace {

void draw_head(ui::Context& ui, ui::Rect at, const FiguresView& view, FiguresState& state,
               std::vector<Intent>& intents) {
    if (ui::button(ui, "figures.prev", at.cut_left(ui::kButton, 14), "",
                   {.icon = ui::Icon::back, .says = ui.tr("figures.year_before")}))
        intents.push_back(ShowFiguresYear{view.year - 1});
    const std::string& year = ui.pick(view.year_name);
    const float width = ui::text_width(ui, ui::Type::name, year) + 1;
    ui::text(ui, "figures.year", at.cut_left(width, 14), year,
             {.type = ui::Type::name, .ink = {}, .middle = true, .role = ui::Role::heading});
    const ui::Rect next = at.cut_left(ui::kButton, ui::kGap);
    if (!view.last_year && ui::button(ui, "figures.next", next, "",
                                      {.icon = ui::Icon::forward, .says = ui.tr("figures.year_after")}))
        intents.push_back(ShowFiguresYear{view.year + 1});

    if (ui::button(ui, "figures.csv", at.cut_right(124, ui::kGap), "CSV", {.icon = ui::Icon::csv}))
        intents.push_back(ExportFigures{});
    const std::string pictures = ui.tr("figures.pictures");
    const std::string table = ui.tr("figures.table");
    const std::array<ui::Choice, 2> ways{{{"pictures", pictures, {}}, {"table", table, {}}}};
    const int way = ui::segmented(ui, "figures.as", at.cut_right(220), ways, state.table ? 1 : 0);
    if (way >= 0) state.table = way == 1;
}

void draw_programmes(ui::Context& ui, const ui::Rect& at, const FiguresView& view,
                     std::vector<Intent>& intents) {
    constexpr std::size_t kLeast = 4;
    const auto places = at.columns(std::max(view.programmes.size(), kLeast), 12);
    for (std::size_t i = 0; i < view.programmes.size(); ++i) {
        const FiguresView::Programme& programme = view.programmes[i];
        const std::string& name = ui.pick(programme.name);
        const bool chosen = programme.id == view.programme;
        const ui::Color colour = municipality_shape(ui, programme.colour);
        ui::Rect inside;
        const bool pressed = ui::card_button(ui, "figures.programme." + programme.id, places[i], name,
                                             &inside, {.selected = chosen, .ring = colour});
        inside = places[i].inset(ui::kGap, 0);
        const ui::Rect dot = inside.cut_left(14, 10);
        ui::fill(ui, {dot.x, dot.center().y - 7, 14, 14}, colour, 5);
        const ui::Type type =
            ui::fit_text(ui, {ui::Type::large, ui::Type::body, ui::Type::small}, name, inside.w);
        ui::text(ui, "", inside, name, {.type = type, .ink = {}, .middle = true});
        if (pressed) intents.push_back(ShowFiguresOf{programme.id});
    }
}

}  // namespace

std::vector<Intent> draw_figures(ui::Context& ui, ui::Rect area, const FiguresView& view,
                                 FiguresState& state) {
    std::vector<Intent> intents;
    if (view.year == 0) return intents;  // nothing was worked out yet
    draw_notice(ui, area, view.notice, intents);
    if (view.programmes.empty()) {
        ui::empty_state(ui, "figures.none", ui::card(ui, area), ui::Icon::figures,
                        ui.tr("figures.no_programmes"));
        return intents;
    }
    draw_head(ui, area.cut_top(ui::kButton, ui::kGap), view, state, intents);
    draw_programmes(ui, area.cut_top(ui::kButton, ui::kGap), view, intents);
    if (state.table)
        draw_figures_table(ui, area, view);
    else
        draw_figures_pictures(ui, area, view);
    return intents;
}

}  // namespace sango::screens
