#pragma once

#include "kiosk/app/kiosk.h"
#include "kiosk/app/run_queue.h"
#include "kiosk/devices/scanner.h"
#include "shared/base/clock.h"

#include <memory>
#include <string>

namespace sango::app {

/// Starts the live camera. A code that comes into the picture goes to the desk; a small grey picture of what
/// the camera sees is shown while the desk is on the screen, at most eight times a second; trouble is said
/// there in words. Everything reaches the kiosk through `to_ui`, which wakes the loop. `to_ui` and `kiosk`
/// outlive what is returned.
[[nodiscard]] std::unique_ptr<devices::ScanWorker> start_camera(const std::string& device, const Clock& clock,
                                                                RunQueue& to_ui, Kiosk& kiosk);

/// Every n-th pixel of the frame, so that the picture is at most `width` wide; `serial` as given.
[[nodiscard]] ui::Picture preview(const devices::Frame& frame, int width, std::uint64_t serial);

}  // namespace sango::app
