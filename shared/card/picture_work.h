#pragma once

#include "shared/card/picture.h"

namespace sango::card {

// What the hard pass does to a picture before it looks again. All leave the original alone.

[[nodiscard]] Image copy_of(const LuminanceView& picture);
[[nodiscard]] Image inverted(const Image& image);
/// Half the size (each pixel the mean of four): calms noise, and brings huge codes within reach.
[[nodiscard]] Image halved(const Image& image);
/// Twice the size, interpolated over three pixels each way: for codes of few pixels a module, which the
/// decoder's 8x8 blocks are too coarse for. It calms noise as well.
[[nodiscard]] Image enlarged(const Image& image);
/// Edges made steeper (unsharp mask over 5x5 pixels): for blur.
[[nodiscard]] Image sharpened(const Image& image);

/// Whether some rows cross what may be a finder pattern (dark and light runs of 1:1:3:1:1): cheap (a tenth of
/// a millisecond), and true for nearly every picture that holds a QR code of at least 2 pixels a module. Also
/// true for some that hold none.
[[nodiscard]] bool looks_like_code(const LuminanceView& picture);

}  // namespace sango::card
