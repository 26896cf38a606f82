#include "shared/report/care_charts.h"

#include "shared/base/text.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace sango::report {
namespace {

struct Box {
    double left, right, top, bottom;
    std::string text;
};

/// As 8 pt letters stand: a full-width one is as wide as high, the others half of it.
Box box_of(const Sketch::Words& words) {
    constexpr double kLetter = 8 * 25.4 / 72;
    double wide = 0;
    for (const char32_t letter : code_points(words.text)) wide += letter < 0x2000 ? kLetter / 2 : kLetter;
    const double left = words.x - (words.align == Align::centre  ? wide / 2
                                   : words.align == Align::right ? wide
                                                                 : 0);
    return {left, left + wide, words.y - 0.8 * kLetter, words.y + 0.1 * kLetter, words.text};
}

void check_apart(const Sketch& sketch) {
    for (std::size_t i = 0; i < sketch.words.size(); ++i) {
        const Box a = box_of(sketch.words[i]);
        CHECK_MESSAGE(a.left > -0.5, a.text);
        CHECK_MESSAGE(a.right <= kSketchWidth + 0.5, a.text);
        CHECK_MESSAGE(a.bottom <= sketch.height, a.text);
        for (std::size_t k = 0; k < i; ++k) {
            const Box b = box_of(sketch.words[k]);
            const bool apart =
                a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            CHECK_MESSAGE(apart, a.text << " lies on " << b.text);
        }
    }
}

std::vector<clinic::WeightPoint> weights(std::initializer_list<int> grams, int hours_between) {
    std::vector<clinic::WeightPoint> points;
    Instant at = *parse_instant("2026-11-21T09:00:00+09:00");
    for (const int one : grams) {
        points.push_back({at, one});
        at += std::chrono::hours(hours_between);
    }
    return points;
}

}  // namespace

TEST_CASE("no word of the weight picture lies on another, whatever was weighed") {
    for (const int hours : {6, 24, 72})
        for (const std::optional<int> birth :
             {std::optional(3'100), std::optional(2'400), std::optional(4'000), std::optional<int>()}) {
            check_apart(weight_sketch(weights({3'105}, hours), birth));
            check_apart(weight_sketch(weights({3'100, 3'150, 3'230}, hours), birth));
            check_apart(weight_sketch(weights({3'300, 3'150, 3'110}, hours), birth));
            check_apart(weight_sketch(weights({3'100, 3'500, 3'900, 4'400, 4'600}, hours), birth));
            check_apart(weight_sketch(
                weights({3'000, 2'980, 2'950, 2'990, 3'040, 3'080, 3'100, 3'130, 3'150, 3'200}, hours),
                birth));
        }
}

TEST_CASE("no word of the feeds lies on another, on one day or on fourteen") {
    for (const std::size_t days : {1U, 3U, 7U, 14U}) {
        std::vector<clinic::FeedDay> feeds;
        for (std::size_t i = 0; i < days; ++i)
            feeds.push_back(
                {make_date(2026, 11, 21) + std::chrono::days(i), static_cast<int>(60 * (i % 9)), 8});
        check_apart(feed_sketch(feeds));
    }
}

TEST_CASE("a picture and its caption, and a heading and its picture, stand on the same page") {
    for (int lines = 30; lines < 60; ++lines) {
        Document document;
        for (int i = 0; i < lines; ++i) document.blocks.emplace_back(Paragraph{"行"});
        document.blocks.emplace_back(Heading{"お子さん"});
        std::vector<clinic::FeedDay> feeds{{make_date(2026, 11, 21), 480, 8}};
        Sketch sketch = feed_sketch(feeds);
        sketch.caption = "1日ごとの授乳";
        document.blocks.emplace_back(std::move(sketch));
        const auto bytes = pdf(document);
        REQUIRE(bytes.ok());
        const test::TempFolder temp{test::memory_folder()};
        const auto file = temp.path() / "paper.pdf";
        std::ofstream(file, std::ios::binary) << *bytes;
        const std::string text = test::printed_by("pdftotext -layout " + file.string() + " -");
        const auto heading = text.find("お子さん");
        const auto foot = text.find("480 ml");
        REQUIRE((heading != std::string::npos && foot != std::string::npos));
        // A form feed is a page's end.
        CHECK_MESSAGE(text.substr(heading, foot - heading).find('\f') == std::string::npos, lines);
    }
}

}  // namespace sango::report
