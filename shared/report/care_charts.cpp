#include "shared/report/care_charts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace sango::report {
namespace {

using clinic::Note;
using clinic::NoteKind;

constexpr double kNameRoom = 24;  // mm, for days and lanes
constexpr double kLane = 7;
constexpr double kGrid = 0.82;  // grey
constexpr double kQuietGrey = 0.45;
constexpr double kDay = 86'400;  // seconds

std::string short_day(Date day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{}/{}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

double x_of(double seconds) {
    return kNameRoom + (kSketchWidth - kNameRoom) * std::clamp(seconds, 0.0, kDay) / kDay;
}

/// Words beside a mark, where they do not run into those before.
void add_words(Sketch& sketch, double& free_from, double x, double y, std::string text) {
    if (text.empty() || x < free_from) return;
    free_from = x + 1.6 * static_cast<double>(text.size()) + 1;
    sketch.words.push_back({x, y, std::move(text)});
}

void add_hollow(Sketch& sketch, double x, double y, double width, double height) {
    for (const auto& [x1, y1, x2, y2] :
         {std::array{x, y, x + width, y}, std::array{x, y + height, x + width, y + height},
          std::array{x, y, x, y + height}, std::array{x + width, y, x + width, y + height}})
        sketch.lines.push_back({x1, y1, x2, y2});
}

struct Free {
    double feed = 0;
    double temperature = 0;
};

void add_note(Sketch& sketch, const Note& note, double from, Free& free) {
    const int amount = note.what.amount.value_or(0);
    const double x = x_of(from);
    switch (note.what.kind) {
        case NoteKind::milk:
            sketch.areas.push_back({x - 0.6, 1, 1.2, kLane - 2, 0.1});
            add_words(sketch, free.feed, x + 1, kLane - 2, std::to_string(amount));
            break;
        case NoteKind::breast:
            add_hollow(sketch, x - 0.6, 1, 1.2, kLane - 2);
            break;
        case NoteKind::nappy:
            sketch.dots.push_back({x, 1.5 * kLane, 1.4, 0.1});
            if (note.what.detail == "urine") sketch.dots.push_back({x, 1.5 * kLane, 0.9, 1});
            break;
        case NoteKind::sleep:
            sketch.areas.push_back({x, 2 * kLane + 2, x_of(from + 60.0 * amount) - x, kLane - 4, 0.65});
            break;
        case NoteKind::temperature:
            add_words(sketch, free.temperature, x, 4 * kLane - 2,
                      fmt::format("{}.{}", amount / 10, amount % 10));
            break;
        default:
            break;
    }
}

}  // namespace

Sketch day_sketch(const std::vector<Note>& notes, std::string_view child_id, Date day) {
    constexpr std::array<std::string_view, 4> kLanes{"授乳", "おむつ", "睡眠", "体温"};
    Sketch sketch;
    const double foot = kLane * static_cast<double>(kLanes.size());
    sketch.height = foot + 5;
    sketch.words.push_back({0, kLane - 2, short_day(day)});
    for (std::size_t i = 0; i < kLanes.size(); ++i) {
        const double y = kLane * static_cast<double>(i + 1);
        sketch.lines.push_back({kNameRoom, y, kSketchWidth, y, kGrid, 0.2});
        sketch.words.push_back({kNameRoom - 2, y - 2, std::string(kLanes[i]), Align::right, kQuietGrey});
    }
    for (int hour = 0; hour <= 24; hour += 3) {
        const double x = x_of(hour * 3'600.0);
        sketch.lines.push_back({x, 0, x, foot, kGrid, 0.2});
        sketch.words.push_back({x, foot + 3.5, std::to_string(hour), Align::centre, kQuietGrey});
    }
    const Instant midnight = japan_instant(day, std::chrono::seconds(0));
    Free free;
    for (const Note& note : notes) {
        if (note.what.child_id != child_id) continue;
        const std::chrono::duration<double> from = note.what.observed_at - midnight;
        const bool sleeps_on =
            note.what.kind == NoteKind::sleep && from.count() + 60.0 * note.what.amount.value_or(0) > 0;
        if (from.count() >= kDay || (from.count() < 0 && !sleeps_on)) continue;
        add_note(sketch, note, from.count(), free);
    }
    return sketch;
}

Sketch weight_sketch(const std::vector<clinic::WeightPoint>& weights, std::optional<int> birth_weight_g) {
    Sketch sketch;
    sketch.height = 52;
    if (weights.empty()) return sketch;
    constexpr double kTop = 10;
    constexpr double kFoot = 44;
    constexpr double kBaseRoom = 25;  // right of the newest weight, for what the line is
    const int base = birth_weight_g.value_or(weights.front().grams);
    const auto [low, high] = std::ranges::minmax(weights, {}, &clinic::WeightPoint::grams);
    const double least = std::floor(std::min(low.grams, base) / 100.0) * 100 - 100;
    const double most = std::ceil(std::max(high.grams, base) / 100.0) * 100 + 100;
    const double whole =
        std::max(1.0, std::chrono::duration<double>(weights.back().at - weights.front().at).count());
    const auto x = [&](Instant at) {
        return kNameRoom + 8 +
               (kSketchWidth - kNameRoom - 8 - kBaseRoom) *
                   std::chrono::duration<double>(at - weights.front().at).count() / whole;
    };
    const auto y = [&](double grams) { return kFoot - (kFoot - kTop) * (grams - least) / (most - least); };
    const double step = most - least > 800 ? 500 : 200;
    for (double grams = std::ceil(least / step) * step; grams <= most; grams += step) {
        sketch.lines.push_back({kNameRoom, y(grams), kSketchWidth - kBaseRoom + 6, y(grams), kGrid, 0.2});
        sketch.words.push_back(
            {kNameRoom - 2, y(grams) + 1, fmt::format("{:.0f} g", grams), Align::right, kQuietGrey});
    }
    sketch.lines.push_back({kNameRoom, y(base), kSketchWidth, y(base), kQuietGrey, 0.4});
    sketch.words.push_back({kSketchWidth, y(base) - 1.2, birth_weight_g ? "出生体重" : "はじめの体重",
                            Align::right, kQuietGrey});
    // The newest one is always named; those before it where there is room.
    double free_until = 1e9;
    for (std::size_t i = weights.size(); i-- > 0;) {
        const auto& one = weights[i];
        if (i > 0)
            sketch.lines.push_back(
                {x(weights[i - 1].at), y(weights[i - 1].grams), x(one.at), y(one.grams), 0, 0.6});
        sketch.dots.push_back({x(one.at), y(one.grams), 1.1, 0});
        if (x(one.at) + 9 > free_until) continue;
        free_until = x(one.at) - 9;
        sketch.words.push_back(
            {x(one.at), y(one.grams) - 5.5, fmt::format("{} g", one.grams), Align::centre});
        sketch.words.push_back({x(one.at), y(one.grams) - 2.2,
                                fmt::format("{:+.1f}%", 100.0 * (one.grams - base) / base), Align::centre});
        sketch.words.push_back(
            {x(one.at), kFoot + 4, short_day(japan_date(one.at)), Align::centre, kQuietGrey});
    }
    return sketch;
}

Sketch feed_sketch(std::span<const clinic::FeedDay> days) {
    constexpr double kTop = 8;
    constexpr double kFoot = 34;
    constexpr double kMost = 24;  // a day's room, at most
    Sketch sketch;
    sketch.height = 44;
    if (days.empty()) return sketch;
    const auto room = static_cast<std::size_t>((kSketchWidth - kNameRoom) / 14);
    if (days.size() > room) days = days.last(room);
    const double wide = std::min(kMost, (kSketchWidth - kNameRoom) / static_cast<double>(days.size()));
    const int most = std::max(1, std::ranges::max(days, {}, &clinic::FeedDay::ml).ml);
    sketch.lines.push_back({kNameRoom, kFoot, kSketchWidth, kFoot, kQuietGrey, 0.3});
    for (std::size_t i = 0; i < days.size(); ++i) {
        const double middle = kNameRoom + wide * (static_cast<double>(i) + 0.5);
        const double height = (kFoot - kTop) * days[i].ml / most;
        sketch.areas.push_back({middle - 4, kFoot - height, 8, height, 0.35});
        sketch.words.push_back(
            {middle, kFoot - height - 1.5, fmt::format("{} ml", days[i].ml), Align::centre});
        sketch.words.push_back({middle, kFoot + 4, short_day(days[i].day), Align::centre, kQuietGrey});
        sketch.words.push_back({middle, kFoot + 8, fmt::format("{}回", days[i].times), Align::centre});
    }
    return sketch;
}

}  // namespace sango::report
