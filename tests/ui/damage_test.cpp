#include "kiosk/platform/damage.h"

#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"
#include "tests/ui/stage.h"

#include <algorithm>

#include <imgui.h>

namespace sango::platform {
namespace {

/// Forty tiles of people, and a clock.
struct House {
    std::string clock = "14:05";
    std::string last_name = "髙橋";
    ui::test::Stage stage{[this](ui::Context& ui) {
        for (int i = 0; i < 40; ++i) {
            const ui::Rect at{static_cast<float>(i % 8 * 150 + 20), static_cast<float>(i / 8 * 120 + 80), 140,
                              110};
            ui::card(ui, at);
            (void)ui::button(ui, "tile." + std::to_string(i), at.inset(20), i == 32 ? last_name : "髙橋");
        }
        ui::text(ui, "clock", {1100, 10, 160, 40}, clock);
    }};
    Damage damage;

    std::vector<PixelRect> next(std::uint32_t ground = 1, std::uint64_t glyphs = 1) {
        return damage.next(*ImGui::GetDrawData(), 1280, 800, {ground, glyphs, {}});
    }
};

int area(const std::vector<PixelRect>& rects) {
    int sum = 0;
    for (const PixelRect& rect : rects) sum += rect.w * rect.h;
    return sum;
}

bool covers(const std::vector<PixelRect>& rects, int x, int y) {
    for (const PixelRect& rect : rects)
        if (x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h) return true;
    return false;
}

}  // namespace

TEST_CASE("the first frame is drawn whole, and the same frame again not at all") {
    House house;
    house.stage.hand.settle();
    CHECK(house.next() == std::vector<PixelRect>{{0, 0, 1280, 800}});
    house.stage.frame();
    CHECK(house.next().empty());
}

TEST_CASE("when only the minute turns, only the clock is drawn") {
    House house;
    house.stage.hand.settle();
    (void)house.next();
    house.clock = "14:06";
    house.stage.frame();
    const auto rects = house.next();
    CHECK(area(rects) > 0);
    CHECK(area(rects) < 160 * 96);
    for (const PixelRect& rect : rects) CHECK(rect.x >= 1088);
}

TEST_CASE("two changes far apart are two parts, not all that lies between") {
    House house;
    house.stage.hand.settle();
    (void)house.next();
    house.clock = "14:06";
    house.last_name = "𠮷田";
    house.stage.frame();
    const auto rects = house.next();
    CHECK(rects.size() >= 2);
    CHECK(rects.size() <= Damage::kMostRects);
    CHECK(covers(rects, 90, 615));
    CHECK(std::ranges::any_of(rects, [](const PixelRect& rect) { return rect.x >= 1088 && rect.y < 64; }));
    CHECK_FALSE(covers(rects, 640, 320));
}

TEST_CASE("another light, other glyphs or another size draw everything anew") {
    House house;
    house.stage.hand.settle();
    (void)house.next();
    CHECK(area(house.next(2)) == 1280 * 800);
    CHECK(area(house.next(2, 2)) == 1280 * 800);
    CHECK(house.damage.next(*ImGui::GetDrawData(), 1281, 800, {2, 2, {}}) ==
          std::vector<PixelRect>{{0, 0, 1281, 800}});
}

}  // namespace sango::platform
