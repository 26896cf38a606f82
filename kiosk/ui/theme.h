#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sango::ui {

/// sRGB, 0 to 255 each; `a` 255 is opaque.
struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    bool operator==(const Color&) const = default;
};

/// 0xRRGGBB, opaque.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), 255};
}
/// The WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(Color a, Color b);

/// What a state means. Never shown by colour alone: a mark or a word stands beside it.
enum class Tone { neutral, good, warn, bad, accent };

/// A fill and the ink that can be read on it.
struct Pair {
    Color fill;
    Color ink;
};

/// The colours of one theme. Every fill/ink pair a widget draws has a contrast of at least 4.5
/// (theme_test.cpp holds all of them to it).
struct Theme {
    bool night = false;
    Color ground;     ///< behind everything
    Color card;       ///< card, bar and rail
    Color line;       ///< borders and dividers
    Color ink;        ///< text
    Color quiet_ink;  ///< sources, units, side remarks: on ground and card only
    Color well;       ///< quiet buttons, tiles, neutral chips, empty part of a bar
    Color accent;     ///< coral as a shape: ring, bar, border
    Pair primary;     ///< the one button that moves things on
    Pair danger;      ///< a destructive act, in a dialog only
    Pair disabled;    ///< greyed button and its reason
    Pair selected;    ///< rail item of this screen, pressed choice in a quiet row
    Color good;       ///< outcome colours as shapes (○ △ ×, bars)
    Color warn;
    Color bad;
    Color alarm;   ///< the only thing at night that may be brighter than ink
    Color shade;   ///< laid over the screen under a dialog (translucent)
    Color camera;  ///< behind the camera picture
    Pair neutral_chip;
    Pair good_chip;
    Pair warn_chip;
    Pair bad_chip;
    Pair accent_chip;
    // Marks in charts: shapes on a card, always with a word or a number in their lane.
    Color chart_feed;
    Color chart_feed_soft;
    Color chart_wet;
    Color chart_stool;
    Color chart_sleep;
};

[[nodiscard]] const Theme& day_theme();
[[nodiscard]] const Theme& night_theme();

[[nodiscard]] Pair chip_colors(const Theme& theme, Tone tone);
/// The outcome colour as ink on card (text of a warning, a total that is off).
[[nodiscard]] Color ink_of(const Theme& theme, Tone tone);
/// The colour as a shape.
[[nodiscard]] Color shape_of(const Theme& theme, Tone tone);
/// Each municipality keeps one colour everywhere. `slot` is its place in the clinic's list, from 0.
[[nodiscard]] Color municipality_color(const Theme& theme, std::size_t slot);

/// Words on a municipality's colour.
[[nodiscard]] Color municipality_ink(const Theme& theme);

/// Every pair of text and ground the widgets draw, by name: what the contrast test walks over.
struct NamedPair {
    std::string_view name;
    Pair pair;
};
[[nodiscard]] std::vector<NamedPair> text_pairs(const Theme& theme);

// Measures, in design pixels.
inline constexpr float kGap = 16;  ///< between cards, and inside them
inline constexpr float kSmallGap = 8;
inline constexpr float kCardCorner = 16;
inline constexpr float kButtonCorner = 13;
inline constexpr float kButton = 56;     ///< height of a button (52 to 64)
inline constexpr float kBigButton = 64;  ///< height of the one primary button
inline constexpr float kTarget = 48;     ///< nothing to press is smaller, either way
inline constexpr float kRow = 56;        ///< height of a list row of one line
inline constexpr float kBar = 56;        ///< the bar on top
inline constexpr float kRail = 104;      ///< the rail on the left
inline constexpr float kChip = 36;       ///< height of a chip that is only shown

}  // namespace sango::ui
