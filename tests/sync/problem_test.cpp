#include "shared/sync/problem.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::sync;

TEST_CASE("reasons come with their place and both languages") {
    const auto reasons = parse_problem(422, R"({"type":"about:blank","title":"x","status":422,"errors":[
        {"pointer":"/rows/3/days","detail":"Wrong days.","detail_ja":"日数が違います。"},
        {"pointer":"","detail":"Only English."},
        {"detail_ja":"日本語だけ"}]})");
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0].pointer == "/rows/3/days");
    CHECK(reasons[0].text == Message{"日数が違います。", "Wrong days."});
    CHECK(reasons[1].text == Message{"Only English.", "Only English."});
    CHECK(reasons[2].text == Message{"日本語だけ", "日本語だけ"});
    CHECK(reasons[2].pointer.empty());
}

TEST_CASE("a refusal that gives no reason still says what to do") {
    for (const char* body :
         {"", "<html>", "{}", "[]", "{\"errors\":[]}", "{\"errors\":[{}]}", "{\"errors\":{\"a\":1}}"}) {
        CAPTURE(body);
        const auto reasons = parse_problem(403, body);
        REQUIRE(reasons.size() == 1);
        CHECK(reasons[0].pointer.empty());
        CHECK(reasons[0].text.ja.find("403") != std::string::npos);
        CHECK(reasons[0].text.en.find("403") != std::string::npos);
    }
    const auto told = parse_problem(403, R"({"title":"Forbidden","detail":"Contract has ended."})");
    REQUIRE(told.size() == 1);
    CHECK(told[0].text.en == "Contract has ended.");
    CHECK(told[0].text.ja.find("Contract has ended.") != std::string::npos);
}

TEST_CASE("what a stranger writes cannot fill the screen or turn it round") {
    std::string many = "{\"errors\":[";
    for (int i = 0; i < 500; ++i) many += std::string(i == 0 ? "" : ",") + R"({"detail":"x"})";
    CHECK(parse_problem(422, many + "]}").size() == 100);
    const auto longest = parse_problem(422, R"({"errors":[{"detail":")" + std::string(5'000, 'y') + "\"}]}");
    CHECK(longest[0].text.en.size() == 500);
    const auto kanji = parse_problem(422, R"({"errors":[{"detail":"x")"
                                          R"(,"detail_ja":"\u001b[31m\u202e逆\n次"}]})");
    CHECK(kanji[0].text.ja == "[31m 逆 次");
    const auto pointer = parse_problem(422, R"({"errors":[{"detail":"x","pointer":"rows/3"},)"
                                            R"({"detail":"x","pointer":"/a\nb"}]})");
    CHECK(pointer[0].pointer.empty());
    CHECK(pointer[1].pointer.empty());
}
