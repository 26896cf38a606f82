#include "kiosk/ui/fonts.h"

#include "kiosk/ui/imgui_compat.h"
#include "kiosk/ui/text.h"
#include "shared/base/text.h"
#include "tests/ui/stage.h"

#include <cmath>

namespace sango::ui {

TEST_CASE("a text's glyphs are there in the very frame that first shows it") {
    std::string words = "山田";
    test::Stage stage([&](Context& ui) { text(ui, "t", {0, 0, 400, 30}, words); });
    stage.frame();
    const std::size_t before = stage.ui.fonts().glyph_count();
    CHECK(before == 2);
    words = "𠮷野 葛󠄀﨑髙";
    stage.frame();
    CHECK(stage.ui.fonts().glyph_count() == before + 5);
    CHECK(stage.ui.fonts().lacking().empty());
    stage.frame();
    CHECK(stage.ui.fonts().glyph_count() == before + 5);
}

TEST_CASE("a character no face has is drawn as a box and named") {
    test::Stage stage([](Context& ui) { text(ui, "t", {0, 0, 400, 30}, "\U00013000"); });
    stage.frame();
    CHECK(stage.ui.fonts().lacking() == U"\U00013000");
    CHECK(text_width(stage.ui, Type::body, "\U00013000") == 20);
}

TEST_CASE("full-width characters are an em wide and half-width ones half, on whole pixels") {
    for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, {1920.0F, 1080.0F}}) {
        test::Stage stage([](Context& ui) { text(ui, "t", {0, 0, 400, 30}, "山1"); }, width, height);
        stage.frame();
        const float em = stage.ui.px(text_width(stage.ui, Type::body, "山"));
        CHECK(em == doctest::Approx(std::round(em)));
        CHECK(stage.ui.px(text_width(stage.ui, Type::body, "1")) * 2 == doctest::Approx(em));
    }
}

TEST_CASE("the atlas grows when it is full, and every glyph stays drawn") {
    std::u32string points;
    test::Stage stage([&](Context& ui) {
        text(ui, "t", {0, 0, 1200, 30}, utf8(points), {.type = Type::money});
    });
    for (char32_t point = 0x4E00; point < 0x4E00 + 1200; ++point) points += point;
    stage.frame();
    stage.hand.settle();
    const AtlasView atlas = stage.ui.fonts().atlas();
    CHECK(atlas.height >= 2048);
    CHECK(stage.ui.fonts().glyph_count() >= 1200);
    CHECK(!stage.ui.another_frame());
}

TEST_CASE("without the fonts the clinic is told which package to install") {
    const Session session;
    FontFiles files = debian_fonts();
    files.regular = "/nowhere/none.ttf";
    const auto fonts = Fonts::open(files);
    REQUIRE(!fonts.ok());
    CHECK(fonts.error().code == "no_font");
    CHECK(fonts.error().message.ja.find("fonts-morisawa-bizud-gothic") != std::string::npos);
}

}  // namespace sango::ui
