#include "kiosk/ui/line_break.h"

#include "kiosk/ui/text.h"
#include "shared/base/text.h"
#include "tests/ui/stage.h"

#include <rapidcheck.h>

namespace sango::ui {
namespace {

/// Full width 2, half width 1.
float cells(char32_t point) {
    return point < 0x80 ? 1 : 2;
}

std::vector<std::string> broken(std::string_view text, float width) {
    const std::u32string points = code_points(text);
    std::vector<std::string> lines;
    for (const auto line : break_paragraph(points, width, cells)) lines.push_back(utf8(line));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("no line begins with a closing mark or a small kana, none ends with an opening one") {
    CHECK(broken("あいうえ。お", 8) == Lines{"あいう", "え。お"});
    CHECK(broken("あいう（え）", 8) == Lines{"あいう", "（え）"});
    CHECK(broken("あいうきゃく", 8) == Lines{"あいう", "きゃく"});
    CHECK(broken("あいカードだ", 6) == Lines{"あい", "カード", "だ"});
}

TEST_CASE("amounts, user numbers and times stay in one piece, counters with their number") {
    CHECK(broken("お支払い1,500円です", 12) == Lines{"お支払い", "1,500円です"});
    CHECK(broken("番号N-4821-7です", 10) == Lines{"番号", "N-4821-7で", "す"});
    CHECK(broken("残り12日です", 7) == Lines{"残り", "12日で", "す"});
}

TEST_CASE("English breaks at spaces, which vanish at the ends of lines") {
    CHECK(broken("Take it back today", 8) == Lines{"Take it", "back", "today"});
    CHECK(broken("a\n\nb", 8) == Lines{"a", "", "b"});
    CHECK(broken("", 8) == Lines{""});
}

TEST_CASE("a word longer than the line is cut rather than lost") {
    CHECK(broken("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
}

TEST_CASE("nothing but spaces is ever lost, and no line is wider than it may be") {
    CHECK(rc::check([] {
        std::u32string text;
        const int length = *rc::gen::inRange(0, 60);
        for (int i = 0; i < length; ++i)
            text += *rc::gen::elementOf(std::u32string(U"あア、。（）ーっ漢12a ,-円日\u3000"));
        const float width = static_cast<float>(*rc::gen::inRange(2, 30));
        std::u32string kept;
        for (const auto line : break_paragraph(text, width, cells)) {
            kept += line;
            float wide = 0;
            for (const char32_t point : line) wide += cells(point);
            RC_ASSERT(wide <= width || line.size() == 1);
        }
        const auto without_spaces = [](std::u32string s) {
            std::erase_if(s, [](char32_t c) { return c == U' ' || c == 0x3000; });
            return s;
        };
        RC_ASSERT(without_spaces(kept) == without_spaces(text));
    }));
}

TEST_CASE("Japanese sentences are cut where a phrase begins") {
    test::Stage stage([](Context&) {});
    stage.frame();
    const auto lines =
        break_lines(stage.ui, Type::body, "食事は別献立にしてください。予約をとると、ここに並びます。", 220);
    REQUIRE(lines.size() > 1);
    for (const std::string& line : lines) CHECK(line.substr(0, 3) != "い");
    CHECK(break_lines(stage.ui, Type::name, "勅使河原 エリザベス真理亜", 240) ==
          Lines{"勅使河原", "エリザベス真理亜"});
    CHECK(break_lines(stage.ui, Type::name, "𠮷野 葵", 240) == Lines{"𠮷野 葵"});
}

}  // namespace sango::ui
