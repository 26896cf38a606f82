// sango-gallery --out DIR [PAGE]: every widget in every state, day and night, in both languages, at two
// sizes.

#include "kiosk/platform/gl.h"
#include "kiosk/platform/offscreen.h"
#include "kiosk/platform/renderer.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/hand.h"
#include "tests/gallery/pages.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

#include <fmt/format.h>

namespace sango::gallery {

std::span<const Page> pages() {
    static constexpr Page kPages[] = {{"checkin", checkin}, {"care", care},       {"report", report},
                                      {"night", night},     {"buttons", buttons}, {"fields", fields},
                                      {"confirm", confirm}, {"curves", curves}};
    return kPages;
}

namespace {

double milliseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

int draw_all(int width, int height, const std::filesystem::path& out, std::string_view only) {
    const auto start = std::chrono::steady_clock::now();
    auto surface = platform::Offscreen::open(width, height);
    if (!surface) return std::fprintf(stderr, "%s\n", surface.error().message.en.c_str()), 1;
    const double surface_ms = milliseconds_since(start);
    const ui::Session session;
    auto fonts = ui::Fonts::open(ui::debian_fonts());
    if (!fonts) return std::fprintf(stderr, "%s\n", fonts.error().message.en.c_str()), 1;
    const double fonts_ms = milliseconds_since(start);
    auto renderer = platform::Renderer::open();
    if (!renderer) return std::fprintf(stderr, "%s\n", renderer.error().message.en.c_str()), 1;
    const double renderer_ms = milliseconds_since(start);
    const ui::Words words;
    bool first = true;
    for (const Page& page : pages()) {
        if (!only.empty() && only != page.name) continue;
        for (const bool night : {false, true})
            for (const ui::Language language : {ui::Language::ja, ui::Language::en}) {
                ui::Context ui(*fonts, words);
                ui.night = night;
                ui.language = language;
                const auto frame = [&] {
                    ui::run_frame(ui, static_cast<float>(width), static_cast<float>(height), page.draw);
                    renderer->draw(ui, width, height);
                };
                frame();
                if (first) {
                    (void)surface->pixels();
                    fmt::print(
                        "{}x{} surface {:.0f} ms, fonts {:.0f} ms, renderer {:.0f} ms, first frame {:.0f} "
                        "ms\n",
                        width, height, surface_ms, fonts_ms, renderer_ms, milliseconds_since(start),
                        static_cast<double>(std::clock()) * 1000.0 / CLOCKS_PER_SEC);
                    first = false;
                }
                frame();
                frame();
                // The ring of the keyboard, on something in the middle of the page.
                ui::Hand hand(ui, frame);
                for (int i = 0; page.name == "buttons" && i < 14; ++i) (void)hand.key("tab");
                const std::clock_t before = std::clock();
                for (int i = 0; i < 10; ++i) {
                    frame();
                    glFinish();
                }
                const double each = static_cast<double>(std::clock() - before) * 100.0 / CLOCKS_PER_SEC;
                const std::string name = fmt::format("{}_{}_{}_{}", page.name, night ? "night" : "day",
                                                     ui::language_code(language), width);
                fmt::print("{} {:.1f} ms of processor a frame, {} glyphs\n", name, each,
                           fonts->glyph_count());
                for (const std::string& twice : ui.registry().duplicates())
                    fmt::print("  twice: {}\n", twice);
                if (auto wrote = platform::write_png(out / (name + ".png"), surface->pixels()); !wrote)
                    return std::fprintf(stderr, "%s\n", wrote.error().message.en.c_str()), 1;
            }
    }
    return 0;
}

}  // namespace
}  // namespace sango::gallery

int main(int count, char** arguments) {
    if (count < 3 || std::string_view(arguments[1]) != "--out")
        return std::fprintf(stderr, "sango-gallery --out DIR [PAGE]\n"), 2;
    const std::string_view only = count > 3 ? arguments[3] : "";
    const int small = sango::gallery::draw_all(1280, 800, arguments[2], only);
    return small != 0 ? small : sango::gallery::draw_all(1920, 1080, arguments[2], only);
}
