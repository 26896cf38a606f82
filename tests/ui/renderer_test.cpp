#include "kiosk/platform/renderer.h"

#include "kiosk/platform/offscreen.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/picture.h"
#include "kiosk/ui/text.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/stage.h"

#include <fstream>
#include <random>

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

TEST_CASE("a frame of which only the changed part is drawn is the frame drawn whole, pixel by pixel") {
    Easel easel;
    REQUIRE(easel.renderer.ok());
    ui::Context ui(*easel.fonts, easel.words);
    std::minstd_rand dice(11);
    const auto any = [&](int below) { return static_cast<float>(dice() % static_cast<unsigned>(below)); };
    struct Patch {
        ui::Rect at;
        ui::Color colour;
        std::string words;
    };
    std::vector<Patch> patches;
    const auto screen = [&](ui::Context& c) {
        for (const Patch& patch : patches) {
            ui::fill(c, patch.at, patch.colour, 12);
            ui::outline(c, patch.at.inset(3), c.theme().ink, 8, 1.5F);
            ui::text(c, "", patch.at, patch.words, {.type = ui::Type::body});
        }
    };
    for (int turn = 0; turn < 60; ++turn) {
        const Patch patch{{any(1200), any(700), 20 + any(500), 20 + any(300)},
                          {static_cast<std::uint8_t>(any(256)), static_cast<std::uint8_t>(any(256)), 90,
                           static_cast<std::uint8_t>(128 + any(128))},
                          turn % 3 == 0 ? "髙橋 𠮷" : "14:05"};
        if (patches.size() > 4 && turn % 2 == 0)
            patches[static_cast<std::size_t>(any(4))] = patch;
        else if (patches.size() > 6)
            patches.erase(patches.begin() + 2);
        else
            patches.push_back(patch);
        if (turn % 13 == 12) ui.night = !ui.night;
        const Image in_parts = easel.draw(ui, screen);
        easel.renderer->draw(ui, 320, 199);  // of another size: nothing of what stands can be kept
        const Image whole = easel.draw(ui, screen);
        CHECK(in_parts.rgb == whole.rgb);
    }
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
