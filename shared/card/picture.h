#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace sango::card {

/// Brightness of a picture that somebody else owns: pixel (x, y) is data[y * row_stride + x * pixel_stride],
/// 0 black to 255 white. A YUYV frame is one with pixel_stride 2.
struct LuminanceView {
    const std::uint8_t* data = nullptr;
    int width = 0;         ///< pixels
    int height = 0;        ///< pixels
    int row_stride = 0;    ///< bytes
    int pixel_stride = 1;  ///< bytes

    [[nodiscard]] std::uint8_t at(int x, int y) const {
        return data[static_cast<std::ptrdiff_t>(y) * row_stride +
                    static_cast<std::ptrdiff_t>(x) * pixel_stride];
    }
};

/// A picture of brightness alone, rows without gaps.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  ///< width * height

    [[nodiscard]] LuminanceView view() const { return {pixels.data(), width, height, width, 1}; }
    bool operator==(const Image&) const = default;
};

inline constexpr int kMaxPixels = 50'000'000;  ///< a phone's photograph
inline constexpr std::size_t kMaxFileBytes = 40'000'000;

/// A PNG or JPEG file as brightness; what is transparent lies on white. Errors: `picture_missing` (no such
/// file, or it cannot be opened), `not_a_picture` (another format, damaged, cut short, or beyond the limits).
[[nodiscard]] Result<Image> read_image(const std::filesystem::path& file);
[[nodiscard]] Result<Image> read_image(BytesView file);

/// Error: `picture_not_written`.
[[nodiscard]] Result<Done> write_png(const std::filesystem::path& file, const Image& image);

}  // namespace sango::card
