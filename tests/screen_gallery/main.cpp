// sango-screens-gallery --out DIR [PART OF A NAME]: the real screens in many states, from hand-made views.

#include "kiosk/platform/offscreen.h"
#include "kiosk/platform/renderer.h"
#include "kiosk/screens/frame.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/hand.h"
#include "shared/base/assets.h"
#include "tests/sample_views/shown_states.h"

#include <cstdio>

#include <fmt/format.h>

namespace sango::gallery {

using namespace sample;

namespace {

struct Surface {
    int width;
    int height;
    std::vector<ShownState> states;
};

int complain(const Error& error) {
    std::fprintf(stderr, "%s\n", error.message.en.c_str());
    return 1;
}

int draw_one(const ShownState& shown, const Surface& surface, platform::Offscreen& offscreen,
             platform::Renderer& renderer, ui::Fonts& fonts, const ui::Words& words,
             const std::filesystem::path& out) {
    ui::Context ui(fonts, words);
    ui.language = shown.language;
    screens::KioskView view = shown.view;
    screens::KioskState state = shown.state;
    const auto frame = [&] {
        ui::run_frame(ui, static_cast<float>(surface.width), static_cast<float>(surface.height),
                      [&](ui::Context& inner) { (void)screens::draw_frame(inner, view, state); });
        renderer.draw(ui, surface.width, surface.height);
    };
    ui::Hand hand(ui, frame);
    hand.settle();
    for (const Touch& touch : shown.touches) {
        const auto done = touch.text.empty() ? hand.tap(touch.id) : hand.type(touch.id, touch.text);
        if (!done) return complain(done.error());
        if (touch.then) touch.then(view);
    }
    hand.settle();
    const std::filesystem::path file = out / (shown.name + ".png");
    if (const auto written = platform::write_png(file, offscreen.pixels()); !written)
        return complain(written.error());
    for (const std::string& id : ui.registry().duplicates()) {
        std::fprintf(stderr, "%s: %s is there twice\n", shown.name.c_str(), id.c_str());
        return 1;
    }
    return 0;
}

int draw_all(const std::filesystem::path& out, std::string_view only) {
    const auto words = ui::Words::load(assets_folder() / "text");
    if (!words) return complain(words.error());
    for (const Surface& surface : {Surface{1280, 800, states()}, Surface{1920, 1080, large_states()}}) {
        auto offscreen = platform::Offscreen::open(surface.width, surface.height);
        if (!offscreen) return complain(offscreen.error());
        const ui::Session session;
        auto fonts = ui::Fonts::open(ui::debian_fonts());
        if (!fonts) return complain(fonts.error());
        auto renderer = platform::Renderer::open();
        if (!renderer) return complain(renderer.error());
        for (const ShownState& shown : surface.states) {
            if (shown.name.find(only) == std::string::npos) continue;
            if (const int failed = draw_one(shown, surface, *offscreen, *renderer, *fonts, *words, out);
                failed != 0)
                return failed;
        }
    }
    return 0;
}

}  // namespace
}  // namespace sango::gallery

int main(int argc, char** argv) {
    if (argc < 3 || std::string_view(argv[1]) != "--out") {
        std::fprintf(stderr, "sango-screens-gallery --out DIR [PART OF A NAME]\n");
        return 2;
    }
    return sango::gallery::draw_all(argv[2], argc > 3 ? argv[3] : "");
}
