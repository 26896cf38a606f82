#include "kiosk/app/window_loop.h"

#include "kiosk/devices/wedge.h"
#include "kiosk/ui/frame.h"
#include "shared/base/text.h"

#include <utility>

namespace sango::app {
namespace {

using std::chrono::milliseconds;

/// What the hand typed outside every field may be a wedge scanner's.
void feed_wedge(devices::Wedge& wedge, const ui::Context& ui, Kiosk& kiosk, milliseconds now) {
    if (ui.typing()) return;
    for (const char32_t point : code_points(ui.input().typed)) (void)wedge.character(point, now);
    if (!ui.input().enter) return;
    if (auto scan = wedge.enter(now).scan) kiosk.scanned(std::move(*scan));
}

}  // namespace

void run_window(ui::Context& ui, platform::Window& window, platform::Renderer& renderer, Kiosk& kiosk,
                const Clock& clock, RunQueue& from_devices) {
    devices::Wedge wedge;
    auto minute = std::chrono::floor<std::chrono::minutes>(clock.now());
    bool another = true;
    while (!window.closed()) {
        if (another)
            window.poll();
        else
            window.wait(ui.next_frame_in());
        for (const auto& task : from_devices.take()) task();
        kiosk.take_views();
        if (const auto now = std::chrono::floor<std::chrono::minutes>(clock.now()); now != minute) {
            minute = now;
            kiosk.tick();
        }
        window.begin_frame(ui);
        ui::run_frame(ui, static_cast<float>(window.width()), static_cast<float>(window.height()),
                      [&](ui::Context& content) { kiosk.draw(content); });
        feed_wedge(wedge, ui, kiosk, clock.steady());
        renderer.draw(ui, window.width(), window.height());
        window.present();
        another = ui.another_frame();
    }
}

}  // namespace sango::app
