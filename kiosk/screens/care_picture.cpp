#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/chart.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using Shape = ui::ChartItem::Shape;

constexpr int kDay = 24 * 60;  // minutes

int minutes_into(const CareView& view, Instant at) {
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(at - view.timeline_from).count());
}

std::string label_of(const ui::Context& ui, const TimelineMark& mark) {
    std::string label = mark.label;
    // Colour alone never says which: a nappy with stool carries a word.
    if (mark.lane == Lane::nappy && label.empty() && mark.detail != "urine")
        label = ui.tr(mark.detail == "both" ? "care.mark_both" : "care.mark_stool");
    if (mark.out_of_range) label += label.empty() ? "△" : " △";
    return label;
}

ui::ChartItem item_of(const ui::Context& ui, const CareView& view, const TimelineMark& mark) {
    const ui::Theme& theme = ui.theme();
    ui::ChartItem item;
    item.from = minutes_into(view, mark.from);
    item.to = mark.until ? minutes_into(view, *mark.until) : item.from;
    item.words = label_of(ui, mark);
    switch (mark.lane) {
        case Lane::feed:
            item.shape = Shape::bar;
            item.color = mark.detail == "breast" ? theme.chart_feed_soft : theme.chart_feed;
            break;
        case Lane::nappy:
            item.shape = Shape::dot;
            item.color = mark.detail == "urine" ? theme.chart_wet : theme.chart_stool;
            break;
        case Lane::sleep:
            item.shape = Shape::span;
            item.color = theme.chart_sleep;
            break;
        case Lane::temperature:
            item.shape = Shape::point;
            item.color = theme.ink;
            break;
    }
    if (mark.out_of_range) {
        item.color = theme.warn;
        item.ink = ui::ink_of(theme, ui::Tone::warn);
    }
    return item;
}

/// A lane in words, for whoever cannot see it: "授乳 60 80 60".
std::string spoken(const ui::ChartLane& lane) {
    std::string words = lane.name;
    for (const ui::ChartItem& item : lane.items)
        words += " " + (item.words.empty() ? std::string("・") : item.words);
    return words;
}

void draw_timeline(ui::Context& ui, const ui::Rect& at, const CareView& view) {
    struct Named {
        Lane lane;
        std::string_view words;
    };
    constexpr std::array<Named, 4> kLanes{{{Lane::feed, "care.lane_feed"},
                                           {Lane::nappy, "care.lane_nappy"},
                                           {Lane::sleep, "care.lane_sleep"},
                                           {Lane::temperature, "care.lane_temperature"}}};
    std::vector<ui::ChartLane> lanes;
    for (const Named& named : kLanes) {
        // Nothing of a baby on the mother's own line.
        const bool babys = named.lane == Lane::feed || named.lane == Lane::nappy;
        if (view.child_id.empty() && babys) continue;
        ui::ChartLane lane;
        lane.name = ui.tr(named.words);
        for (const TimelineMark& mark : view.marks) {
            const int until = minutes_into(view, mark.until.value_or(mark.from));
            if (mark.lane != named.lane || until < 0 || minutes_into(view, mark.from) > kDay) continue;
            lane.items.push_back(item_of(ui, view, mark));
        }
        lane.words = spoken(lane);
        lanes.push_back(std::move(lane));
    }
    const auto start = japan_time_of_day(view.timeline_from);
    const auto hour = std::chrono::floor<std::chrono::hours>(start);
    // What is happening now is not cut in half at the right end.
    const ui::Rect plot{at.x, at.y, at.w - 12, at.h};
    ui::timeline(ui, "care.timeline", plot, lanes, kDay, static_cast<int>(hour.count()),
                 static_cast<int>(std::chrono::floor<std::chrono::minutes>(start - hour).count()));
}

void draw_weights(ui::Context& ui, const ui::Rect& at, const CareView& view) {
    if (view.weights.size() < 2)
        return ui::empty_state(ui, "care.curve.none", at, ui::Icon::weight, ui.tr("care.weights_empty"));
    const Date first_day = japan_date(view.weights.front().at);
    const auto days_of = [&](Instant moment) {
        const std::chrono::duration<double> since =
            moment - japan_instant(first_day, std::chrono::seconds(0));
        return since.count() / 86400.0;
    };
    ui::CurveLook look;
    const auto [least, most] = std::ranges::minmax(view.weights, {}, &clinic::WeightPoint::grams);
    // Whole hundreds around the curve, so that the lines are read without counting.
    look.least_y = std::floor(least.grams / 100.0) * 100 - 100;
    look.most_y = std::ceil(most.grams / 100.0) * 100 + 100;
    look.least_x = 0;
    look.most_x = std::max(1.0, std::ceil(days_of(view.weights.back().at) + 0.2));
    const bool birth = view.birth_weight_g.has_value();
    look.base = view.birth_weight_g.value_or(view.weights.front().grams);
    look.base_words = ui.tr(birth ? "care.birth_weight" : "care.first_weight");
    look.least_y = std::min(look.least_y, std::floor(*look.base / 100.0) * 100 - 100);
    look.most_y = std::max(look.most_y, std::ceil(*look.base / 100.0) * 100 + 100);
    look.color = ui.theme().chart_feed;
    const double step = look.most_y - look.least_y > 800 ? 500 : 200;
    for (double y = std::ceil(look.least_y / step) * step; y <= look.most_y; y += step)
        look.y_ticks.emplace_back(y, fmt::format("{:.0f}", y));
    const int every = std::max(1, static_cast<int>(look.most_x) / 6);
    for (int day = 0; day <= static_cast<int>(look.most_x); day += every) {
        const std::chrono::year_month_day date{first_day + std::chrono::days(day)};
        look.x_ticks.emplace_back(day, fmt::format("{}/{}", static_cast<unsigned>(date.month()),
                                                   static_cast<unsigned>(date.day())));
    }
    std::vector<ui::CurvePoint> points;
    for (const clinic::WeightPoint& weight : view.weights)
        points.push_back({days_of(weight.at), static_cast<double>(weight.grams), false, {}});
    points.back().words = fmt::format("{} g", view.weights.back().grams);
    ui::curve(ui, "care.curve", at, points, look, points.back().words);
}

void draw_feeds(ui::Context& ui, const ui::Rect& at, const CareView& view) {
    if (view.feeds.empty())
        return ui::empty_state(ui, "care.feeds.none", at, ui::Icon::bottle, ui.tr("care.feeds_empty"));
    std::vector<ui::ChartColumn> columns;
    std::string spoken;
    for (const clinic::FeedDay& day : view.feeds) {
        const std::chrono::year_month_day date{day.day};
        ui::ChartColumn& column = columns.emplace_back();
        column.name =
            fmt::format("{}/{}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
        column.value = day.ml;
        column.words = fmt::format("{} ml", day.ml);
        column.under = ui.tr("care.feeds_times", {std::to_string(day.times)});
        spoken += (spoken.empty() ? "" : ", ") + column.name + " " + column.words + " " + column.under;
    }
    ui::columns(ui, "care.feeds", at, columns, ui.theme().chart_feed, spoken);
}

std::string totals(const ui::Context& ui, const CareView& view) {
    if (view.child_id.empty()) return ui.tr("care.day_so_far");
    return ui.tr("care.totals",
                 {std::to_string(view.milk_ml), std::to_string(view.urine), std::to_string(view.stool)});
}

/// "出生から -120 g (-3.7%)": where the baby stands against its weight at birth, or the first one here.
std::string weight_change(const ui::Context& ui, const CareView& view) {
    if (view.weights.size() < 2) return ui.tr("care.weights");
    const bool birth = view.birth_weight_g.has_value();
    const int first = view.birth_weight_g.value_or(view.weights.front().grams);
    const int change = view.weights.back().grams - first;
    const double percent = 100.0 * change / first;
    return ui.tr("care.weights") + "  " +
           ui.tr(birth ? "care.birth_change" : "care.weight_change",
                 {fmt::format("{:+}", change), fmt::format("{:+.1f}", percent)});
}

}  // namespace

void draw_picture_switch(ui::Context& ui, ui::Rect& head, const CareView& view, CareState& state) {
    using Picture = CareState::Picture;
    const std::string timeline = ui.tr("care.view_timeline");
    const std::string notes = ui.tr("care.view_notes");
    const std::string weight = ui.tr("care.view_weight");
    std::vector<ui::Choice> choices{{"timeline", timeline, {}}, {"notes", notes, {}}};
    const std::string feeds = ui.tr("care.view_feeds");
    if (!view.child_id.empty()) {
        choices.push_back({"weight", weight, {}});
        choices.push_back({"feeds", feeds, {}});
    }
    const float width = static_cast<float>(choices.size()) * 100;
    const int chosen = choose_one(ui, "care.view", head.cut_right(width, ui::kGap), choices,
                                  static_cast<int>(state.picture), ChoiceStyle::tabs);
    if (chosen >= 0) state.picture = static_cast<Picture>(chosen);
}

void draw_care_picture(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state) {
    ui::card(ui, at);
    ui::Rect inside = at.inset(ui::kGap, 10);
    ui::Rect head = inside.cut_top(ui::kTarget, 4);
    draw_picture_switch(ui, head, view, state);
    const bool weights = state.picture == CareState::Picture::weight;
    const bool feeds = state.picture == CareState::Picture::feeds;
    ui::text(ui, "care.totals", head,
             weights ? weight_change(ui, view)
             : feeds ? ui.tr("care.feeds_by_day")
                     : totals(ui, view),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    if (weights)
        draw_weights(ui, inside, view);
    else if (feeds)
        draw_feeds(ui, inside, view);
    else
        draw_timeline(ui, inside, view);
}

}  // namespace sango::screens
