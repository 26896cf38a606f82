#include "tests/card/photograph.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace sango::card {
namespace {

/// Uniform in 0 to 1, the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    double roll() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<double>(state_ >> 11) / 9007199254740992.0;
    }
    /// Nearly normal, of standard deviation 1.
    double normal() { return (roll() + roll() + roll() + roll() - 2) * std::numbers::sqrt3; }

private:
    std::uint64_t state_;
};

struct Canvas {
    int width;
    int height;
    std::vector<double> grey;
    double& at(int x, int y) { return grey[static_cast<std::size_t>(y * width + x)]; }
};

/// A Gaussian along one axis; `step` is the distance from one pixel to the next.
void blur_line(const double* in, double* out, int length, int step, const std::vector<double>& weights) {
    const int reach = static_cast<int>(weights.size() / 2);
    for (int i = 0; i < length; ++i) {
        double sum = 0;
        for (int k = -reach; k <= reach; ++k) {
            const int at = i + k < 0 ? 0 : i + k >= length ? length - 1 : i + k;
            sum += weights[static_cast<std::size_t>(k + reach)] * in[at * step];
        }
        out[i * step] = sum;
    }
}

void blur(Canvas& canvas, double sigma) {
    const int reach = static_cast<int>(std::ceil(2.5 * sigma));
    std::vector<double> weights;
    double total = 0;
    for (int i = -reach; i <= reach; ++i) {
        weights.push_back(std::exp(-i * i / (2 * sigma * sigma)));
        total += weights.back();
    }
    for (double& weight : weights) {
        weight /= total;
    }
    std::vector<double> across(canvas.grey.size());
    for (int y = 0; y < canvas.height; ++y) {
        const int row = y * canvas.width;
        blur_line(canvas.grey.data() + row, across.data() + row, canvas.width, 1, weights);
    }
    for (int x = 0; x < canvas.width; ++x) {
        blur_line(across.data() + x, canvas.grey.data() + x, canvas.height, canvas.width, weights);
    }
}

}  // namespace

Image photograph(const Modules& code, const Shot& shot) {
    Dice dice(shot.seed);
    Canvas canvas{shot.width, shot.height, {}};
    canvas.grey.resize(static_cast<std::size_t>(shot.width * shot.height));
    const double angle = shot.turn * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const double half = code.size / 2.0;
    constexpr double kQuiet = 4;
    constexpr double kCard = 10;  // the card is that many modules larger than the code
    const double phase = dice.roll() * 6;
    for (int y = 0; y < shot.height; ++y) {
        for (int x = 0; x < shot.width; ++x) {
            // Four samples a pixel, so that edges are grey as a lens makes them.
            double sum = 0;
            for (const auto& [ox, oy] : {std::pair(-.25, -.25), {.25, -.25}, {-.25, .25}, {.25, .25}}) {
                const double px = (x + ox - shot.width / 2.0) / shot.module_pixels;
                const double py = (y + oy - shot.height / 2.0) / shot.module_pixels;
                const double u0 = px * cosine + py * sine;
                const double v0 = -px * sine + py * cosine;
                // Perspective: what lies further up is further away.
                const double depth = 1 / (1 + shot.tilt * (v0 - half) / (2 * half + 2 * kQuiet));
                const double u = u0 * depth + half;
                const double v = (v0 - half) * depth + 2 * half;
                const double du = std::max(-u, u - code.size);
                const double dv = std::max(-v, v - code.size);
                const double outside = std::max(du, dv);
                double grey = 0;
                if (outside < 0) {
                    const bool dark = code.at(static_cast<int>(u), static_cast<int>(v));
                    grey = dark != shot.inverted ? shot.dark : shot.light;
                } else if (outside < kQuiet) {
                    grey = shot.inverted ? shot.dark : shot.light;
                } else if (outside < kCard) {
                    // Lines of print on the card.
                    grey = std::fmod(std::abs(v) * 1.3 + phase, 3) < 1 && std::fmod(std::abs(u), 2) < 1.2
                               ? (shot.dark + shot.light) / 2.0
                               : shot.light;
                } else {
                    grey = 110 + 30 * std::sin(x * 0.05 + phase) * std::sin(y * 0.021 + phase);  // the desk
                }
                sum += grey;
            }
            const double lost = shot.shadow * x / shot.width;
            canvas.at(x, y) = sum / 4 * (1 - lost);
        }
    }
    if (shot.blur > 0) {
        blur(canvas, shot.blur);
    }
    Image image{shot.width, shot.height, {}};
    image.pixels.reserve(canvas.grey.size());
    for (const double grey : canvas.grey) {
        const double noisy = shot.noise > 0 ? grey + shot.noise * dice.normal() : grey;
        image.pixels.push_back(static_cast<std::uint8_t>(std::clamp(noisy + 0.5, 0.0, 255.0)));
    }
    return image;
}

}  // namespace sango::card
