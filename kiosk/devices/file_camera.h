#pragma once

#include "kiosk/devices/camera.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>

namespace sango::devices {

/// The camera's twin for tests and play scripts: each picture held in front of it is one frame (or several).
/// `hold` and `pull_out` may be called from any thread.
class FileCamera final : public Camera {
public:
    /// The frames of one picture, `times` of them. Errors: those of card::read_image.
    Result<Done> hold(const std::filesystem::path& picture, int times = 1);
    void hold(Frame frame, int times = 1);
    /// From now on the camera is gone.
    void pull_out();
    /// How many frames wait to be taken.
    [[nodiscard]] std::size_t waiting() const;

    [[nodiscard]] Result<std::optional<Frame>> next(std::chrono::milliseconds timeout) override;

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Frame> frames_;
    bool gone_ = false;
};

}  // namespace sango::devices
