#include "shared/card/picture.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <system_error>
#include <type_traits>

#include <png.h>
#include <turbojpeg.h>

namespace sango::card {
namespace {

Error missing(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return error("picture_missing", "画像ファイル「" + name + "」を開けません。場所と名前をご確認ください。",
                 "The picture " + name + " cannot be opened. Check its place and name.");
}

Error not_a_picture() {
    return error("not_a_picture",
                 "画像として読めません。PNGかJPEGの、途中で切れていないファイルを指定してください。",
                 "This cannot be read as a picture. Give a whole PNG or JPEG file.");
}

bool fits(std::int64_t width, std::int64_t height) {
    return width > 0 && height > 0 && width <= kMaxPixels && height <= kMaxPixels &&
           width * height <= kMaxPixels;
}

Image blank(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
}

Result<Image> read_png(BytesView file) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&png, file.data(), file.size()) == 0) {
        return not_a_picture();
    }
    if (!fits(png.width, png.height)) {
        png_image_free(&png);
        return not_a_picture();
    }
    png.format = PNG_FORMAT_GRAY;
    Image image = blank(static_cast<int>(png.width), static_cast<int>(png.height));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&png, &white, image.pixels.data(), image.width, nullptr) == 0) {
        return not_a_picture();
    }
    return image;
}

Result<Image> read_jpeg(BytesView file) {
    const auto close = [](tjhandle handle) { tjDestroy(handle); };
    const std::unique_ptr<std::remove_pointer_t<tjhandle>, decltype(close)> jpeg(tjInitDecompress(), close);
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    const auto size = static_cast<unsigned long>(file.size());
    if (!jpeg ||
        tjDecompressHeader3(jpeg.get(), file.data(), size, &width, &height, &subsampling, &colours) != 0 ||
        !fits(width, height)) {
        return not_a_picture();
    }
    Image image = blank(width, height);
    // A warning (some phones write stray bytes) still leaves a picture; what is left of a cut one is grey.
    if (tjDecompress2(jpeg.get(), file.data(), size, image.pixels.data(), width, width, height, TJPF_GRAY,
                      TJFLAG_LIMITSCANS) != 0 &&
        tjGetErrorCode(jpeg.get()) != TJERR_WARNING) {
        return not_a_picture();
    }
    return image;
}

}  // namespace

Result<Image> read_image(BytesView file) {
    constexpr std::array<std::uint8_t, 4> kPng{0x89, 'P', 'N', 'G'};
    constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
    const auto begins_with = [&](BytesView magic) {
        return file.size() >= magic.size() && std::ranges::equal(file.first(magic.size()), magic);
    };
    if (file.size() > kMaxFileBytes) {
        return not_a_picture();
    }
    if (begins_with(kPng)) {
        return read_png(file);
    }
    if (begins_with(kJpeg)) {
        return read_jpeg(file);
    }
    return not_a_picture();
}

Result<Image> read_image(const std::filesystem::path& file) {
    std::error_code failed;
    const bool regular = std::filesystem::is_regular_file(file, failed);
    std::ifstream in(file, std::ios::binary);
    if (!regular || !in) {
        return missing(file);
    }
    const auto size = std::filesystem::file_size(file, failed);
    if (failed) {
        return missing(file);
    }
    if (size > kMaxFileBytes) {
        return not_a_picture();
    }
    Bytes bytes(static_cast<std::size_t>(size));
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return read_image(BytesView(bytes));
}

Result<Done> write_png(const std::filesystem::path& file, const Image& image) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_GRAY;
    if (png_image_write_to_file(&png, file.c_str(), 0, image.pixels.data(), image.width, nullptr) == 0) {
        return error("picture_not_written",
                     "画像を書き込めません。保存先のフォルダーと空き容量をご確認ください。",
                     "The picture cannot be written. Check the folder and the free space.");
    }
    return Done{};
}

}  // namespace sango::card
