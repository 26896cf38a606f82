#include "kiosk/ui/frame.h"

#include "kiosk/platform/offscreen.h"
#include "kiosk/platform/renderer.h"
#include "kiosk/screens/frame.h"
#include "shared/base/assets.h"
#include "tests/bench/measure.h"
#include "tests/sample_views/sample_views.h"

namespace sango::bench {

/// One frame of the board at its fullest, 60 rows and 56 days, by software OpenGL: built, drawn, and there as
/// pixels. Half of the rows scroll by; then with someone being placed.
void board_framed(const Places&) {
    const ui::Session session;
    auto surface = must(platform::Offscreen::open(1280, 800));
    const ui::Words words = must(ui::Words::load(assets_folder() / "text"));
    ui::Fonts fonts = must(ui::Fonts::open(ui::debian_fonts()));
    platform::Renderer renderer = must(platform::Renderer::open());
    ui::Context ui(fonts, words);
    screens::KioskView view = sample::kiosk();
    view.board = sample::crowded_board(60, 56);
    screens::KioskState state;
    state.frame.screen = screens::Screen::board;
    state.board.extent = screens::BoardState::Extent::eight_weeks;
    const auto frame = [&] {
        ui::run_frame(ui, 1280, 800,
                      [&](ui::Context& inner) { (void)screens::draw_frame(inner, view, state); });
        renderer.draw(ui, 1280, 800);
        surface.finish();
    };
    const auto measured = [&](const char* what) {
        for (int i = 0; i < 10; ++i) frame();
        Samples frames;
        for (int i = 0; i < 200; ++i) {
            ui.memory("board.rows.scroll") = static_cast<float>(i * 8);
            frames.add(milliseconds(frame));
        }
        print({what, ms(frames.median()), "-", "-", "-", "16 ms", frames.n()});
        print({std::string(what) + ", p99", ms(frames.p99()), "-", "-", "-", "-", frames.n()});
    };
    measured("board, 60 rows x 56 days: a frame while scrolling");
    view.board.candidate = sample::board_placing().candidate;
    measured("the same with someone being placed");
}

}  // namespace sango::bench
