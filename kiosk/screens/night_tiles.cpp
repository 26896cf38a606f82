#include "kiosk/screens/night_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

/// Rows and columns for so many places: as large as they can be.
struct Grid {
    std::size_t columns;
    std::size_t rows;
};
Grid grid_for(std::size_t places) {
    for (const Grid grid : {Grid{2, 1}, {3, 1}, {2, 2}, {3, 2}, {4, 2}, {4, 3}, {5, 3}, {6, 3}})
        if (places <= grid.columns * grid.rows) return grid;
    return {6, (places + 5) / 6};
}

constexpr std::size_t kMostWithCell = 7;
constexpr float kLeastTile = 190;

int whole_minutes(milliseconds since) {
    return static_cast<int>(std::max(milliseconds(0), since) / minutes(1));
}

/// `narrow`: broken where a reader would break it.
std::string remark(const ui::Context& ui, const NightTile& tile, milliseconds now, bool narrow = false) {
    if (tile.seen.posture == clinic::Posture::prone)
        return ui.tr(narrow ? "night.turn_back_narrow" : "night.turn_back");
    if (!tile.seen.colour_good || !tile.seen.breathing_calm)
        return ui.tr(narrow ? "night.not_well_narrow" : "night.not_well");
    if (now >= tile.due) return ui.tr(narrow ? "night.look_now_narrow" : "night.look_now");
    if (tile.closer_until && now < *tile.closer_until && tile.tended_at)
        return ui.tr(tile.fed_last ? "night.after_feed" : "night.after_laying",
                     {std::to_string(whole_minutes(now - *tile.tended_at))});
    return {};
}

ui::Color bar_color(const ui::Theme& theme, const NightTile& tile, milliseconds now, double share) {
    if (asks_for_look(tile, now)) return theme.bad;
    return share >= 0.75 ? theme.warn : theme.good;
}

/// The figure and what it counts, as large as the tile allows.
void draw_minutes(ui::Context& ui, ui::Rect at, std::size_t index, const NightTile& tile, milliseconds now,
                  const std::string& beside, ui::Color ink) {
    const std::string figure = std::to_string(whole_minutes(now - tile.looked_at));
    const bool large = at.h >= 96 && ui::text_width(ui, ui::Type::minutes, figure) + 64 < at.w;
    const ui::Type type = large ? ui::Type::minutes : ui::Type::money;
    const float width = ui::text_width(ui, type, figure) + 2;
    ui::text(ui, fmt::format("night.baby.{}.minutes", index), at.cut_left(width, 12), figure,
             {.type = type, .middle = true});
    if (beside.empty()) {
        ui::text(ui, "", at, ui.tr(at.w < 110 ? "night.minutes_short" : "night.minutes_ago"),
                 {.middle = true});
    } else {
        const ui::Type small =
            ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, beside, at.w, 3);
        ui::text(ui, "", at, beside, {.type = small, .ink = ink, .middle = true});
    }
}

bool draw_tile(ui::Context& ui, const ui::Rect& at, std::size_t index, const NightTile& tile,
               milliseconds now) {
    const ui::Theme& theme = ui.theme();
    const bool asks = asks_for_look(tile, now);
    const bool wide = at.h >= 300;
    const std::string& name = ui.pick(tile.name);
    const std::string words = remark(ui, tile, now);
    ui::Rect inside;
    const bool pressed = ui::card_button(ui, fmt::format("night.baby.{}", index), at,
                                         tile.place + " " + name + " " + words, &inside, {.alarm = asks});
    if (!wide) inside = at.inset(12, 8);
    const std::string posture = posture_words(ui, tile.seen.posture);
    const bool prone = tile.seen.posture == clinic::Posture::prone;
    ui::Rect first = inside.cut_top(wide ? ui::kChip : 28);
    const ui::ChipLook look{.tone = prone ? ui::Tone::bad : ui::Tone::neutral,
                            .icon = prone ? ui::Icon::alert : ui::Icon::none,
                            .mark = {}};
    if (wide) {
        const ui::Rect took = ui::chip(ui, "", first, posture, look, true);
        first.w = std::max(0.0F, took.x - first.x - ui::kSmallGap);
        ui::text(ui, "", first, tile.place, {.middle = true});
        inside.cut_top(ui::text(ui, "", inside, name, {.type = ui::Type::baby}), 4);
    } else {
        const float width = std::min(inside.w, ui::text_width(ui, ui::Type::small, posture) + 1);
        ui::text(ui, "", first.cut_right(width, 8), posture,
                 {.type = ui::Type::small,
                  .ink = prone ? ui::ink_of(theme, ui::Tone::bad) : theme.quiet_ink,
                  .middle = true});
        ui::text(ui, "", first, tile.place, {.type = ui::Type::small, .middle = true});
        inside.cut_top(ui::text(ui, "", inside, name, {.type = ui::Type::name}));
    }
    const ui::Color ink = asks ? ui::ink_of(theme, ui::Tone::bad) : theme.ink;
    if (wide) {
        ui::Rect foot = inside.cut_bottom(ui::kTarget, 8);
        // The whole tile is the target; this says what a tap means.
        const ui::Rect seen = foot.cut_right(84, 12);
        ui::fill(ui, seen, theme.selected.fill, 24);
        ui::text(ui, "", seen, ui.tr("night.seen"),
                 {.ink = theme.selected.ink, .align = ui::Align::center, .middle = true});
        ui::text(ui, "", foot, words, {.ink = ink, .middle = true});
    }
    const double whole = static_cast<double>(std::max<std::int64_t>(1, (tile.due - tile.looked_at).count()));
    const double share = std::clamp(static_cast<double>((now - tile.looked_at).count()) / whole, 0.0, 1.0);
    ui::progress(ui, "", inside.cut_bottom(wide ? 14 : 8, wide ? 8 : 2), asks ? 1.0 : share, "",
                 bar_color(theme, tile, now, share));
    draw_minutes(ui, inside, index, tile, now, wide ? std::string() : remark(ui, tile, now, true), ink);
    return pressed;
}

}  // namespace

std::string posture_words(const ui::Context& ui, clinic::Posture posture) {
    return ui.tr("night.posture_" + std::string(clinic::word(posture)));
}

int draw_night_tiles(ui::Context& ui, ui::Rect at, const NightView& view, milliseconds now, ui::Rect* last) {
    // The last place is for what is next; with many babies that is a strip at the foot instead.
    const bool strip = view.babies.size() > kMostWithCell;
    if (strip) *last = at.cut_bottom(ui::kButton, ui::kGap);
    const std::size_t places = strip ? view.babies.size() : std::max<std::size_t>(2, view.babies.size() + 1);
    const Grid grid = grid_for(places);
    const float rows = static_cast<float>(grid.rows);
    const float height = std::max(kLeastTile, (at.h - (rows - 1) * ui::kGap) / rows);
    const float content = height * rows + (rows - 1) * ui::kGap;
    const bool scrolls = content > at.h + 0.5F;
    ui::Rect area = scrolls ? ui::begin_scroll(ui, "night.tiles", at, content, ui.theme().ground) : at;
    area.h = content;
    int pressed = -1;
    const auto place_of = [&](std::size_t i) {
        return area.rows(grid.rows, ui::kGap)[i / grid.columns].columns(grid.columns,
                                                                        ui::kGap)[i % grid.columns];
    };
    for (std::size_t i = 0; i < view.babies.size(); ++i)
        if (draw_tile(ui, place_of(i), i, view.babies[i], now)) pressed = static_cast<int>(i);
    if (!strip) *last = place_of(view.babies.size());
    if (scrolls) ui::end_scroll(ui);
    return pressed;
}

}  // namespace sango::screens
