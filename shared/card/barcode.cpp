#include "shared/card/barcode.h"

#include "shared/card/picture_work.h"
#include "shared/card/second_opinion.h"

#define ZX_USE_UTF8  // ZXing 1.4: texts as std::string
#include <algorithm>
#include <exception>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>
// The one file that knows the decoders. ZXing renames things with each major version (2: ReaderOptions and
// Barcode, 3: CreateBarcodeFromText); the rest of Sango sees bytes and modules.

namespace sango::card {
namespace {

constexpr std::string_view kOurs = "SNG1:";
constexpr int kMaxCodes = 8;  // in one picture
constexpr int kWorkPixels =
    2'000'000;  // the costly passes see at most this: a camera frame, or a photograph reduced

std::optional<std::string> choose(std::vector<std::string> found) {
    const auto ours =
        std::ranges::find_if(found, [](const std::string& each) { return each.starts_with(kOurs); });
    if (found.empty()) {
        return std::nullopt;
    }
    return std::move(ours != found.end() ? *ours : found.front());
}

struct Pass {
    bool harder = false;
    bool downscale = false;
    ZXing::Binarizer binarizer = ZXing::Binarizer::LocalAverage;
};

std::optional<std::string> zxing(const LuminanceView& picture, const Pass& pass) {
    const auto hints = ZXing::DecodeHints()
                           .setFormats(ZXing::BarcodeFormat::QRCode)
                           .setTryHarder(pass.harder)
                           .setTryRotate(false)  // a QR code is found in any rotation; this is for lines
                           .setTryDownscale(pass.downscale)
                           .setBinarizer(pass.binarizer)
                           .setMaxNumberOfSymbols(kMaxCodes);
    const ZXing::ImageView view(picture.data, picture.width, picture.height, ZXing::ImageFormat::Lum,
                                picture.row_stride, picture.pixel_stride);
    std::vector<std::string> found;
    for (const auto& result : ZXing::ReadBarcodes(view, hints)) {
        if (result.isValid()) {
            found.emplace_back(result.bytes().begin(), result.bytes().end());
        }
    }
    return choose(std::move(found));
}

std::optional<std::string> zxing_harder(const LuminanceView& picture) {
    auto found = zxing(picture, {.harder = true, .downscale = true});
    if (!found) {
        found = zxing(picture, {.harder = true, .binarizer = ZXing::Binarizer::GlobalHistogram});
    }
    return found;
}

std::optional<std::string> find_hard(const LuminanceView& picture) {
    if (auto found = zxing_harder(picture)) {
        return found;
    }
    Image image = copy_of(picture);
    while (image.width * image.height > kWorkPixels) {
        image = halved(image);
        if (auto found = zxing_harder(image.view())) {
            return found;
        }
    }
    if (auto found = zxing(inverted(image).view(), {.harder = true})) {
        return found;
    }
    if (!looks_like_code(image.view())) {
        return std::nullopt;
    }
    // Each of these finds some that all before it miss; in order of what they find for their time.
    const Image large = enlarged(image);
    if (auto found = zxing(large.view(), {.harder = true})) {
        return found;
    }
    if (auto found = zxing(enlarged(sharpened(image)).view(), {.harder = true})) {
        return found;
    }
    return choose(second_opinion(large));
}

}  // namespace

std::optional<std::string> find_code(const LuminanceView& picture, Effort effort) {
    constexpr int kSmallestCode = 21;  // modules of the smallest QR code
    if (picture.data == nullptr || picture.width < kSmallestCode || picture.height < kSmallestCode ||
        picture.width > kMaxPixels / picture.height) {
        return std::nullopt;
    }
    try {
        return effort == Effort::fast ? zxing(picture, {}) : find_hard(picture);
    } catch (const std::exception&) {
        return std::nullopt;  // a decoder that stumbles has found nothing
    }
}

Result<Modules> make_qr(std::string_view text) {
    try {
        const auto bits = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                              .setEncoding(ZXing::CharacterSet::UTF8)
                              .setEccLevel(5)  // of 0 to 8: Q
                              .setMargin(0)
                              .encode(std::string(text), 0, 0);
        Modules modules{bits.width(), {}};
        modules.dark.reserve(static_cast<std::size_t>(bits.width()) *
                             static_cast<std::size_t>(bits.height()));
        for (int y = 0; y < bits.height(); ++y) {
            for (int x = 0; x < bits.width(); ++x) {
                modules.dark.push_back(bits.get(x, y));
            }
        }
        return modules;
    } catch (const std::exception&) {
        return error("qr_too_long", "文字数が多く、二次元コードに入りません。短くしてください。",
                     "The text is too long for a QR code. Make it shorter.");
    }
}

Image draw_qr(const Modules& modules, int scale) {
    constexpr int kQuiet = 4;  // modules
    const int pixels = std::clamp(scale, 1, 64);
    const int side = (modules.size + 2 * kQuiet) * pixels;
    Image image{
        side, side,
        std::vector<std::uint8_t>(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255)};
    for (int y = 0; y < modules.size * pixels; ++y) {
        for (int x = 0; x < modules.size * pixels; ++x) {
            if (modules.at(x / pixels, y / pixels)) {
                const auto row =
                    static_cast<std::size_t>(y + kQuiet * pixels) * static_cast<std::size_t>(side);
                image.pixels[row + static_cast<std::size_t>(x + kQuiet * pixels)] = 0;
            }
        }
    }
    return image;
}

Result<Done> write_qr_png(const std::filesystem::path& file, std::string_view text, int scale) {
    const auto modules = make_qr(text);
    if (!modules) {
        return modules.error();
    }
    return write_png(file, draw_qr(*modules, scale));
}

}  // namespace sango::card
