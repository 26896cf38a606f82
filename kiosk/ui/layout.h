#pragma once

#include <cstddef>
#include <vector>

namespace sango::ui {

/// All places and sizes a screen names are design pixels: what they are at 1280x800. A larger surface
/// is scaled inside the drawing, so that no screen multiplies anything.
struct Point {
    float x = 0;
    float y = 0;

    bool operator==(const Point&) const = default;
};

/// A rectangle, origin top left, y downwards.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    bool operator==(const Rect&) const = default;

    [[nodiscard]] constexpr float right() const { return x + w; }
    [[nodiscard]] constexpr float bottom() const { return y + h; }
    [[nodiscard]] constexpr Point center() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] constexpr bool contains(Point p) const {
        return p.x >= x && p.y >= y && p.x < right() && p.y < bottom();
    }
    [[nodiscard]] constexpr Rect inset(float by) const { return inset(by, by); }
    [[nodiscard]] constexpr Rect inset(float dx, float dy) const {
        return {x + dx, y + dy, w - 2 * dx, h - 2 * dy};
    }
    [[nodiscard]] constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    /// The part both cover; zero width or height if they do not meet.
    [[nodiscard]] Rect common(const Rect& other) const;

    /// Cuts a piece off one side, and `gap` beside it, and returns the piece: a screen is laid out by
    /// cutting its area up. Never goes below zero.
    Rect cut_left(float width, float gap = 0);
    Rect cut_right(float width, float gap = 0);
    Rect cut_top(float height, float gap = 0);
    Rect cut_bottom(float height, float gap = 0);

    /// `count` equal pieces side by side (`columns`) or below one another (`rows`), `gap` between them.
    [[nodiscard]] std::vector<Rect> columns(std::size_t count, float gap) const;
    [[nodiscard]] std::vector<Rect> rows(std::size_t count, float gap) const;
};

}  // namespace sango::ui
