#include "kiosk/ui/chart.h"

#include "kiosk/ui/draw.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace sango::ui {
namespace {

constexpr float kNames = 76;  // room for the lanes' names
constexpr float kAxis = 24;   // room for the figures below

struct Span {
    float from;
    float to;
};

Span item_span(const ChartItem& item, float x, float end) {
    switch (item.shape) {
        case ChartItem::Shape::bar:
            return {x - 7, x + 7};
        case ChartItem::Shape::span:
            return {x, std::max(end, x + 10)};
        case ChartItem::Shape::dot:
            return {x - 8, x + 8};
        case ChartItem::Shape::point:
            break;
    }
    return {x - 5, x + 5};
}

void draw_item(Context& ui, const ChartItem& item, const Span& span, float middle) {
    const float x = (span.from + span.to) / 2;
    switch (item.shape) {
        case ChartItem::Shape::bar:
            draw::fill(ui, {span.from, middle - 14, 14, 28}, item.color, 4);
            break;
        case ChartItem::Shape::span:
            draw::fill(ui, {span.from, middle - 11, span.to - span.from, 22}, item.color, 11);
            break;
        case ChartItem::Shape::dot:
            draw::disc(ui, {x, middle}, 8, item.color);
            break;
        case ChartItem::Shape::point:
            draw::disc(ui, {x, middle}, 5, item.color);
            break;
    }
}

}  // namespace

void timeline(Context& ui, std::string_view id, const Rect& at, std::span<const ChartLane> lanes, int minutes,
              int first_hour, int first_minute) {
    const Theme& theme = ui.theme();
    const Color grid = draw::mix(theme.line, theme.card, 0.45);
    if (lanes.empty() || minutes <= 0) return;
    Rect plot = at;
    const Rect names = plot.cut_left(kNames);
    const Rect axis = plot.cut_bottom(kAxis);
    const auto x_of = [&](int minute) {
        return plot.x + plot.w * static_cast<float>(minute) / static_cast<float>(minutes);
    };
    // A figure every three hours, on the full hour.
    const int to_full_hour = (60 - first_minute) % 60;
    for (int minute = to_full_hour; minute <= minutes; minute += 180) {
        const int hour = (first_hour + (first_minute + minute) / 60) % 24;
        const float x = x_of(minute);
        draw::line(ui, {x, plot.y}, {x, plot.bottom()}, grid, 1);
        const std::string figure = fmt::format("{}", hour);
        const float width = text_width(ui, Type::source, figure);
        draw::words(ui, Type::source, {std::min(x - width / 2, plot.right() - width), axis.y + 6},
                    theme.quiet_ink, figure);
    }
    std::string all;
    const auto rows = plot.rows(lanes.size(), 0);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const ChartLane& lane = lanes[i];
        const Rect& row = rows[i];
        const float middle = row.center().y;
        draw::line(ui, {row.x, row.bottom()}, {row.right(), row.bottom()}, grid, 1);
        draw::words(ui, Type::small, {names.x, middle - 9}, theme.quiet_ink, lane.name);
        std::vector<const ChartItem*> items;
        for (const ChartItem& item : lane.items) items.push_back(&item);
        std::stable_sort(items.begin(), items.end(),
                         [](const ChartItem* a, const ChartItem* b) { return a->from < b->from; });
        for (std::size_t n = 0; n < items.size(); ++n) {
            const ChartItem& item = *items[n];
            const float x = x_of(std::clamp(item.from, 0, minutes));
            const Span span = item_span(item, x, x_of(std::clamp(item.to, item.from, minutes)));
            draw_item(ui, item, span, middle);
            if (item.words.empty()) continue;
            const float width = text_width(ui, Type::source, item.words);
            const float next = n + 1 < items.size()
                                   ? item_span(*items[n + 1], x_of(items[n + 1]->from), 0).from
                                   : plot.right() + kGap;
            if (span.to + 5 + width <= next)
                draw::words(ui, Type::source, {span.to + 5, middle - 8}, item.ink.value_or(theme.ink),
                            item.words);
        }
        all += (all.empty() ? "" : "; ") + (lane.words.empty() ? lane.name : lane.words);
    }
    ui.note({.id = std::string(id), .role = Role::chart, .text = all, .at = at});
}

void columns(Context& ui, std::string_view id, const Rect& at, std::span<const ChartColumn> all, Color color,
             std::string_view words) {
    constexpr float kLeast = 84;  // a column with its words
    constexpr float kMost = 150;
    constexpr float kWide = 44;
    constexpr float kUnder = 48;
    constexpr float kOver = 28;
    const Theme& theme = ui.theme();
    ui.note({.id = std::string(id), .role = Role::chart, .text = std::string(words), .at = at});
    if (all.empty()) return;
    const auto room = static_cast<std::size_t>(std::max(1.0F, at.w / kLeast));
    if (all.size() > room) all = all.last(room);
    const float wide = std::min(kMost, at.w / static_cast<float>(all.size()));
    Rect plot{at.x, at.y, wide * static_cast<float>(all.size()), at.h};
    const Rect under = plot.cut_bottom(kUnder);
    plot.cut_top(kOver);
    double most = 1e-9;
    for (const ChartColumn& one : all) most = std::max(most, one.value);
    draw::line(ui, {at.x, plot.bottom()}, {at.right(), plot.bottom()}, theme.line, 1);
    const auto centred = [&](Type type, float middle, float y, Color ink, const std::string& text) {
        draw::words(ui, type, {middle - text_width(ui, type, text) / 2, y}, ink, text);
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ChartColumn& one = all[i];
        const float middle = plot.x + wide * (static_cast<float>(i) + 0.5F);
        const float height = plot.h * static_cast<float>(one.value / most);
        draw::fill(ui, {middle - kWide / 2, plot.bottom() - height, kWide, height}, color, 4);
        centred(Type::small, middle, plot.bottom() - height - 24, theme.ink, one.words);
        centred(Type::source, middle, under.y + 4, theme.quiet_ink, one.name);
        centred(Type::small, middle, under.y + 24, theme.ink, one.under);
    }
}

void curve(Context& ui, std::string_view id, const Rect& at, std::span<const CurvePoint> points,
           const CurveLook& look, std::string_view words) {
    const Theme& theme = ui.theme();
    Rect plot = at;
    plot.cut_left(64);
    plot.cut_right(12);
    plot.cut_top(12);
    const Rect axis = plot.cut_bottom(kAxis);
    const double span_x = std::max(look.most_x - look.least_x, 1e-9);
    const double span_y = std::max(look.most_y - look.least_y, 1e-9);
    const auto place = [&](double x, double y) {
        return Point{plot.x + plot.w * static_cast<float>((x - look.least_x) / span_x),
                     plot.bottom() - plot.h * static_cast<float>((y - look.least_y) / span_y)};
    };
    for (const auto& [y, figure] : look.y_ticks) {
        const float py = place(look.least_x, y).y;
        draw::line(ui, {plot.x, py}, {plot.right(), py}, theme.line, 1);
        draw::words(ui, Type::source, {plot.x - 8 - text_width(ui, Type::source, figure), py - 8},
                    theme.quiet_ink, figure);
    }
    for (const auto& [x, figure] : look.x_ticks)
        draw::words(ui, Type::source, {place(x, 0).x - text_width(ui, Type::source, figure) / 2, axis.y + 6},
                    theme.quiet_ink, figure);
    if (look.base) {
        const float y = place(0, *look.base).y;
        draw::dashed(ui, {plot.x, y}, {plot.right(), y}, theme.quiet_ink, 1.5F, 6);
        draw::words(ui, Type::source, {plot.x + plot.w * 0.3F, y - 20}, theme.quiet_ink, look.base_words);
    }
    const Color color = look.color.value_or(theme.chart_feed);
    std::vector<ImVec2> path;
    for (const CurvePoint& point : points) path.push_back(draw::point(ui, place(point.x, point.y)));
    if (path.size() > 1)
        draw::list().AddPolyline(path.data(), static_cast<int>(path.size()), draw::ink(color), 0, ui.px(3));
    for (const CurvePoint& point : points) {
        const Point p = place(point.x, point.y);
        draw::disc(ui, p, 6, theme.card);
        if (point.marked) {
            const ImVec2 corners[] = {draw::point(ui, {p.x, p.y - 8}), draw::point(ui, {p.x + 8, p.y + 6}),
                                      draw::point(ui, {p.x - 8, p.y + 6})};
            draw::list().AddTriangleFilled(corners[0], corners[1], corners[2], draw::ink(theme.warn));
        } else {
            draw::disc(ui, p, 5, color);
        }
        if (!point.words.empty())
            draw::words(ui, Type::source, {p.x - text_width(ui, Type::source, point.words) / 2, p.y - 26},
                        point.marked ? ink_of(theme, Tone::warn) : theme.ink, point.words);
    }
    ui.note({.id = std::string(id), .role = Role::chart, .text = std::string(words), .at = at});
}

}  // namespace sango::ui
