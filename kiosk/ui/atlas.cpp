#include "kiosk/ui/atlas.h"

#include <algorithm>

namespace sango::ui {

void Atlas::clear() {
    height_ = kFirstHeight;
    pixels_.assign(static_cast<std::size_t>(kWidth) * static_cast<std::size_t>(height_), 0);
    // Four white pixels: the middle of them is white under any filter.
    for (const std::size_t at :
         {std::size_t{0}, std::size_t{1}, std::size_t{kWidth}, std::size_t{kWidth + 1}})
        pixels_[at] = 255;
    shelves_ = {{0, 2, 3}};
    ++shape_;
    touch(0, height_);
}

std::optional<Atlas::Place> Atlas::put(int width, int height, const std::uint8_t* coverage) {
    if (width + 1 > kWidth) return std::nullopt;
    Shelf* best = nullptr;
    for (Shelf& shelf : shelves_) {
        const bool fits = shelf.used + width + 1 <= kWidth && height <= shelf.height &&
                          shelf.height <= height + height / 3 + 2;
        if (fits && (best == nullptr || shelf.height < best->height)) best = &shelf;
    }
    if (best == nullptr) {
        const int y = shelves_.back().y + shelves_.back().height + 1;
        const int shelf_height = (height + 3) / 4 * 4;
        if (y + shelf_height + 1 > height_) return std::nullopt;
        shelves_.push_back({y, shelf_height, 0});
        best = &shelves_.back();
    }
    const Place place{best->used, best->y};
    best->used += width + 1;
    for (int row = 0; row < height; ++row)
        std::copy_n(coverage + static_cast<std::ptrdiff_t>(row) * width, width,
                    pixels_.begin() + static_cast<std::ptrdiff_t>(place.y + row) * kWidth + place.x);
    touch(place.y, place.y + height);
    return place;
}

bool Atlas::grow() {
    if (height_ >= kMostHeight) return false;
    height_ *= 2;
    pixels_.resize(static_cast<std::size_t>(kWidth) * static_cast<std::size_t>(height_), 0);
    ++shape_;
    touch(0, height_);
    return true;
}

void Atlas::touch(int top, int bottom) {
    if (dirty_top_ == dirty_bottom_) {
        dirty_top_ = top;
        dirty_bottom_ = bottom;
    } else {
        dirty_top_ = std::min(dirty_top_, top);
        dirty_bottom_ = std::max(dirty_bottom_, bottom);
    }
}

AtlasView Atlas::view() const {
    return {kWidth, height_, pixels_, dirty_top_, dirty_bottom_, shape_};
}

}  // namespace sango::ui
