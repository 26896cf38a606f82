// Pictures from outside: a PNG or JPEG file, or the pixels of a frame. The first byte chooses; of a frame the
// second byte is the width divided by 4, and the rest is pixels.

#include "kiosk/devices/camera.h"
#include "shared/card/barcode.h"

#include <cstddef>
#include <cstdint>

namespace {

using namespace sango;

constexpr int kMostPixels = 300'000;  // so that a run stays short

void search(const card::LuminanceView& picture) {
    if (picture.width > 0 && picture.height > 0 && picture.height <= kMostPixels / picture.width) {
        (void)card::find_code(picture, card::Effort::fast);
        (void)card::find_code(picture, card::Effort::hard);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    if (data[0] % 3 == 0) {
        if (const auto image = card::read_image(BytesView(data + 1, size - 1))) {
            search(image->view());
        }
        return 0;
    }
    const auto format = data[0] % 3 == 1 ? devices::PixelFormat::grey : devices::PixelFormat::yuyv;
    const int width = 4 * data[1];
    const int stride = format == devices::PixelFormat::yuyv ? 2 * width : width;
    const int height = stride == 0 ? 0 : static_cast<int>(size - 2) / stride;
    if (height > 0) {
        const devices::Frame frame{format, width, height, stride, {data + 2, data + 2 + height * stride}};
        search(frame.luminance());
        (void)devices::to_rgba(frame);
    }
    return 0;
}
