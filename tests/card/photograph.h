#pragma once

#include "shared/card/barcode.h"

#include <cstdint>

namespace sango::card {

/// How a code is held in front of the camera, and how good the camera is.
struct Shot {
    int width = 1280;          ///< pixels
    int height = 720;          ///< pixels
    double module_pixels = 6;  ///< size of a module where the code is nearest
    double turn = 0;           ///< degrees, in the picture's plane
    double tilt = 0;           ///< 0 flat; 0.4: the far edge is about 40% smaller
    double blur = 0;           ///< standard deviation, pixels
    double noise = 0;          ///< standard deviation, grey levels
    int dark = 30;             ///< grey level of the dark modules
    int light = 220;           ///< and of the paper
    double shadow = 0;         ///< how much light is lost from one side to the other, 0 to 1
    bool inverted = false;
    std::uint64_t seed = 1;
};

/// A photograph of the code on a card on a desk.
[[nodiscard]] Image photograph(const Modules& code, const Shot& shot);

}  // namespace sango::card
