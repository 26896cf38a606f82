#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sango::devices {

/// Turns key events into what a scanner typed, on a keyboard of US layout as scanners have by default. Pure.
class ScannerKeys {
public:
    /// `code` is a KEY_ constant of linux/input-event-codes.h; `value` 1 pressed, 0 let go, 2 repeated. A
    /// whole line, without its Enter, when Enter is pressed and something stands before it. A line longer
    /// than 4,096 characters is dropped.
    [[nodiscard]] std::optional<std::string> key(std::uint16_t code, std::int32_t value);

private:
    std::string line_;
    int shifts_ = 0;  // how many shift keys are down, as a set of two bits
};

/// A barcode scanner that types (keyboard wedge), read directly and grabbed, so that its keys reach neither
/// the input method nor any text field. Used by one thread at a time.
class ScannerDevice {
public:
    virtual ~ScannerDevice() = default;
    /// The next scan; nullopt if none came within `timeout`. Error: `scanner_gone`.
    [[nodiscard]] virtual Result<std::optional<std::string>> next(std::chrono::milliseconds timeout) = 0;
};

/// `device` is an event device, best by its stable name: "/dev/input/by-id/usb-...-event-kbd". Errors:
/// `scanner_missing`, `scanner_denied`, `scanner_unsuitable` (no keyboard), `scanner_busy` (grabbed by
/// another).
[[nodiscard]] Result<std::unique_ptr<ScannerDevice>> open_scanner(const std::string& device);

}  // namespace sango::devices
