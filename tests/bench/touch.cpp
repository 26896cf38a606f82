#include "kiosk/app/kiosk.h"
#include "kiosk/platform/offscreen.h"
#include "kiosk/platform/renderer.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/hand.h"
#include "shared/base/assets.h"
#include "shared/card/barcode.h"
#include "tests/bench/cards.h"
#include "tests/bench/measure.h"

#include <thread>

#include <fmt/format.h>

namespace sango::bench {
namespace {

/// The kiosk as the window's loop drives it, on a surface without a window.
class Screen {
public:
    explicit Screen(const std::filesystem::path& data)
        : kiosk_({data, assets_folder()}, clock_, system_random(), {}),
          surface_(must(platform::Offscreen::open(1280, 800))),
          words_(must(ui::Words::load(assets_folder() / "text"))),
          fonts_(must(ui::Fonts::open(ui::debian_fonts()))),
          renderer_(must(platform::Renderer::open())),
          ui_(fonts_, words_),
          hand_(ui_, [this] { frame(); }) {
        until_rest();
    }

    /// Until nothing is under way and nothing more is to be drawn: what was touched stands in the picture.
    void until_rest() {
        bool changed = true;
        while (changed || ui_.another_frame()) {
            frame();
            picture();
            changed = false;
            while (!kiosk_.idle()) {
                changed = kiosk_.take_views() || changed;
                std::this_thread::yield();
            }
            changed = kiosk_.take_views() || changed;
        }
    }
    void tap(std::string_view id) {
        if (const auto tapped = hand_.tap(id); !tapped.ok())
            throw std::runtime_error(tapped.error().message.en);
    }
    void type(std::string_view id, std::string_view text) {
        if (const auto typed = hand_.type(id, text); !typed.ok())
            throw std::runtime_error(typed.error().message.en);
    }
    app::Kiosk& kiosk() { return kiosk_; }

private:
    void frame() {
        kiosk_.take_views();
        ui::run_frame(ui_, 1280, 800, [this](ui::Context& ui) { kiosk_.draw(ui); });
    }
    void picture() {
        renderer_.draw(ui_, 1280, 800);
        surface_.finish();
    }

    SystemClock machine_;
    HandClock clock_{*parse_instant("2026-11-21T14:05:00+09:00")};
    ui::Session session_;
    app::Kiosk kiosk_;
    platform::Offscreen surface_;
    ui::Words words_;
    ui::Fonts fonts_;
    platform::Renderer renderer_;
    ui::Context ui_;
    ui::Hand hand_;
};

}  // namespace

/// From a touch to the picture that shows what it did: the clinic thread's answer, the frame, the pixels. On
/// the care screen of a full house (the busiest), by software OpenGL; and from a camera's frame to the
/// verdict.
void touch_to_picture(const Places& places) {
    Screen screen(places.clinic);
    screen.tap("rail.care");
    screen.until_rest();
    Samples touches;
    const char* const taps[] = {"care.kind.temperature", "care.tile.1", "care.view.notes",
                                "care.view.timeline",    "care.tile.0", "care.kind.milk",
                                "care.preset.80"};
    for (int round = 0; round < 20; ++round)
        for (const char* id : taps)
            touches.add(milliseconds([&] {
                screen.tap(id);
                screen.until_rest();
            }));
    print(
        {"touch to picture, care, median", ms(touches.median()), "-", "-", "-", "33 ms (p99)", touches.n()});
    print({"touch to picture, care, p99", ms(touches.p99()), "-", "-", "-", "33 ms (p99)", touches.n()});

    Samples keys;
    screen.tap("care.kind.text");
    screen.until_rest();
    for (int i = 0; i < 60; ++i)
        keys.add(milliseconds([&] {
            screen.type(i == 0 ? "care.text" : "", "あ");
            screen.until_rest();
        }));
    print({"key to picture, care, p99", ms(keys.p99()), "-", "-", "-", "33 ms (p99)", keys.n()});

    Samples scans;
    for (std::uint64_t i = 0; i < 30; ++i) {
        card::Shot shot;
        shot.turn = static_cast<double>(i * 12);
        shot.blur = 0.6;
        shot.noise = 6;
        shot.seed = i;
        const card::Image image = card::photograph(must(card::make_qr(card_text(i))), shot);
        scans.add(milliseconds([&] {
            if (auto code = card::find_code(image.view(), card::Effort::fast))
                screen.kiosk().scanned(std::move(*code));
            screen.until_rest();
        }));
    }
    print({"card in the frame to its answer shown", ms(scans.median()), "-", "-", "-", "33 ms", scans.n()});
}

}  // namespace sango::bench
