#include "kiosk/screens/care_parts.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kPadding = 12;
constexpr float kBetweenTiles = 10;
constexpr float kRing = 4;  // room for the ring of the chosen one

std::string babies_text(const ui::Context& ui, const PairTile& tile) {
    std::string babies;
    for (const std::string& baby : tile.babies) {
        if (!babies.empty()) babies += ui.tr("care.and");
        babies += baby.empty() ? ui.tr("care.baby") : baby;
    }
    return babies;
}

ui::Tone tone_of(PairTile::Urgency urgency) {
    switch (urgency) {
        case PairTile::Urgency::calm:
            return ui::Tone::neutral;
        case PairTile::Urgency::soon:
            return ui::Tone::warn;
        case PairTile::Urgency::now:
            return ui::Tone::bad;
    }
    return ui::Tone::neutral;
}

struct Measured {
    float name;
    float babies;
    float height;
};

Measured measure(ui::Context& ui, const PairTile& tile, float width) {
    const float inside = width - 2 * ui::kGap;
    Measured m{};
    m.name = ui::text_height(ui, ui::Type::name, tile.mother, inside);
    m.babies = tile.babies.empty() ? 0 : ui::text_height(ui, ui::Type::small, babies_text(ui, tile), inside);
    m.height = 2 * kPadding + 24 + m.name + m.babies;
    return m;
}

void draw_tile(ui::Context& ui, ui::Rect at, const PairTile& tile, const Measured& m) {
    const ui::Theme& theme = ui.theme();
    at = at.inset(ui::kGap, kPadding);
    ui::Rect first = at.cut_top(24);
    if (tile.due) {
        // What is due now says so by a mark too.
        std::string due = ui.pick(*tile.due);
        if (tile.urgency == PairTile::Urgency::now && due.find("△") == std::string::npos) due += " △";
        const float width = ui::text_width(ui, ui::Type::small, due) + 1;
        const ui::Tone tone = tone_of(tile.urgency);
        const ui::Color ink = tone == ui::Tone::neutral ? theme.quiet_ink : ui::ink_of(theme, tone);
        ui::text(ui, "", first.cut_right(width, 8), due,
                 {.type = ui::Type::small, .ink = ink, .align = ui::Align::right, .middle = true});
    }
    ui::text(ui, "", first, tile.place, {.type = ui::Type::strong, .ink = theme.quiet_ink, .middle = true});
    ui::text(ui, "", at.cut_top(m.name), tile.mother, {.type = ui::Type::name, .ink = {}});
    if (!tile.babies.empty())
        ui::text(ui, "", at, babies_text(ui, tile), {.type = ui::Type::small, .ink = theme.quiet_ink});
}

}  // namespace

void draw_tiles(ui::Context& ui, const ui::Rect& at, const CareView& view, std::vector<Intent>& intents) {
    float content = 2 * kRing - kBetweenTiles;
    for (const PairTile& tile : view.tiles) content += measure(ui, tile, at.w).height + kBetweenTiles;
    // The mark of where one is lies in the gap to the right.
    const ui::Rect outer{at.x - kRing, at.y - kRing, at.w + kRing + 14, at.h + 2 * kRing};
    ui::Rect place = ui::begin_scroll(ui, "care.tiles", outer, content);
    place = {place.x + kRing, place.y + kRing, at.w, place.h};
    for (std::size_t i = 0; i < view.tiles.size(); ++i) {
        const PairTile& tile = view.tiles[i];
        const Measured m = measure(ui, tile, at.w);
        ui::Rect here = place.cut_top(m.height, kBetweenTiles);
        const std::string words = fmt::format("{} {} {} {}", tile.place, tile.mother, babies_text(ui, tile),
                                              tile.due ? ui.pick(*tile.due) : std::string());
        ui::Rect inside;
        if (ui::card_button(ui, fmt::format("care.tile.{}", i), here, words, &inside,
                            {.selected = tile.use_id == view.use_id}))
            intents.push_back(ChoosePair{tile.use_id});
        draw_tile(ui, here, tile, m);
    }
    ui::end_scroll(ui);
}

}  // namespace sango::screens
