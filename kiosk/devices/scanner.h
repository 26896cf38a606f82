#pragma once

#include "kiosk/devices/camera.h"
#include "shared/base/clock.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace sango::devices {

/// Lets a code through once while it stays in front of the camera: the same text is not new again until it
/// has not been seen for `quiet`. Another text is always new.
class Sightings {
public:
    explicit Sightings(std::chrono::milliseconds quiet) : quiet_(quiet) {}
    /// `now` is Clock::steady().
    [[nodiscard]] bool is_new(std::string_view text, std::chrono::milliseconds now);

private:
    std::chrono::milliseconds quiet_;
    std::string text_;
    std::chrono::milliseconds seen_{0};
    bool any_ = false;
};

/// Opens the camera; called again every `reopen_after` while there is none.
using CameraSource = std::function<Result<std::unique_ptr<Camera>>()>;

struct ScanSettings {
    std::chrono::milliseconds same_code_quiet{2'000};
    int hard_every = 5;  ///< every n-th searched frame without a code gets the hard pass
    std::chrono::milliseconds reopen_after{2'000};
};

/// Everything is called on the worker's thread: hand over and return. Each may be empty.
struct ScanCallbacks {
    std::function<void(std::string text)> on_code;  ///< a code's bytes, once each time it is shown
    /// Every frame that is worth a look (see Attention), before it is searched.
    std::function<void(std::shared_ptr<const Frame>)> on_frame;
    std::function<void(const Error&)> on_trouble;  ///< once each time the camera goes
    std::function<void()> on_ready;                ///< once each time it comes
};

/// A thread that pulls frames and searches those that may show something new. Stops, and joins, when
/// destroyed; a camera that is waiting for a frame is left within 100 ms.
class ScanWorker {
public:
    ScanWorker(CameraSource source, const Clock& clock, ScanCallbacks callbacks, ScanSettings settings = {});
    ~ScanWorker();
    ScanWorker(const ScanWorker&) = delete;
    ScanWorker& operator=(const ScanWorker&) = delete;

private:
    void run(const std::stop_token& stop);

    CameraSource source_;
    const Clock& clock_;
    ScanCallbacks callbacks_;
    ScanSettings settings_;
    std::jthread thread_;  // last: starts when everything else is there
};

}  // namespace sango::devices
