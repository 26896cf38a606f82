#include "kiosk/screens/figures_screen.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kLine = 48;

/// The first column has words in both languages, apart by a line feed; the others are figures.
std::string shown(const ui::Context& ui, const std::string& cell) {
    const auto end = cell.find('\n');
    if (end == std::string::npos) return cell;
    return ui.language == ui::Language::ja ? cell.substr(0, end) : cell.substr(end + 1);
}

}  // namespace

void draw_figures_table(ui::Context& ui, const ui::Rect& area, const FiguresView& view) {
    ui::card(ui, area);
    ui::Rect inside = area.inset(ui::kGap, 12);
    if (view.titles.empty()) return;
    constexpr float kFirst = 2.6F;  // of the width of a figure's column
    const float one = inside.w / (kFirst + static_cast<float>(view.titles.size() - 1));
    const auto cells = [&](ui::Rect row) {
        std::vector<ui::Rect> places{row.cut_left(one * kFirst)};
        for (std::size_t i = 1; i < view.titles.size(); ++i) places.push_back(row.cut_left(one));
        return places;
    };
    float head = 0;
    for (std::size_t i = 1; i < view.titles.size(); ++i)
        head = std::max(head, ui::text_height(ui, ui::Type::small, ui.pick(view.titles[i]), one - 8));
    const auto heads = cells(inside.cut_top(head + 8, 4));
    for (std::size_t i = 0; i < view.titles.size(); ++i)
        ui::text(ui, "", {heads[i].x, heads[i].y, heads[i].w - 8, heads[i].h}, ui.pick(view.titles[i]),
                 {.type = ui::Type::small,
                  .ink = ui.theme().quiet_ink,
                  .align = i == 0 ? ui::Align::left : ui::Align::right});
    ui::Rect place = begin_list(ui, "figures.rows", inside, kLine * static_cast<float>(view.table.size()));
    for (std::size_t r = 0; r < view.table.size(); ++r) {
        const ui::Rect row = place.cut_top(kLine);
        std::string words;
        for (const std::string& cell : view.table[r]) words += (words.empty() ? "" : " ") + shown(ui, cell);
        ui::plain_row(ui, fmt::format("figures.row.{}", r), row, words);
        const auto places = cells(row);
        for (std::size_t i = 0; i < std::min(places.size(), view.table[r].size()); ++i)
            ui::text(ui, "", {places[i].x, places[i].y, places[i].w - 8, places[i].h},
                     shown(ui, view.table[r][i]),
                     {.type = ui::Type::body,
                      .ink = {},
                      .align = i == 0 ? ui::Align::left : ui::Align::right,
                      .middle = true});
    }
    ui::end_scroll(ui);
}

}  // namespace sango::screens
