#include "kiosk/devices/attention.h"
#include "kiosk/devices/scanner.h"
#include "shared/card/second_opinion.h"
#include "tests/bench/cards.h"
#include "tests/bench/measure.h"

#include <atomic>
#include <thread>

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>
#include <fmt/format.h>

namespace sango::bench {
namespace {

constexpr std::size_t kPhotographs = 200;

/// The packaged decoder by itself with everything it offers.
bool zxing_alone(const card::Image& image, bool harder) {
    const auto hints = ZXing::DecodeHints()
                           .setFormats(ZXing::BarcodeFormat::QRCode)
                           .setTryHarder(harder)
                           .setTryRotate(harder)
                           .setTryDownscale(harder);
    return ZXing::ReadBarcode({image.pixels.data(), image.width, image.height, ZXing::ImageFormat::Lum},
                              hints)
        .isValid();
}

card::Modules code_of(std::uint64_t seed) {
    return std::move(card::make_qr(card_text(seed))).value();
}

}  // namespace

/// A card in a camera's frame of 1280x720: held well, and the frame that holds none.
void scan_time(const Places&) {
    Samples fast;
    Samples theirs;
    for (std::uint64_t i = 0; i < 40; ++i) {
        card::Shot shot;
        shot.turn = static_cast<double>(i * 9 % 360);
        shot.blur = 0.6;
        shot.noise = 6;
        shot.seed = i;
        const card::Image image = card::photograph(code_of(i), shot);
        std::optional<std::string> found;
        fast.add(milliseconds([&] { found = card::find_code(image.view(), card::Effort::fast); }));
        bool valid = false;
        theirs.add(milliseconds([&] { valid = zxing_alone(image, false); }));
    }
    print({"card in a 1280x720 frame", ms(fast.median()), "ZXing alone", ms(theirs.median()),
           times(fast.median() / theirs.median()), "one frame: 33 ms", fast.n()});

    Samples empty;
    Samples empty_hard;
    for (std::uint64_t i = 0; i < 20; ++i) {
        card::Shot shot;
        shot.module_pixels = 0.05;  // a desk
        shot.noise = 6;
        shot.seed = i;
        const card::Image image = card::photograph(code_of(i), shot);
        empty.add(milliseconds([&] { (void)card::find_code(image.view(), card::Effort::fast); }));
        empty_hard.add(milliseconds([&] { (void)card::find_code(image.view(), card::Effort::hard); }));
    }
    print({"no card in the frame, fast pass", ms(empty.median()), "-", "-", "-", "one frame: 33 ms",
           empty.n()});
    print({"no card in the frame, hard pass", ms(empty_hard.median()), "-", "-", "-", "-", empty_hard.n()});

    // A minute in front of an empty desk, what is searched and what is passed over taken together.
    card::Shot desk;
    desk.module_pixels = 0.05;
    desk.noise = 6;
    const card::Image still = card::photograph(code_of(1), desk);
    constexpr int kFrames = 1'800;
    devices::Attention attention(devices::ScanSettings{}.hard_every);
    Samples idle;
    idle.add(milliseconds([&] {
                 for (int i = 0; i < kFrames; ++i)
                     if (const auto effort = attention.next(still.view()))
                         (void)card::find_code(still.view(), *effort);
             }) /
             kFrames);
    Samples glance;
    for (int i = 0; i < 50; ++i) glance.add(milliseconds([&] { (void)attention.next(still.view()); }));
    print({"an empty desk for a minute, a frame", ms(idle.median()), "a glance", ms(glance.median()), "-",
           "near nothing", kFrames});
}

/// Photographs made by the same camera from easy to hopeless: which part is read.
void codes_found(const Places&) {
    std::atomic<int> ours{0};
    std::atomic<int> zxing{0};
    std::atomic<int> zbar{0};  // second_opinion is zbar and nothing else
    std::atomic<std::uint64_t> next{0};
    {
        std::vector<std::jthread> threads;
        for (unsigned thread = 0; thread < std::max(1U, std::thread::hardware_concurrency()); ++thread)
            threads.emplace_back([&] {
                for (std::uint64_t i = next++; i < kPhotographs; i = next++) {
                    const std::string text = card_text(i);
                    const card::Image image =
                        card::photograph(std::move(card::make_qr(text)).value(), any_shot(i));
                    ours += card::find_code(image.view(), card::Effort::hard) == text ? 1 : 0;
                    zxing += zxing_alone(image, true) ? 1 : 0;
                    zbar += card::second_opinion(image).empty() ? 0 : 1;
                }
            });
    }
    const auto part = [](int found) { return 100.0 * found / kPhotographs; };
    print({"codes found in made photographs", fmt::format("{:.1f} %", part(ours)), "ZXing alone",
           fmt::format("{:.1f} %", part(zxing)), fmt::format("{:+.1f} points", part(ours) - part(zxing)),
           "+8 points", kPhotographs});
    print({"codes found in made photographs", fmt::format("{:.1f} %", part(ours)), "zbar alone",
           fmt::format("{:.1f} %", part(zbar)), fmt::format("{:+.1f} points", part(ours) - part(zbar)), "-",
           kPhotographs});
}

}  // namespace sango::bench
