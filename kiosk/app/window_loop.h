#pragma once

#include "kiosk/app/kiosk.h"
#include "kiosk/devices/camera.h"
#include "kiosk/platform/renderer.h"
#include "kiosk/platform/window.h"
#include "shared/base/clock.h"

namespace sango::app {

/// Runs the kiosk in its window until it is closed. Sleeps while nothing changes: a frame is drawn after
/// input, after a view from the clinic thread or a code from a device (`from_devices`, run here), when the
/// minute turns, and while something settles.
void run_window(ui::Context& ui, platform::Window& window, platform::Renderer& renderer, Kiosk& kiosk,
                const Clock& clock, RunQueue& from_devices);

}  // namespace sango::app
