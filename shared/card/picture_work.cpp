#include "shared/card/picture_work.h"

#include <algorithm>
#include <array>

namespace sango::card {
namespace {

std::size_t index(const Image& image, int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x);
}

Image sized(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
}

std::uint8_t clamp_to_byte(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

/// Whether five runs stand as 1:1:3:1:1, each within half a module and a pixel.
bool is_finder(const std::array<int, 5>& runs) {
    int total = 0;
    for (const int run : runs) {
        total += run;
    }
    if (total < 12) {
        return false;
    }
    const auto near = [total](int run,
                              int modules) {  // |run - modules * total / 7| <= total / 14 * slack + 1
        return std::abs(14 * run - 2 * modules * total) <= (modules == 3 ? 2 : 1) * total + 14;
    };
    return near(runs[0], 1) && near(runs[1], 1) && near(runs[2], 3) && near(runs[3], 1) && near(runs[4], 1);
}

/// Finder crossings in one row, dark and light told apart by the middle between the row's local extremes.
int crossings(const LuminanceView& picture, int y) {
    constexpr int kBlock = 64;
    std::array<int, 5> runs{};
    int count = 0;
    int found = 0;
    bool dark = false;
    int length = 0;
    int threshold = 0;
    for (int x = 0; x < picture.width; ++x) {
        if (x % kBlock == 0) {
            int low = 255;
            int high = 0;
            const int end = std::min(picture.width, x + 2 * kBlock);
            for (int k = std::max(0, x - kBlock); k < end; k += 2) {
                low = std::min<int>(low, picture.at(k, y));
                high = std::max<int>(high, picture.at(k, y));
            }
            threshold = high - low < 24 ? low : (low + high) / 2;
        }
        const bool now_dark = picture.at(x, y) < threshold;
        if (now_dark == dark) {
            ++length;
            continue;
        }
        std::shift_left(runs.begin(), runs.end(), 1);
        runs[4] = length;
        count = std::min(count + 1, 5);
        // Either polarity: a code may be printed light on dark.
        found += count == 5 && is_finder(runs) ? 1 : 0;
        dark = now_dark;
        length = 1;
    }
    return found;
}

}  // namespace

Image copy_of(const LuminanceView& picture) {
    Image image = sized(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            image.pixels[index(image, x, y)] = picture.at(x, y);
        }
    }
    return image;
}

Image inverted(const Image& image) {
    Image out = image;
    for (std::uint8_t& pixel : out.pixels) {
        pixel = static_cast<std::uint8_t>(255 - pixel);
    }
    return out;
}

Image halved(const Image& image) {
    Image out = sized(image.width / 2, image.height / 2);
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            const int sum = image.pixels[index(image, 2 * x, 2 * y)] +
                            image.pixels[index(image, 2 * x + 1, 2 * y)] +
                            image.pixels[index(image, 2 * x, 2 * y + 1)] +
                            image.pixels[index(image, 2 * x + 1, 2 * y + 1)];
            out.pixels[index(out, x, y)] = static_cast<std::uint8_t>((sum + 2) / 4);
        }
    }
    return out;
}

Image enlarged(const Image& image) {
    // Bilinear doubling followed by a 1:2:1 filter, in one: the nearer neighbour weighs 5, the pixel itself
    // 10, the other neighbour 1, of 16.
    Image out = sized(image.width * 2, image.height * 2);
    std::vector<int> column(static_cast<std::size_t>(image.width));  // the row between rows, times 16
    for (int y = 0; y < out.height; ++y) {
        const int near = std::clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, image.height - 1);
        const int far = std::clamp(y / 2 - (y % 2 == 0 ? -1 : 1), 0, image.height - 1);
        const std::uint8_t* here_row = &image.pixels[index(image, 0, y / 2)];
        const std::uint8_t* near_row = &image.pixels[index(image, 0, near)];
        const std::uint8_t* far_row = &image.pixels[index(image, 0, far)];
        for (std::size_t x = 0; x < column.size(); ++x) {
            column[x] = 10 * here_row[x] + 5 * near_row[x] + far_row[x];
        }
        std::uint8_t* row = &out.pixels[index(out, 0, y)];
        for (std::size_t x = 0; x < column.size(); ++x) {
            const int left = column[x == 0 ? 0 : x - 1];
            const int right = column[x + 1 == column.size() ? x : x + 1];
            const int here = 10 * column[x];
            row[2 * x] = static_cast<std::uint8_t>((here + 5 * left + right + 128) / 256);
            row[2 * x + 1] = static_cast<std::uint8_t>((here + left + 5 * right + 128) / 256);
        }
    }
    return out;
}

Image sharpened(const Image& image) {
    constexpr int kReach = 2;
    constexpr int kWindow = 2 * kReach + 1;
    // Column sums first, so that each pixel costs a handful of additions.
    std::vector<int> columns(static_cast<std::size_t>(image.width));
    Image out = image;
    for (int y = 0; y < image.height; ++y) {
        std::fill(columns.begin(), columns.end(), 0);
        for (int dy = -kReach; dy <= kReach; ++dy) {
            const int row = std::clamp(y + dy, 0, image.height - 1);
            for (int x = 0; x < image.width; ++x) {
                columns[static_cast<std::size_t>(x)] += image.pixels[index(image, x, row)];
            }
        }
        for (int x = 0; x < image.width; ++x) {
            int sum = 0;
            for (int dx = -kReach; dx <= kReach; ++dx) {
                sum += columns[static_cast<std::size_t>(std::clamp(x + dx, 0, image.width - 1))];
            }
            const int here = image.pixels[index(image, x, y)];
            out.pixels[index(out, x, y)] = clamp_to_byte(here + 2 * (here - sum / (kWindow * kWindow)));
        }
    }
    return out;
}

bool looks_like_code(const LuminanceView& picture) {
    constexpr int kEnough = 4;
    int found = 0;
    for (int y = 0; y < picture.height && found < kEnough; y += 3) {
        found += crossings(picture, y);
    }
    return found >= kEnough;
}

}  // namespace sango::card
