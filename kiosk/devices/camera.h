#pragma once

#include "shared/base/result.h"
#include "shared/card/picture.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sango::devices {

enum class PixelFormat : std::uint8_t { grey, yuyv };

/// One picture from a camera.
struct Frame {
    PixelFormat format = PixelFormat::grey;
    int width = 0;       ///< pixels
    int height = 0;      ///< pixels
    int row_stride = 0;  ///< bytes
    std::vector<std::uint8_t> data;

    /// Brightness, straight from the camera's bytes; valid as long as the frame.
    [[nodiscard]] card::LuminanceView luminance() const {
        return {data.data(), width, height, row_stride, format == PixelFormat::yuyv ? 2 : 1};
    }
};

/// For drawing: 8 bits each of red, green, blue, alpha; width * height * 4 bytes, rows without gaps.
[[nodiscard]] std::vector<std::uint8_t> to_rgba(const Frame& frame);

/// Where frames come from. Used by one thread at a time.
class Camera {
public:
    virtual ~Camera() = default;
    /// The newest frame that was not given yet; nullopt if none came within `timeout`. Error: `camera_gone`,
    /// after which this camera gives nothing more.
    [[nodiscard]] virtual Result<std::optional<Frame>> next(std::chrono::milliseconds timeout) = 0;
};

struct CameraSettings {
    std::string device = "/dev/video0";
    int width = 1280;  ///< pixels; the camera may choose its nearest
    int height = 720;
};

/// A Video4Linux camera that gives YUYV or GREY, memory-mapped. Errors: `camera_missing` (no such device),
/// `camera_busy` (in use by another program), `camera_denied` (no permission), `camera_unsuitable` (no
/// capture device, or neither of those formats).
[[nodiscard]] Result<std::unique_ptr<Camera>> open_camera(const CameraSettings& settings);

}  // namespace sango::devices
