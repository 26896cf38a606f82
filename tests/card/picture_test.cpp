#include "shared/card/picture.h"

#include "shared/card/picture_work.h"
#include "tests/card/temporary_folder.h"

#include <doctest/doctest.h>
#include <png.h>
#include <turbojpeg.h>

using namespace sango;
using namespace sango::card;

namespace {

Image ramp(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.pixels.push_back(static_cast<std::uint8_t>((x * 3 + y * 5) % 256));
        }
    }
    return image;
}

/// A PNG of one colour in the given format of libpng.
Bytes png(png_uint_32 format, int width, int height, const Bytes& pixel) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = format;
    Bytes pixels;
    for (int i = 0; i < width * height; ++i) {
        pixels.insert(pixels.end(), pixel.begin(), pixel.end());
    }
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
    Bytes file(size);
    png_image_write_to_memory(&image, file.data(), &size, 0, pixels.data(), 0, nullptr);
    file.resize(size);
    return file;
}

Bytes jpeg(const Image& image) {
    const tjhandle handle = tjInitCompress();
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    tjCompress2(handle, image.pixels.data(), image.width, image.width, image.height, TJPF_GRAY, &buffer,
                &size, TJSAMP_GRAY, 90, 0);
    Bytes file(buffer, buffer + size);
    tjFree(buffer);
    tjDestroy(handle);
    return file;
}

std::string outcome(const Result<Image>& image) {
    return image ? "ok" : image.error().code;
}

}  // namespace

TEST_CASE("A picture that is written comes back exactly") {
    const TemporaryFolder folder;
    const Image image = ramp(67, 45);
    REQUIRE(write_png(folder.path() / "絵.png", image).ok());
    const auto read = read_image(folder.path() / "絵.png");
    REQUIRE(read.ok());
    CHECK(*read == image);
}

TEST_CASE("Colours become brightness, and what is transparent lies on white") {
    const auto first = [](const Bytes& file) {
        const auto image = read_image(BytesView(file));
        REQUIRE(image.ok());
        CHECK(image->width == 3);
        CHECK(image->height == 2);
        return static_cast<int>(image->pixels[0]);
    };
    CHECK(first(png(PNG_FORMAT_GRAY, 3, 2, {77})) == 77);
    CHECK(first(png(PNG_FORMAT_RGB, 3, 2, {255, 255, 255})) == 255);
    CHECK(first(png(PNG_FORMAT_RGB, 3, 2, {0, 0, 255})) < first(png(PNG_FORMAT_RGB, 3, 2, {0, 255, 0})));
    CHECK(first(png(PNG_FORMAT_RGBA, 3, 2, {0, 0, 0, 0})) == 255);
    CHECK(first(png(PNG_FORMAT_RGBA, 3, 2, {0, 0, 0, 255})) == 0);
    CHECK(first(png(PNG_FORMAT_GA, 3, 2, {0, 0})) == 255);
}

TEST_CASE("A photograph is read as the camera saw it, nearly") {
    const Image image{32, 16, std::vector<std::uint8_t>(32 * 16, 200)};
    const auto read = read_image(BytesView(jpeg(image)));
    REQUIRE(read.ok());
    CHECK(read->width == 32);
    CHECK(read->height == 16);
    CHECK(std::abs(read->pixels[100] - 200) <= 2);
}

TEST_CASE("A picture cut short never passes for a whole PNG, and never crashes") {
    const Bytes whole = png(PNG_FORMAT_RGB, 20, 20, {10, 20, 30});
    for (std::size_t n = 0; n < whole.size() - 12; ++n) {  // the last 12 bytes only say that this is the end
        CHECK(outcome(read_image(BytesView(whole).first(n))) == "not_a_picture");
    }
    const Bytes photo = jpeg(ramp(64, 64));
    for (std::size_t n = 0; n < photo.size(); ++n) {
        (void)read_image(BytesView(photo).first(n));
    }
    CHECK(outcome(read_image(BytesView(photo).first(100))) == "not_a_picture");
}

TEST_CASE("What is no picture is told from what is not there") {
    const TemporaryFolder folder;
    CHECK(outcome(read_image(folder.path() / "nowhere.png")) == "picture_missing");
    CHECK(outcome(read_image(folder.path())) == "picture_missing");
    CHECK(outcome(read_image(folder.write("empty.png", ""))) == "not_a_picture");
    CHECK(outcome(read_image(folder.write("text.png", "not a picture"))) == "not_a_picture");
    CHECK(outcome(read_image(folder.write("magic.png", "\x89PNG\r\n\x1a\n"))) == "not_a_picture");
    CHECK(outcome(read_image(folder.write("magic.jpg", "\xff\xd8\xff\xe0"))) == "not_a_picture");
}

TEST_CASE("A small file that claims to be a huge picture is refused") {
    Bytes bomb = png(PNG_FORMAT_GRAY, 10, 10, {0});
    bomb[16] = 0x00;  // width in IHDR: 65,536 and more
    bomb[17] = 0x01;
    bomb[20] = 0x00;
    bomb[21] = 0x01;
    CHECK(outcome(read_image(BytesView(bomb))) == "not_a_picture");
}

TEST_CASE("A picture that cannot be written says so") {
    const TemporaryFolder folder;
    CHECK(write_png(folder.path() / "no" / "such.png", ramp(4, 4)).error().code == "picture_not_written");
}

TEST_CASE("Pictures halved, enlarged and sharpened keep what they show") {
    const Image flat{9, 7, std::vector<std::uint8_t>(63, 90)};
    CHECK(halved(flat) == Image{4, 3, std::vector<std::uint8_t>(12, 90)});
    CHECK(enlarged(flat) == Image{18, 14, std::vector<std::uint8_t>(252, 90)});
    CHECK(sharpened(flat) == flat);
    CHECK(inverted(inverted(ramp(9, 7))) == ramp(9, 7));
    CHECK(copy_of(ramp(9, 7).view()) == ramp(9, 7));
    Image edge = flat;
    for (int y = 0; y < 7; ++y) {
        for (int x = 4; x < 9; ++x) {
            edge.pixels[static_cast<std::size_t>(y * 9 + x)] = 130;
        }
    }
    const Image sharp = sharpened(edge);
    CHECK(sharp.pixels[3 * 9 + 3] < 90);
    CHECK(sharp.pixels[3 * 9 + 4] > 130);
}
