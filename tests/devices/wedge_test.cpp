#include "kiosk/devices/wedge.h"

#include "shared/base/text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::devices;
using std::chrono::milliseconds;

namespace {

/// A keyboard whose keys go down at chosen times; gathers what comes out.
struct Keyboard {
    Wedge wedge;
    milliseconds now{1'000};
    std::string typed;
    std::vector<std::string> scans;

    void take(const WedgeOutput& out) {
        typed += utf8(out.typed);
        if (out.scan) {
            scans.push_back(*out.scan);
        }
    }
    /// Time passes; the deadline is kept as the kiosk's loop keeps it.
    void pass(milliseconds length) {
        const milliseconds until = now + length;
        while (const auto deadline = wedge.deadline()) {
            if (*deadline > until) {
                break;
            }
            take(wedge.tick(*deadline));
        }
        now = until;
    }
    void keys(std::string_view text, milliseconds gap) {
        for (const char32_t point : code_points(text)) {
            pass(gap);
            take(point == U'\n' ? wedge.enter(now) : wedge.character(point, now));
        }
    }
};

}  // namespace

TEST_CASE("What a scanner types is one scan, and no field gets it") {
    Keyboard desk;
    desk.keys("SNG1:ABC $%*+-./:123\n", milliseconds(8));
    desk.pass(milliseconds(1'000));
    CHECK(desk.scans == std::vector<std::string>{"SNG1:ABC $%*+-./:123"});
    CHECK(desk.typed.empty());
}

TEST_CASE("A card's text is one scan, whole, however its keys were spaced") {
    Keyboard desk;
    desk.keys("SNG1:ABC $%*", milliseconds(8));
    desk.keys("+-./:", milliseconds(60));
    desk.keys("123\n", milliseconds(8));
    desk.keys("SNG1:SLOW\n", milliseconds(200));
    CHECK(desk.scans == std::vector<std::string>{"SNG1:ABC $%*+-./:123", "SNG1:SLOW"});
    desk.keys("SNG\n", milliseconds(200));
    CHECK(desk.scans.size() == 2);
}

TEST_CASE("What a person types goes where it would have gone, key by key") {
    Keyboard desk;
    desk.keys("N-4821-7", milliseconds(120));
    desk.pass(milliseconds(60));
    CHECK(desk.typed == "N-4821-7");
    desk.keys("\n", milliseconds(120));
    CHECK(desk.typed == "N-4821-7\n");
    CHECK(desk.scans.empty());
}

TEST_CASE("A person who types quickly is still a person") {
    Keyboard desk;
    desk.keys("吉田さん、授乳\n", milliseconds(45));
    CHECK(desk.typed == "吉田さん、授乳\n");
    CHECK(desk.scans.empty());
}

TEST_CASE("A few characters at once, from an input method, are no scan") {
    Keyboard desk;
    desk.keys("授乳", milliseconds(0));
    desk.keys("\n", milliseconds(300));
    CHECK(desk.typed == "授乳\n");
    desk.keys("はい\n", milliseconds(0));
    CHECK(desk.typed == "授乳\nはい\n");
    CHECK(desk.scans.empty());
}

TEST_CASE("A long text put in at once, whose Enter comes later by hand, is no scan") {
    Keyboard desk;
    desk.keys("体重は順調に増えています", milliseconds(0));
    desk.keys("\n", milliseconds(200));
    CHECK(desk.typed == "体重は順調に増えています\n");
    CHECK(desk.scans.empty());
}

TEST_CASE("A scan while someone types stays apart from what was typed") {
    Keyboard desk;
    desk.keys("abc", milliseconds(150));
    desk.pass(milliseconds(150));
    desk.keys("SNG1:XYZ\n", milliseconds(5));
    desk.keys("def", milliseconds(150));
    desk.pass(milliseconds(150));
    CHECK(desk.typed == "abcdef");
    CHECK(desk.scans == std::vector<std::string>{"SNG1:XYZ"});
}

TEST_CASE("Two scans in a row are two scans") {
    Keyboard desk;
    desk.keys("SNG1:AAA\nSNG1:BBB\n", milliseconds(3));
    CHECK(desk.scans == std::vector<std::string>{"SNG1:AAA", "SNG1:BBB"});
    CHECK(desk.typed.empty());
}

TEST_CASE("A burst without end is let through and does not grow") {
    Keyboard desk;
    desk.keys(std::string(10'000, 'x') + "\n", milliseconds(1));
    CHECK(desk.typed == std::string(10'000, 'x') + "\n");
    CHECK(desk.scans.empty());
    desk.keys("SNG1:AAA\n", milliseconds(100) / 20);
    CHECK(desk.scans == std::vector<std::string>{"SNG1:AAA"});
}

TEST_CASE("Whatever the keys and times, nothing is lost, doubled or reordered") {
    CHECK(rc::check([](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& keys) {
        Keyboard desk;
        std::string expected;
        std::string seen;
        for (const auto& [sign, gap] : keys) {
            const std::string key = sign % 8 == 0 ? "\n" : std::string(1, static_cast<char>('a' + sign % 26));
            expected += key;
            desk.keys(key, milliseconds(gap % 64));
            seen += desk.typed;
            for (const std::string& scan : desk.scans) {
                seen += scan + "\n";
            }
            desk.typed.clear();
            desk.scans.clear();
            RC_ASSERT(expected.starts_with(seen));
        }
        desk.pass(milliseconds(1'000));
        seen += desk.typed;
        RC_ASSERT(seen == expected);
        RC_ASSERT_FALSE(desk.wedge.deadline().has_value());
    }));
}
