#pragma once

#include "kiosk/devices/evdev_wedge.h"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace sango::app {

/// Opens the scanner; called again every few seconds while there is none.
using ScannerSource = std::function<Result<std::unique_ptr<devices::ScannerDevice>>()>;

/// A thread that holds a barcode scanner for the kiosk alone (evdev_wedge.h): what it types reaches no text
/// field, no input method and no other program. Where there is none to be had, its keys come through the
/// window, told from a person's by their speed (wedge.h). Ends within 0.2 s.
class ScannerFeed {
public:
    /// `scanned` is called on this thread.
    ScannerFeed(ScannerSource source, std::function<void(std::string)> scanned);
    ScannerFeed(const ScannerFeed&) = delete;
    ScannerFeed& operator=(const ScannerFeed&) = delete;

private:
    void run(const std::stop_token& stop);

    ScannerSource source_;
    std::function<void(std::string)> scanned_;
    std::jthread thread_;  // last: starts when everything else is there
};

}  // namespace sango::app
