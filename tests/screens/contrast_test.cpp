#include "kiosk/platform/offscreen.h"
#include "kiosk/platform/renderer.h"
#include "tests/sample_views/shown_states.h"
#include "tests/screens/kiosk_stage.h"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;

namespace {

/// The colours inside a place of the picture, with how many pixels have each.
std::map<std::uint32_t, int> colours_in(const platform::Image& image, const ui::Rect& at) {
    std::map<std::uint32_t, int> colours;
    const int left = std::max(0, static_cast<int>(at.x));
    const int right = std::min(image.width, static_cast<int>(at.right()));
    const int bottom = std::min(image.height, static_cast<int>(at.bottom()));
    for (int y = std::max(0, static_cast<int>(at.y)); y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            const std::size_t i = static_cast<std::size_t>(y * image.width + x) * 3;
            ++colours[(std::uint32_t{image.rgb[i]} << 16) | (std::uint32_t{image.rgb[i + 1]} << 8) |
                      image.rgb[i + 2]];
        }
    return colours;
}

/// The contrast of the words in `at` with their ground: the commonest colour is the ground, and what stands
/// out most from it with a few whole pixels is the ink (edges of letters are mixtures).
double contrast_in(const platform::Image& image, const ui::Rect& at) {
    const auto colours = colours_in(image, at);
    if (colours.size() < 2) return 0;
    const auto ground = std::ranges::max_element(colours, {}, [](const auto& one) { return one.second; });
    double best = 0;
    for (const auto& [colour, count] : colours)
        if (count >= 3) best = std::max(best, ui::contrast(ui::rgb(colour), ui::rgb(ground->first)));
    return best;
}

}  // namespace

TEST_CASE("at night every word of every night screen stands out from its ground by 4.5 to 1, as drawn") {
    auto surface = platform::Offscreen::open(1280, 800);
    REQUIRE(surface.ok());
    const ui::Session session;
    ui::Fonts fonts = screens::test::opened_fonts();
    const ui::Words words = screens::test::kiosk_words();
    auto renderer = platform::Renderer::open();
    REQUIRE(renderer.ok());
    std::vector<sample::ShownState> shown = sample::night_states();
    for (sample::ShownState& state : sample::safety_states()) {
        state.view.bar.now = sample::at(3, 12, 22);
        shown.push_back(std::move(state));
    }
    for (sample::ShownState& state : sample::states()) {
        const bool care = state.state.frame.screen == Screen::care && state.name.starts_with("care");
        if (!care || state.language != ui::Language::ja) continue;
        state.view.bar.now = sample::at(3, 12, 22);
        shown.push_back(std::move(state));
    }
    int measured = 0;
    for (const sample::ShownState& one : shown) {
        if (one.name == "alarm-by-day") continue;
        CAPTURE(one.name);
        ui::Context ui(fonts, words);
        KioskView view = one.view;
        KioskState state = one.state;
        const auto frame = [&] {
            ui::run_frame(ui, 1280, 800, [&](ui::Context& inner) { (void)draw_frame(inner, view, state); });
            renderer->draw(ui, 1280, 800);
        };
        ui::Hand hand(ui, frame);
        hand.settle();
        for (const sample::Touch& touch : one.touches)
            REQUIRE((touch.text.empty() ? hand.tap(touch.id) : hand.type(touch.id, touch.text)).ok());
        hand.settle();
        const platform::Image image = surface->pixels();
        for (const ui::Entry& entry : ui.registry().entries()) {
            const bool written = entry.role == ui::Role::text || entry.role == ui::Role::heading ||
                                 entry.role == ui::Role::button || entry.role == ui::Role::chip;
            if (!written || !entry.visible || entry.covered || entry.layer < ui.layer() || entry.text.empty())
                continue;
            if (entry.layer == 0 && ui.dialog_open()) continue;  // under the shade
            if (entry.seen.w < 8 || entry.seen.h < 8) continue;
            ++measured;
            CHECK_MESSAGE(contrast_in(image, entry.seen) >= 4.5, entry.id << " \"" << entry.text << "\"");
        }
    }
    CHECK(measured > 500);
}
