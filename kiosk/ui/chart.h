#pragma once

#include "kiosk/ui/context.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sango::ui {

/// A thing on a lane. Times are minutes from the left end of the chart, 0 to `minutes`.
struct ChartItem {
    enum class Shape { bar, dot, span, point };
    Shape shape = Shape::dot;
    int from = 0;
    int to = 0;  ///< spans only
    Color color = {};
    std::string words = {};  ///< beside it ("60", "37.6 △"); may be empty
    std::optional<Color> ink = {};
};
struct ChartLane {
    std::string name = {};  ///< 授乳, おむつ ...
    std::vector<ChartItem> items = {};
    std::string words = {};  ///< the lane in words for a screen reader: "授乳 8回 400ml"
};
/// Lanes over time: a 24-hour line per pair. `first_hour` is the clock at the left end; a figure every
/// three hours. Words that would run into the next item are left out, its mark never is.
void timeline(Context& ui, std::string_view id, const Rect& at, std::span<const ChartLane> lanes, int minutes,
              int first_hour, int first_minute = 0);

/// A curve: weights over days. x and y in the caller's units.
struct CurvePoint {
    double x = 0;
    double y = 0;
    bool marked = false;     ///< out of range: △ instead of a dot
    std::string words = {};  ///< beside the point; may be empty
};
struct CurveLook {
    double least_y = 0;
    double most_y = 1;
    double least_x = 0;
    double most_x = 1;
    std::optional<double> base = {};  ///< a dashed line, birth weight
    std::string base_words = {};
    std::vector<std::pair<double, std::string>> x_ticks = {};
    std::vector<std::pair<double, std::string>> y_ticks = {};
    std::optional<Color> color = {};
};
/// Columns, one a day: feeds in ml and times. Values from 0 on; each with words over it and its name and more
/// words under it. At most as many as there is room for, the last ones.
struct ChartColumn {
    std::string name = {};   ///< 11/21
    double value = 0;        ///< 0: no column, its words alone
    std::string words = {};  ///< "360 ml"
    std::string under = {};  ///< "8回"; may be empty
};
void columns(Context& ui, std::string_view id, const Rect& at, std::span<const ChartColumn> all, Color color,
             std::string_view words);
void curve(Context& ui, std::string_view id, const Rect& at, std::span<const CurvePoint> points,
           const CurveLook& look, std::string_view words);

}  // namespace sango::ui
