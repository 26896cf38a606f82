#include "kiosk/devices/attention.h"

#include <algorithm>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using namespace sango;
using devices::Attention;

namespace {

// A small picture: what is looked at is a share of it, not its pixels.
constexpr int kWidth = 320;
constexpr int kHeight = 180;
constexpr std::size_t kPixels = std::size_t{kWidth} * kHeight;

/// A desk under a camera: grey, with the camera's own noise, and perhaps a card of black and white squares.
class Desk {
public:
    Desk() {
        std::mt19937 random(7);
        for (int& one : noise_) {
            one = -18;
            for (int i = 0; i < 4; ++i) one += static_cast<int>(random() % 10);
        }
    }
    [[nodiscard]] card::LuminanceView frame(int light = 120) {
        shift_ = (shift_ * 5 + 12'345) % kShifts;
        for (std::size_t i = 0; i < kPixels; ++i)
            pixels_[i] = static_cast<std::uint8_t>(light + noise_[i + shift_]);
        for (int y = 0; y < card_; ++y)
            for (int x = 0; x < card_; ++x)
                pixels_[static_cast<std::size_t>(60 + y) * kWidth + static_cast<std::size_t>(120 + x)] =
                    static_cast<std::uint8_t>((x / 2 + y / 2) % 2 == 0 ? 40 : 200);
        return {pixels_.data(), kWidth, kHeight, kWidth, 1};
    }
    void put_card(int pixels) { card_ = pixels; }

private:
    static constexpr std::size_t kShifts = 50'000;
    std::vector<int> noise_ = std::vector<int>(kPixels + kShifts);
    std::vector<std::uint8_t> pixels_ = std::vector<std::uint8_t>(kPixels);
    std::size_t shift_ = 1;
    int card_ = 0;
};

}  // namespace

TEST_CASE("a desk on which nothing moves is searched more and more rarely") {
    Desk desk;
    Attention attention(5);
    int searched = 0;
    int hard = 0;
    const auto pixels = desk.frame();
    for (int i = 0; i < 1'800; ++i) {  // a minute
        const auto effort = attention.next(pixels);
        searched += effort.has_value();
        hard += effort == card::Effort::hard;
    }
    CHECK(searched >= Attention::kAwake);
    CHECK(searched < 70);
    CHECK(hard < 20);
}

TEST_CASE("the camera's own noise and a lamp that dims wake nobody") {
    Desk desk;
    Attention attention(5);
    int searched = 0;
    for (int i = 0; i < 200; ++i) searched += attention.next(desk.frame(120 + i % 20)).has_value();
    CHECK(searched < Attention::kAwake + 5);
}

TEST_CASE("a card that is held up is searched for in the very same frame, and hard within five") {
    for (const int card : {16, 40, 100}) {
        CAPTURE(card);
        Desk desk;
        Attention attention(5);
        for (int i = 0; i < 100; ++i) (void)attention.next(desk.frame());
        REQUIRE_FALSE(attention.next(desk.frame()).has_value());
        desk.put_card(card);
        CHECK(attention.next(desk.frame()).has_value());
        bool hard = false;
        for (int i = 0; i < 5; ++i) hard = attention.next(desk.frame()) == card::Effort::hard || hard;
        CHECK(hard);
        desk.put_card(0);
        CHECK(attention.next(desk.frame()).has_value());
    }
}

TEST_CASE("what is read goes on being looked at, however still it lies") {
    Desk desk;
    desk.put_card(50);
    const auto pixels = desk.frame();
    Attention attention(5);
    for (int i = 0; i < 500; ++i) {
        REQUIRE(attention.next(pixels).has_value());
        attention.found();
    }
}

TEST_CASE("pictures too small to hold a code do no harm") {
    const std::vector<std::uint8_t> pixels(100, 1);
    Attention attention(5);
    for (int i = 0; i < 100; ++i) (void)attention.next({pixels.data(), 10, 10, 10, 1});
    (void)attention.next({});
}
