#include "kiosk/ui/layout.h"

#include <algorithm>

namespace sango::ui {

Rect Rect::common(const Rect& other) const {
    const float left = std::max(x, other.x);
    const float top = std::max(y, other.y);
    return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
}

Rect Rect::cut_left(float width, float gap) {
    const float taken = std::clamp(width, 0.0F, w);
    const Rect piece{x, y, taken, h};
    const float gone = std::min(w, taken + gap);
    x += gone;
    w -= gone;
    return piece;
}

Rect Rect::cut_right(float width, float gap) {
    const float taken = std::clamp(width, 0.0F, w);
    const Rect piece{right() - taken, y, taken, h};
    w -= std::min(w, taken + gap);
    return piece;
}

Rect Rect::cut_top(float height, float gap) {
    const float taken = std::clamp(height, 0.0F, h);
    const Rect piece{x, y, w, taken};
    const float gone = std::min(h, taken + gap);
    y += gone;
    h -= gone;
    return piece;
}

Rect Rect::cut_bottom(float height, float gap) {
    const float taken = std::clamp(height, 0.0F, h);
    const Rect piece{x, bottom() - taken, w, taken};
    h -= std::min(h, taken + gap);
    return piece;
}

std::vector<Rect> Rect::columns(std::size_t count, float gap) const {
    std::vector<Rect> pieces;
    const float width = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    for (std::size_t i = 0; i < count; ++i)
        pieces.push_back({x + static_cast<float>(i) * (width + gap), y, width, h});
    return pieces;
}

std::vector<Rect> Rect::rows(std::size_t count, float gap) const {
    std::vector<Rect> pieces;
    const float height = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    for (std::size_t i = 0; i < count; ++i)
        pieces.push_back({x, y + static_cast<float>(i) * (height + gap), w, height});
    return pieces;
}

}  // namespace sango::ui
