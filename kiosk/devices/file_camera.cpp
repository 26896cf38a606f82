#include "kiosk/devices/file_camera.h"

namespace sango::devices {

Result<Done> FileCamera::hold(const std::filesystem::path& picture, int times) {
    auto image = card::read_image(picture);
    if (!image) {
        return image.error();
    }
    hold(Frame{PixelFormat::grey, image->width, image->height, image->width, std::move(image->pixels)},
         times);
    return Done{};
}

void FileCamera::hold(Frame frame, int times) {
    const std::lock_guard lock(mutex_);
    for (int i = 0; i < times; ++i) {
        frames_.push_back(frame);
    }
    changed_.notify_all();
}

void FileCamera::pull_out() {
    const std::lock_guard lock(mutex_);
    gone_ = true;
    changed_.notify_all();
}

std::size_t FileCamera::waiting() const {
    const std::lock_guard lock(mutex_);
    return frames_.size();
}

Result<std::optional<Frame>> FileCamera::next(std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, timeout, [this] { return gone_ || !frames_.empty(); });
    if (!frames_.empty()) {
        std::optional<Frame> frame(std::move(frames_.front()));
        frames_.pop_front();
        return frame;
    }
    if (gone_) {
        return error("camera_gone",
                     "カメラが外れました。接続をご確認ください。それまでは利用者番号を入力してください。",
                     "The camera is gone. Check its cable; until then, type the user number.");
    }
    return std::optional<Frame>();
}

}  // namespace sango::devices
