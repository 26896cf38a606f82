#include "kiosk/devices/camera.h"

#include <algorithm>

namespace sango::devices {
namespace {

std::uint8_t to_byte(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

/// BT.601 limited range, as webcams send it, in 1/256.
void put_yuv(std::uint8_t* out, int y, int u, int v) {
    const int c = 298 * (y - 16);
    const int d = u - 128;
    const int e = v - 128;
    out[0] = to_byte((c + 409 * e + 128) / 256);
    out[1] = to_byte((c - 100 * d - 208 * e + 128) / 256);
    out[2] = to_byte((c + 516 * d + 128) / 256);
    out[3] = 255;
}

}  // namespace

std::vector<std::uint8_t> to_rgba(const Frame& frame) {
    const auto width = static_cast<std::size_t>(frame.width);
    std::vector<std::uint8_t> rgba(width * static_cast<std::size_t>(frame.height) * 4);
    std::uint8_t* out = rgba.data();
    for (int y = 0; y < frame.height; ++y) {
        const std::uint8_t* row = frame.data.data() + static_cast<std::ptrdiff_t>(y) * frame.row_stride;
        for (std::size_t x = 0; x < width; ++x, out += 4) {
            if (frame.format == PixelFormat::grey) {
                out[0] = out[1] = out[2] = row[x];
                out[3] = 255;
            } else {
                const std::uint8_t* pair = row + x / 2 * 4;  // Y0 U Y1 V
                put_yuv(out, row[x * 2], pair[1], pair[3]);
            }
        }
    }
    return rgba;
}

}  // namespace sango::devices
