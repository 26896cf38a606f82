#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace sango::platform {

/// Three bytes a pixel (red, green, blue), rows from the top.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

/// Writes a PNG; folders on the way are made. Fails ("not_written").
Result<> write_png(const std::filesystem::path& file, const Image& image);

}  // namespace sango::platform
