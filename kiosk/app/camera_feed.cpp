#include "kiosk/app/camera_feed.h"

#include <algorithm>
#include <utility>

namespace sango::app {
namespace {

constexpr int kPreviewWidth = 330;
constexpr std::chrono::milliseconds kBetweenPreviews{125};

}  // namespace

ui::Picture preview(const devices::Frame& frame, int width, std::uint64_t serial) {
    const card::LuminanceView from = frame.luminance();
    const int step = std::max(1, (from.width + width - 1) / width);
    ui::Picture picture;
    picture.width = from.width / step;
    picture.height = from.height / step;
    picture.serial = serial;
    picture.luminance.reserve(static_cast<std::size_t>(picture.width) *
                              static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            picture.luminance.push_back(from.data[y * step * from.row_stride + x * step * from.pixel_stride]);
    return picture;
}

std::unique_ptr<devices::ScanWorker> start_camera(const std::string& device, const Clock& clock,
                                                  RunQueue& to_ui, Kiosk& kiosk) {
    devices::ScanCallbacks callbacks;
    callbacks.on_code = [&to_ui, &kiosk](std::string text) {
        to_ui.post([&kiosk, text = std::move(text)] { kiosk.scanned(text); });
    };
    callbacks.on_frame = [&to_ui, &kiosk, &clock, shown = std::chrono::milliseconds(-1000),
                          serial =
                              std::uint64_t{0}](const std::shared_ptr<const devices::Frame>& frame) mutable {
        if (!kiosk.wants_camera() || clock.steady() - shown < kBetweenPreviews) return;
        shown = clock.steady();
        to_ui.post(
            [&kiosk, picture = preview(*frame, kPreviewWidth, ++serial)] { kiosk.camera_shows(picture); });
    };
    callbacks.on_trouble = [&to_ui, &kiosk](const Error& trouble) {
        to_ui.post([&kiosk, trouble] { kiosk.camera_failed(trouble.message); });
    };
    callbacks.on_ready = [&to_ui, &kiosk] { to_ui.post([&kiosk] { kiosk.camera_failed(std::nullopt); }); };
    return std::make_unique<devices::ScanWorker>(
        [device] { return devices::open_camera({.device = device}); }, clock, std::move(callbacks));
}

}  // namespace sango::app
