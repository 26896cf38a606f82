#include "kiosk/ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sango::ui {
namespace {

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(Color c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

constexpr Color kWhite = rgb(0xFFFFFF);

constexpr Theme kDay{
    .night = false,
    .ground = rgb(0xFAF7F2),
    .card = kWhite,
    .line = rgb(0xE6DFD5),
    .ink = rgb(0x1F2A37),
    .quiet_ink = rgb(0x6B7280),
    .well = rgb(0xF1ECE5),
    .accent = rgb(0xD9482F),
    // White on #D9482F has 4.27: a shade deeper carries words at 4.7.
    .primary = {rgb(0xD0412A), kWhite},
    .danger = {rgb(0xA52A1A), kWhite},
    .disabled = {rgb(0xEFEAE3), rgb(0x6B6459)},
    .selected = {rgb(0xFDE9E5), rgb(0xB8361F)},
    .good = rgb(0x2E8B62),
    .warn = rgb(0xB7791F),
    .bad = rgb(0xA52A1A),
    .alarm = rgb(0xA52A1A),
    .shade = {0x1F, 0x2A, 0x37, 0x99},
    .camera = rgb(0x243142),
    .neutral_chip = {rgb(0xF1ECE5), rgb(0x1F2A37)},
    .good_chip = {rgb(0xE2F2E9), rgb(0x1F6B49)},
    .warn_chip = {rgb(0xFDF0D5), rgb(0x8A5A00)},
    .bad_chip = {rgb(0xFBE3DF), rgb(0xA52A1A)},
    .accent_chip = {rgb(0xFDE9E5), rgb(0xB8361F)},
    .chart_feed = rgb(0xE8604C),
    .chart_feed_soft = rgb(0xF3A699),
    .chart_wet = rgb(0x7DB2D3),
    .chart_stool = rgb(0xC9A23B),
    .chart_sleep = rgb(0xC7CEE1),
};

constexpr Theme kNight{
    .night = true,
    .ground = rgb(0x0F0D0B),
    .card = rgb(0x171310),
    .line = rgb(0x2B241D),
    .ink = rgb(0xD8C7AE),
    .quiet_ink = rgb(0x978B78),
    .well = rgb(0x241D17),
    .accent = rgb(0xFF9C7A),
    .primary = {rgb(0x40261B), rgb(0xFF9C7A)},
    .danger = {rgb(0x4A150E), rgb(0xFFA08E)},
    .disabled = {rgb(0x1E1914), rgb(0x978B78)},
    .selected = {rgb(0x3A2319), rgb(0xFF9C7A)},
    .good = rgb(0x2E6B4D),
    .warn = rgb(0x80601C),
    .bad = rgb(0xA8301F),
    .alarm = rgb(0xFF6F5B),
    .shade = {0x00, 0x00, 0x00, 0xB4},
    .camera = rgb(0x14110E),
    .neutral_chip = {rgb(0x241D17), rgb(0xD8C7AE)},
    .good_chip = {rgb(0x15261D), rgb(0x8CC7A5)},
    .warn_chip = {rgb(0x2B2110), rgb(0xD9AE5F)},
    .bad_chip = {rgb(0x4A150E), rgb(0xFFA08E)},
    .accent_chip = {rgb(0x3A2319), rgb(0xFF9C7A)},
    .chart_feed = rgb(0xB5523F),
    .chart_feed_soft = rgb(0x6E3A2E),
    .chart_wet = rgb(0x4A7186),
    .chart_stool = rgb(0x80682B),
    .chart_sleep = rgb(0x4A4A55),
};

// Apart in hue and in darkness, each readable under white words.
constexpr std::array<Color, 8> kMunicipalitiesDay{rgb(0xCE412B), rgb(0x2B6C9E), rgb(0x3D7A4F), rgb(0x8A5A9E),
                                                  rgb(0x8A5F1E), rgb(0x1F7A7A), rgb(0xA8467A), rgb(0x5B6472)};
constexpr std::array<Color, 8> kMunicipalitiesNight{rgb(0x7A3426), rgb(0x274C68), rgb(0x2C5239),
                                                    rgb(0x573C63), rgb(0x5C4220), rgb(0x1F5252),
                                                    rgb(0x6A3350), rgb(0x434A54)};

}  // namespace

double contrast(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const Theme& day_theme() {
    return kDay;
}
const Theme& night_theme() {
    return kNight;
}

Pair chip_colors(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::good:
            return theme.good_chip;
        case Tone::warn:
            return theme.warn_chip;
        case Tone::bad:
            return theme.bad_chip;
        case Tone::accent:
            return theme.accent_chip;
        case Tone::neutral:
            break;
    }
    return theme.neutral_chip;
}

Color ink_of(const Theme& theme, Tone tone) {
    return tone == Tone::neutral ? theme.ink : chip_colors(theme, tone).ink;
}

Color shape_of(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::good:
            return theme.good;
        case Tone::warn:
            return theme.warn;
        case Tone::bad:
            return theme.bad;
        case Tone::accent:
            return theme.accent;
        case Tone::neutral:
            break;
    }
    return theme.quiet_ink;
}

Color municipality_color(const Theme& theme, std::size_t slot) {
    const auto& colors = theme.night ? kMunicipalitiesNight : kMunicipalitiesDay;
    return colors[slot % colors.size()];
}

Color municipality_ink(const Theme& theme) {
    return theme.night ? theme.ink : kWhite;
}

std::vector<NamedPair> text_pairs(const Theme& t) {
    std::vector<NamedPair> pairs{
        {"ink on ground", {t.ground, t.ink}},
        {"ink on card", {t.card, t.ink}},
        {"ink on well", {t.well, t.ink}},
        {"quiet ink on ground", {t.ground, t.quiet_ink}},
        {"quiet ink on card", {t.card, t.quiet_ink}},
        {"primary", t.primary},
        {"danger", t.danger},
        {"disabled", t.disabled},
        {"selected", t.selected},
        {"neutral chip", t.neutral_chip},
        {"good chip", t.good_chip},
        {"warn chip", t.warn_chip},
        {"bad chip", t.bad_chip},
        {"accent chip", t.accent_chip},
        {"good ink on card", {t.card, t.good_chip.ink}},
        {"warn ink on card", {t.card, t.warn_chip.ink}},
        {"bad ink on card", {t.card, t.bad_chip.ink}},
        {"accent ink on card", {t.card, t.accent_chip.ink}},
        {"camera", {t.camera, t.night ? t.ink : kWhite}},
    };
    for (std::size_t i = 0; i < kMunicipalitiesDay.size(); ++i)
        pairs.push_back({"municipality", {municipality_color(t, i), municipality_ink(t)}});
    return pairs;
}

}  // namespace sango::ui
