#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <vector>

namespace sango::screens {

/// 統計: persons and days, rates, ages and money of one municipality and fiscal year, as pictures; the table
/// is behind them.
///
/// Ids: figures.prev, figures.year, figures.next; figures.programme.<id>; figures.as.pictures,
/// figures.as.table; figures.csv; figures.bar.<service>.<place of the year>; figures.rate.<utilisation,
/// decision, first_time>; figures.age.<months>; figures.sum.N; figures.row.N; figures.none. And notice,
/// notice.dismiss.
struct FiguresState {
    bool table = false;
};

[[nodiscard]] std::vector<Intent> draw_figures(ui::Context& ui, ui::Rect area, const FiguresView& view,
                                               FiguresState& state);

// figures_pictures.cpp, figures_table.cpp
void draw_figures_pictures(ui::Context& ui, ui::Rect area, const FiguresView& view);
void draw_figures_table(ui::Context& ui, const ui::Rect& area, const FiguresView& view);

}  // namespace sango::screens
