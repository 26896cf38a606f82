#include "shared/card/barcode.h"

#include "shared/card/read.h"
#include "tests/card/page_encoder.h"
#include "tests/card/photograph.h"

#include <doctest/doctest.h>

#define ZX_USE_UTF8
#include <algorithm>

#include <ZXing/ReadBarcode.h>

using namespace sango;
using namespace sango::card;

namespace {

std::string card_text() {
    return page::good_card(page::Signer(1)).text(page::Signer(1));
}

Modules card_code() {
    const auto code = make_qr(card_text());
    REQUIRE(code.ok());
    return *code;
}

bool found(const Shot& shot, Effort effort) {
    return find_code(photograph(card_code(), shot).view(), effort) == card_text();
}

/// Two pictures side by side on white.
Image beside(const Image& a, const Image& b) {
    Image both{a.width + b.width, std::max(a.height, b.height), {}};
    both.pixels.assign(static_cast<std::size_t>(both.width * both.height), 255);
    for (const auto& [image, left] : {std::pair(&a, 0), std::pair(&b, a.width)}) {
        for (int y = 0; y < image->height; ++y) {
            std::copy_n(image->pixels.begin() + y * image->width, image->width,
                        both.pixels.begin() + y * both.width + left);
        }
    }
    return both;
}

}  // namespace

TEST_CASE("A card's code is alphanumeric, with error correction Q") {
    const auto code = make_qr(card_text());
    REQUIRE(code.ok());
    const Image picture = draw_qr(*code, 4);
    const auto result =
        ZXing::ReadBarcode({picture.pixels.data(), picture.width, picture.height, ZXing::ImageFormat::Lum});
    REQUIRE(result.isValid());
    CHECK(result.ecLevel() == "Q");
    // Version v at Q holds this many alphanumeric signs (ISO/IEC 18004, table 7); bytes need a larger one.
    CHECK(card_text().size() > 283);
    CHECK(card_text().size() <= 321);
    CHECK(code->size == 17 + 4 * 13);
}

TEST_CASE("A code holds exactly what was written, also in Japanese") {
    for (const std::string text :
         {"SNG1:ABC $%*+-./:", "https://example.jp/産後", "𠮷野", "a", "0123456789"}) {
        const auto code = make_qr(text);
        REQUIRE(code.ok());
        CHECK(find_code(draw_qr(*code, 5).view(), Effort::fast) == text);
    }
}

TEST_CASE("A text that fits no code is refused") {
    CHECK(make_qr(std::string(2'420, 'A')).ok());
    CHECK(make_qr(std::string(2'421, 'A')).error().code == "qr_too_long");
    CHECK(make_qr("").error().code == "qr_too_long");
}

TEST_CASE("A good frame is found by the fast pass, however the card is turned") {
    for (int turn = 0; turn < 360; turn += 24) {
        CAPTURE(turn);
        CHECK(found({.turn = static_cast<double>(turn), .blur = 0.7, .noise = 4}, Effort::fast));
    }
}

TEST_CASE("A card held at a slant is found") {
    for (const double tilt : {0.1, 0.2, 0.3}) {
        CAPTURE(tilt);
        CHECK(found({.turn = 20, .tilt = tilt, .blur = 0.7, .noise = 4}, Effort::fast));
    }
    CHECK(found({.turn = 200, .tilt = 0.35, .noise = 4}, Effort::hard));
}

TEST_CASE("A card far away, blurred, in bad light or printed in reverse is found by the hard pass") {
    CHECK(found({.module_pixels = 2.5, .turn = 8, .noise = 3}, Effort::hard));
    CHECK(found({.turn = 40, .blur = 2.0, .noise = 2}, Effort::hard));
    CHECK(found({.turn = 5, .blur = 0.8, .noise = 4, .dark = 60, .light = 110}, Effort::hard));
    CHECK(found({.turn = 5, .blur = 0.8, .noise = 8, .shadow = 0.7}, Effort::hard));
    CHECK(found({.turn = 30, .blur = 0.8, .noise = 4, .inverted = true}, Effort::hard));
    CHECK(found({.noise = 30, .seed = 3}, Effort::hard));
}

TEST_CASE("A large photograph is found") {
    CHECK(found({.width = 2000, .height = 1500, .module_pixels = 14, .turn = 12, .tilt = 0.2, .noise = 6},
                Effort::hard));
}

TEST_CASE("The hard pass finds whatever the fast pass finds") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Shot shot{.module_pixels = 3 + 0.5 * static_cast<double>(seed % 4),
                        .turn = static_cast<double>(seed * 17),
                        .blur = 0.2 * static_cast<double>(seed % 7),
                        .noise = 6,
                        .seed = seed};
        CAPTURE(seed);
        if (found(shot, Effort::fast)) {
            CHECK(found(shot, Effort::hard));
        }
    }
}

TEST_CASE("Half a card is no code") {
    const Image whole = draw_qr(card_code(), 6);
    const int w = whole.width;
    for (const Effort effort : {Effort::fast, Effort::hard}) {
        CHECK_FALSE(find_code({whole.pixels.data(), w, w / 2, w, 1}, effort));
        CHECK_FALSE(find_code({whole.pixels.data(), w / 2, w, w, 1}, effort));
        CHECK_FALSE(find_code({whole.pixels.data() + w / 2, w - w / 2, w, w, 1}, effort));
        CHECK_FALSE(find_code(
            {whole.pixels.data() + static_cast<std::ptrdiff_t>(w) * (w / 2), w, w - w / 2, w, 1}, effort));
    }
}

TEST_CASE("A picture of nothing is no code") {
    for (const std::uint8_t grey : std::initializer_list<std::uint8_t>{0, 127, 255}) {
        const std::vector<std::uint8_t> flat(640 * 480, grey);
        CHECK_FALSE(find_code({flat.data(), 640, 480, 640, 1}, Effort::fast));
        CHECK_FALSE(find_code({flat.data(), 640, 480, 640, 1}, Effort::hard));
    }
    const std::vector<std::uint8_t> few(400, 0);
    CHECK_FALSE(find_code({few.data(), 1, 1, 1, 1}, Effort::hard));
    CHECK_FALSE(find_code({few.data(), 20, 20, 20, 1}, Effort::hard));
    CHECK_FALSE(find_code({few.data(), 400, 1, 400, 1}, Effort::hard));
    CHECK_FALSE(find_code({nullptr, 0, 0, 0, 1}, Effort::hard));
    CHECK_FALSE(find_code({few.data(), -5, -5, 5, 1}, Effort::hard));
}

TEST_CASE("With a stranger's code beside it the card is chosen") {
    const Image other = draw_qr(*make_qr("https://example.jp/"), 6);
    const Image ours = draw_qr(card_code(), 6);
    for (const Effort effort : {Effort::fast, Effort::hard}) {
        CHECK(find_code(beside(other, ours).view(), effort) == card_text());
        CHECK(find_code(beside(ours, other).view(), effort) == card_text());
        CHECK(find_code(other.view(), effort) == "https://example.jp/");
    }
}

TEST_CASE("A frame in YUYV is searched as it is") {
    const Image picture = photograph(card_code(), {.turn = 10, .blur = 0.7, .noise = 4});
    std::vector<std::uint8_t> yuyv(picture.pixels.size() * 2, 128);
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        yuyv[2 * i] = picture.pixels[i];
    }
    const LuminanceView view{yuyv.data(), picture.width, picture.height, picture.width * 2, 2};
    CHECK(find_code(view, Effort::fast) == card_text());
    CHECK(find_code(view, Effort::hard) == card_text());
}

TEST_CASE("From picture to reason: no code, a stranger's code, a code of 3,000 signs, a card") {
    PublicKey key;
    std::ranges::copy(bytes_of(page::Signer(1).public_key), key.bytes.begin());
    Trust trust;
    trust.add("131202", key);
    const Instant now = *parse_instant("2026-05-01T09:00:00+09:00");
    const auto outcome = [&](const Image& picture) {
        const auto read = read_picture(picture.view(), Effort::hard, trust, {}, now);
        return read ? "ok" : std::string(word(read.error()));
    };
    CHECK(outcome(draw_qr(card_code(), 4)) == "ok");
    CHECK(outcome(Image{64, 64, std::vector<std::uint8_t>(64 * 64, 255)}) == "unreadable");
    CHECK(outcome(draw_qr(*make_qr("https://example.jp/"), 4)) == "foreign");
    CHECK(outcome(draw_qr(*make_qr("SNG1:" + std::string(2'400, '0')), 4)) == "foreign");
}
