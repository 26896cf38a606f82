#pragma once

#include "shared/card/picture.h"

namespace sango::card {

// What the hard pass does to a picture before it looks again. All leave the original alone.

[[nodiscard]] Image copy_of(const LuminanceView& picture);
[[nodiscard]] Image inverted(const Image& image);
/// Half the size (each pixel the mean of four): calms noise, and brings huge codes within reach.
[[nodiscard]] Image halved(const Image& image);
/// Twice the size, interpolated: for codes of few pixels a module.
[[nodiscard]] Image doubled(const Image& image);
/// Edges made steeper (unsharp mask over 5x5 pixels): for blur.
[[nodiscard]] Image sharpened(const Image& image);

/// Whether some rows cross what may be a finder pattern (dark and light runs of 1:1:3:1:1): cheap, and true
/// for nearly every picture that holds a QR code of at least 2 pixels a module.
[[nodiscard]] bool looks_like_code(const LuminanceView& picture);

}  // namespace sango::card
