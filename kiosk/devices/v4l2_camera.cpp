#include "kiosk/devices/camera.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace sango::devices {
namespace {

constexpr std::uint32_t kBuffers = 4;

Error gone() {
    return error("camera_gone",
                 "カメラが外れました。接続をご確認ください。それまでは利用者番号を入力してください。",
                 "The camera is gone. Check its cable; until then, type the user number.");
}

Error unsuitable() {
    return error("camera_unsuitable",
                 "このカメラは使えません。YUYV形式に対応したUSBカメラをつないでください。",
                 "This camera cannot be used. Connect a USB camera that gives YUYV pictures.");
}

Error not_opened(int reason) {
    if (reason == EACCES || reason == EPERM) {
        return error("camera_denied", "カメラを使う権限がありません。端末の管理者にご連絡ください。",
                     "There is no permission to use the camera. Tell whoever looks after this machine.");
    }
    if (reason == EBUSY) {
        return error("camera_busy",
                     "カメラがほかのプログラムで使われています。そのプログラムを終了してください。",
                     "The camera is in use by another program. Close that program.");
    }
    return error("camera_missing",
                 "カメラが見つかりません。接続をご確認いただくか、利用者番号を入力してください。",
                 "There is no camera. Check its cable, or type the user number.");
}

int control(int device, unsigned long request, void* argument) {
    int result = 0;
    do {
        result = ::ioctl(device, request, argument);
    } while (result < 0 && errno == EINTR);
    return result;
}

/// A file descriptor that is closed when it goes.
class Device {
public:
    explicit Device(int descriptor) : descriptor_(descriptor) {}
    Device(Device&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Device& operator=(Device&&) = delete;
    ~Device() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

/// One of the driver's buffers, mapped.
class Mapping {
public:
    Mapping(int device, std::size_t length, off_t offset)
        : length_(length), start_(::mmap(nullptr, length, PROT_READ, MAP_SHARED, device, offset)) {}
    Mapping(Mapping&& other) noexcept
        : length_(other.length_), start_(std::exchange(other.start_, MAP_FAILED)) {}
    Mapping& operator=(Mapping&&) = delete;
    ~Mapping() {
        if (ok()) {
            ::munmap(start_, length_);
        }
    }
    [[nodiscard]] bool ok() const { return start_ != MAP_FAILED; }
    [[nodiscard]] const std::uint8_t* data() const { return static_cast<const std::uint8_t*>(start_); }
    [[nodiscard]] std::size_t length() const { return length_; }

private:
    std::size_t length_;
    void* start_;
};

struct Shape {
    PixelFormat format = PixelFormat::yuyv;
    int width = 0;
    int height = 0;
    int row_stride = 0;
};

/// Asks for one format; nullopt if the camera gives another one, or sizes that do not fit together.
std::optional<Shape> try_format(int device, PixelFormat format, const CameraSettings& settings) {
    const std::uint32_t fourcc = format == PixelFormat::yuyv ? V4L2_PIX_FMT_YUYV : V4L2_PIX_FMT_GREY;
    const std::uint32_t bytes = format == PixelFormat::yuyv ? 2 : 1;
    v4l2_format asked{};
    asked.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    asked.fmt.pix.width = static_cast<std::uint32_t>(settings.width);
    asked.fmt.pix.height = static_cast<std::uint32_t>(settings.height);
    asked.fmt.pix.pixelformat = fourcc;
    asked.fmt.pix.field = V4L2_FIELD_ANY;
    if (control(device, VIDIOC_S_FMT, &asked) < 0 || asked.fmt.pix.pixelformat != fourcc) {
        return std::nullopt;
    }
    const v4l2_pix_format& got = asked.fmt.pix;
    const std::uint32_t stride = got.bytesperline != 0 ? got.bytesperline : got.width * bytes;
    if (got.width < 2 || got.height < 2 || got.width > 16'384 || got.height > 16'384 ||
        stride < got.width * bytes || stride > 1'000'000) {
        return std::nullopt;
    }
    return Shape{format, static_cast<int>(got.width), static_cast<int>(got.height), static_cast<int>(stride)};
}

class V4l2Camera final : public Camera {
public:
    V4l2Camera(Device device, Shape shape, std::vector<Mapping> buffers)
        : device_(std::move(device)), shape_(shape), buffers_(std::move(buffers)) {}

    ~V4l2Camera() override {
        int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        control(device_.get(), VIDIOC_STREAMOFF, &type);
    }
    V4l2Camera(const V4l2Camera&) = delete;
    V4l2Camera& operator=(const V4l2Camera&) = delete;

    Result<std::optional<Frame>> next(std::chrono::milliseconds timeout) override {
        pollfd waiting{device_.get(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(timeout.count()));
        if (ready == 0 || (ready < 0 && errno == EINTR)) {
            return std::optional<Frame>();
        }
        if (ready < 0 || (waiting.revents & POLLIN) == 0) {
            return gone();
        }
        // Whoever was busy for longer than a frame wants the newest picture, not those that queued up.
        std::optional<Frame> newest;
        for (std::uint32_t i = 0; i < kBuffers; ++i) {
            v4l2_buffer filled{};
            filled.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
            filled.memory = V4L2_MEMORY_MMAP;
            if (control(device_.get(), VIDIOC_DQBUF, &filled) < 0) {
                if (errno == EAGAIN || errno == EIO) {  // no more, or one lost on the way
                    return newest;
                }
                return gone();
            }
            if (auto frame = copy(filled)) {
                newest = std::move(frame);
            }
            if (control(device_.get(), VIDIOC_QBUF, &filled) < 0) {
                return gone();
            }
        }
        return newest;
    }

private:
    /// The picture in a filled buffer; nullopt if the driver marks it as damaged or it is short.
    [[nodiscard]] std::optional<Frame> copy(const v4l2_buffer& filled) const {
        const std::size_t bytes =
            static_cast<std::size_t>(shape_.row_stride) * static_cast<std::size_t>(shape_.height);
        if (filled.index >= buffers_.size() || (filled.flags & V4L2_BUF_FLAG_ERROR) != 0 ||
            filled.bytesused < bytes || buffers_[filled.index].length() < bytes) {
            return std::nullopt;
        }
        const std::uint8_t* data = buffers_[filled.index].data();
        return Frame{shape_.format, shape_.width, shape_.height, shape_.row_stride, {data, data + bytes}};
    }

    Device device_;
    Shape shape_;
    std::vector<Mapping> buffers_;
};

/// The driver's buffers, mapped and queued; empty if it gives none.
std::vector<Mapping> map_buffers(int device) {
    std::vector<Mapping> mapped;
    v4l2_requestbuffers request{};
    request.count = kBuffers;
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    if (control(device, VIDIOC_REQBUFS, &request) < 0) {
        return mapped;
    }
    for (std::uint32_t i = 0; i < request.count; ++i) {
        v4l2_buffer buffer{};
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        buffer.index = i;
        if (control(device, VIDIOC_QUERYBUF, &buffer) < 0) {
            return {};
        }
        mapped.emplace_back(device, buffer.length, static_cast<off_t>(buffer.m.offset));
        if (!mapped.back().ok() || control(device, VIDIOC_QBUF, &buffer) < 0) {
            return {};
        }
    }
    return mapped;
}

}  // namespace

Result<std::unique_ptr<Camera>> open_camera(const CameraSettings& settings) {
    Device device(::open(settings.device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    if (device.get() < 0) {
        return not_opened(errno);
    }
    v4l2_capability can{};
    if (control(device.get(), VIDIOC_QUERYCAP, &can) < 0) {
        return unsuitable();
    }
    const std::uint32_t abilities =
        (can.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? can.device_caps : can.capabilities;
    if ((abilities & V4L2_CAP_VIDEO_CAPTURE) == 0 || (abilities & V4L2_CAP_STREAMING) == 0) {
        return unsuitable();
    }
    auto shape = try_format(device.get(), PixelFormat::yuyv, settings);
    if (!shape && errno == EBUSY) {
        return not_opened(EBUSY);
    }
    if (!shape) {
        shape = try_format(device.get(), PixelFormat::grey, settings);
    }
    if (!shape) {
        return unsuitable();
    }
    std::vector<Mapping> buffers = map_buffers(device.get());
    if (buffers.empty()) {
        return not_opened(errno == EBUSY ? EBUSY : ENODEV);
    }
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (control(device.get(), VIDIOC_STREAMON, &type) < 0) {
        return not_opened(errno == EBUSY ? EBUSY : ENODEV);
    }
    return std::unique_ptr<Camera>(
        std::make_unique<V4l2Camera>(std::move(device), *shape, std::move(buffers)));
}

}  // namespace sango::devices
