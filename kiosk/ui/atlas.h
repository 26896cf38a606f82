#pragma once

#include "kiosk/ui/fonts.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sango::ui {

/// One coverage picture in which glyphs find a place, row of shelves by row of shelves.
class Atlas {
public:
    static constexpr int kWidth = 1024;
    static constexpr int kFirstHeight = 512;
    static constexpr int kMostHeight = 4096;

    Atlas() { clear(); }

    struct Place {
        int x = 0;
        int y = 0;
    };
    /// A free place of this size with a pixel of space around it; nullopt if none is left.
    [[nodiscard]] std::optional<Place> put(int width, int height, const std::uint8_t* coverage);
    /// Twice as high; false at the limit.
    [[nodiscard]] bool grow();
    /// Empty but for a white pixel at (0.5, 0.5) of it.
    void clear();

    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] AtlasView view() const;
    void uploaded() { dirty_top_ = dirty_bottom_ = 0; }

private:
    void touch(int top, int bottom);

    struct Shelf {
        int y = 0;
        int height = 0;
        int used = 0;
    };
    int height_ = kFirstHeight;
    std::vector<std::uint8_t> pixels_;
    std::vector<Shelf> shelves_;
    int dirty_top_ = 0;
    int dirty_bottom_ = 0;
    std::uint64_t shape_ = 0;
};

}  // namespace sango::ui
