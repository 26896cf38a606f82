#include "kiosk/ui/theme.h"

#include <string>

#include <doctest/doctest.h>

namespace sango::ui {

TEST_CASE("every text can be read on its ground, by day and by night") {
    for (const Theme* theme : {&day_theme(), &night_theme()})
        for (const NamedPair& pair : text_pairs(*theme))
            CHECK_MESSAGE(contrast(pair.pair.fill, pair.pair.ink) >= 4.5,
                          (std::string(pair.name) + (theme->night ? " (night)" : " (day)")));
}

TEST_CASE("the contrast is WCAG's") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
    CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.478).epsilon(0.001));
    CHECK(contrast(rgb(0x123456), rgb(0x123456)) == doctest::Approx(1.0));
}

TEST_CASE("outcomes stand out from the card as shapes") {
    for (const Theme* theme : {&day_theme(), &night_theme()})
        for (const Tone tone : {Tone::good, Tone::warn, Tone::bad, Tone::accent})
            CHECK(contrast(theme->card, shape_of(*theme, tone)) >= 2.4);
}

TEST_CASE("at night nothing is brighter than the ink but an alarm") {
    const Theme& night = night_theme();
    const double most = contrast(rgb(0x000000), night.ink);
    for (const NamedPair& pair : text_pairs(night)) {
        CHECK(contrast(rgb(0x000000), pair.pair.fill) <= most);
        CHECK_MESSAGE(contrast(rgb(0x000000), pair.pair.ink) <= most, std::string(pair.name));
    }
}

TEST_CASE("each municipality of a clinic has a colour of its own") {
    for (std::size_t a = 0; a < 8; ++a)
        for (std::size_t b = a + 1; b < 8; ++b)
            CHECK(municipality_color(day_theme(), a) != municipality_color(day_theme(), b));
}

}  // namespace sango::ui
