#pragma once

#include "shared/card/picture.h"

#include <string>
#include <vector>

namespace sango::card {

/// What zbar finds in the picture, where ZXing found nothing: the bytes of each QR code. Slower than ZXing
/// by some times, and it finds some of what the other misses.
[[nodiscard]] std::vector<std::string> second_opinion(const Image& image);

}  // namespace sango::card
