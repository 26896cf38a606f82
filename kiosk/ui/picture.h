#pragma once

#include "kiosk/ui/context.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sango::ui {

/// A picture made of pixels: a camera frame, a QR code. One luminance byte a pixel, rows from the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> luminance;  ///< width * height bytes
    std::uint64_t serial = 0;             ///< another number, another picture; 0 is none
};

/// Draws `picture` to cover `at` (cut at the sides, never stretched), corners rounded; with `whole`, all of
/// it is shown instead, pixels sharp (a QR). `words` says what it is. The renderer takes its pixels
/// when the serial is new; the picture must live until the frame is drawn.
void picture(Context& ui, std::string_view id, const Rect& at, const Picture& picture, std::string_view words,
             bool whole = false, bool mirrored = false);

}  // namespace sango::ui
