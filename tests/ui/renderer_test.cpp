#include "kiosk/platform/renderer.h"

#include "kiosk/platform/offscreen.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/picture.h"
#include "kiosk/ui/text.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/stage.h"

#include <fstream>

namespace sango::platform {
namespace {

ui::Color pixel(const Image& image, int x, int y) {
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) *
        3;
    return {image.rgb[at], image.rgb[at + 1], image.rgb[at + 2], 255};
}

/// A surface, and what draws on it; the surface outlives the renderer.
struct Easel {
    Result<Offscreen> surface = Offscreen::open(320, 200);
    ui::Session session;
    Result<ui::Fonts> fonts = ui::Fonts::open(ui::debian_fonts());
    Result<Renderer> renderer = Renderer::open();
    ui::Words words;

    Image draw(ui::Context& ui, const std::function<void(ui::Context&)>& screen) {
        ui::run_frame(ui, 320, 200, screen);
        renderer->draw(ui, 320, 200);
        return surface->pixels();
    }
};

}  // namespace

TEST_CASE("a frame is drawn without any display: ground, card and words in the theme's colours") {
    Easel easel;
    REQUIRE(easel.surface.ok());
    REQUIRE(easel.renderer.ok());
    ui::Context ui(*easel.fonts, easel.words);
    const auto screen = [](ui::Context& c) {
        ui::fill(c, {100, 100, 400, 300}, c.theme().primary.fill);
        ui::text(c, "t", {420, 100, 200, 60}, "１■■", {.type = ui::Type::money});
    };
    const Image day = easel.draw(ui, screen);
    CHECK(pixel(day, 5, 5) == ui::day_theme().ground);
    CHECK(pixel(day, 50, 50) == ui::day_theme().primary.fill);
    bool inked = false;
    for (int x = 210; x < 300; ++x)
        for (int y = 50; y < 80; ++y) inked = inked || pixel(day, x, y) == ui::day_theme().ink;
    CHECK(inked);
    ui.night = true;
    CHECK(pixel(easel.draw(ui, screen), 5, 5) == ui::night_theme().ground);
}

TEST_CASE("a camera picture is drawn, and drawn anew when its number changes") {
    Easel easel;
    REQUIRE(easel.renderer.ok());
    ui::Context ui(*easel.fonts, easel.words);
    ui::Picture seen{.width = 4, .height = 4, .luminance = std::vector<std::uint8_t>(16, 200), .serial = 1};
    const auto screen = [&](ui::Context& c) { ui::picture(c, "camera", {0, 0, 1280, 800}, seen, "カメラ"); };
    CHECK(pixel(easel.draw(ui, screen), 160, 100) == ui::Color{200, 200, 200, 255});
    seen.luminance.assign(16, 40);
    CHECK(pixel(easel.draw(ui, screen), 160, 100) == ui::Color{200, 200, 200, 255});
    seen.serial = 2;
    CHECK(pixel(easel.draw(ui, screen), 160, 100) == ui::Color{40, 40, 40, 255});
}

TEST_CASE("a picture of the screen is written as PNG, folders included; what cannot be written says so") {
    const sango::test::TempFolder folder;
    const Image image{2, 1, {255, 0, 0, 0, 0, 255}};
    const auto file = folder.path() / "a/b.png";
    REQUIRE(write_png(file, image).ok());
    std::ifstream in(file, std::ios::binary);
    std::string head(8, '\0');
    in.read(head.data(), 8);
    CHECK(head == "\x89PNG\r\n\x1A\n");
    CHECK(write_png("/dev/null/none.png", image).error().code == "not_written");
    CHECK(write_png(file, Image{2, 2, {0}}).error().code == "not_written");
}

}  // namespace sango::platform
