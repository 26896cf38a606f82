#include "shared/card/second_opinion.h"

#include "shared/card/picture_work.h"

#include <memory>

#include <zbar.h>

namespace sango::card {
namespace {

constexpr int kMostPixels = 2'000'000;  // zbar walks every line: larger pictures are halved for it

}  // namespace

std::vector<std::string> second_opinion(const Image& image) {
    if (image.width * image.height > kMostPixels) {
        return second_opinion(halved(image));
    }
    const std::unique_ptr<zbar::zbar_image_scanner_t, decltype(&zbar::zbar_image_scanner_destroy)> scanner(
        zbar::zbar_image_scanner_create(), &zbar::zbar_image_scanner_destroy);
    const std::unique_ptr<zbar::zbar_image_t, decltype(&zbar::zbar_image_destroy)> picture(
        zbar::zbar_image_create(), &zbar::zbar_image_destroy);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);
    zbar::zbar_image_set_format(picture.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar::zbar_image_set_size(picture.get(), static_cast<unsigned>(image.width),
                              static_cast<unsigned>(image.height));
    zbar::zbar_image_set_data(picture.get(), image.pixels.data(), image.pixels.size(), nullptr);

    std::vector<std::string> found;
    if (zbar::zbar_scan_image(scanner.get(), picture.get()) <= 0) {
        return found;
    }
    for (const auto* symbol = zbar::zbar_image_first_symbol(picture.get()); symbol != nullptr;
         symbol = zbar::zbar_symbol_next(symbol)) {
        found.emplace_back(zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol));
    }
    return found;
}

}  // namespace sango::card
