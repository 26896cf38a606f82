#pragma once

#include <cstdint>
#include <span>
#include <vector>

struct ImDrawData;

namespace sango::platform {

/// Pixels from the top left corner.
struct PixelRect {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
    bool operator==(const PixelRect&) const = default;
};

/// Which part of the picture a frame changes, so that only this is drawn: on a machine without a graphics
/// chip the pixels are nearly all of a frame's time.
///
/// The picture is cut into tiles; a tile's hash is made of every triangle that may touch it, in their order.
/// The same hash, the same pixels.
class Damage {
public:
    /// What a frame is made of besides its triangles: what must not be drawn over when it changes.
    struct Ground {
        std::uint32_t colour = 0;
        std::uint64_t glyph_shape = 0;
        /// What stands behind each texture number from ui::kPictureTextures on: another picture, another
        /// number.
        std::span<const std::uint64_t> pictures;
    };

    /// What differs from the frame before, as at most kMostRects rectangles that do not overlap; the whole
    /// picture the first time, and when the size changed. Width and height in pixels.
    [[nodiscard]] std::vector<PixelRect> next(const ImDrawData& data, int width, int height,
                                              const Ground& ground);

    static constexpr int kTile = 32;  ///< pixels
    static constexpr std::size_t kMostRects = 4;

private:
    std::vector<std::uint64_t> before_;
    std::vector<std::uint64_t> tiles_;
    int width_ = 0;
    int height_ = 0;
};

}  // namespace sango::platform
