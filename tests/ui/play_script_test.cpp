#include "kiosk/platform/play_script.h"

#include "shared/base/text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace sango::platform {
namespace {

using Lines = std::vector<PlayLine>;

std::string problem(std::string_view script) {
    const auto parsed = parse_play_script(script);
    REQUIRE(!parsed.ok());
    CHECK(parsed.error().code == "play_script");
    CHECK(!parsed.error().message.ja.empty());
    return parsed.error().message.en;
}

}  // namespace

TEST_CASE("a script of the whole day is read, line by line") {
    const auto parsed = parse_play_script(
        "# 受付\n"
        "tap rail.checkin\n"
        "scan build/demo/a card.png\r\n"
        "\n"
        "  type checkin.name   𠮷野 葵 \n"
        "key enter\n"
        "wait 3600\n"
        "expect checkin.answer ご利用いただけます\n"
        "expect checkin.confirm\n"
        "shot out/受付.png\n"
        "list");
    REQUIRE(parsed.ok());
    CHECK(parsed.value() == Lines{{2, play::Tap{"rail.checkin"}},
                                  {3, play::Scan{"build/demo/a card.png"}},
                                  {5, play::Type{"checkin.name", "𠮷野 葵"}},
                                  {6, play::Key{"enter"}},
                                  {7, play::Wait{std::chrono::seconds(3600)}},
                                  {8, play::Expect{"checkin.answer", "ご利用いただけます"}},
                                  {9, play::Expect{"checkin.confirm", ""}},
                                  {10, play::Shot{"out/受付.png"}},
                                  {11, play::List{}}});
}

TEST_CASE("a mistake is named with its line") {
    CHECK(problem("list\n\npress a.b") == "Play script, line 3: there is no command \"press\".");
    CHECK(problem("tap") == "Play script, line 1: tap needs an id.");
    CHECK(problem("tap a b") == "Play script, line 1: \"b\" after tap is too much.");
    CHECK(problem("type a.b") == "Play script, line 1: type needs the text to type.");
    CHECK(problem("wait -1").find("0 to 31536000") != std::string::npos);
    CHECK(problem("wait 1.5").find("0 to 31536000") != std::string::npos);
    CHECK(problem("wait 99999999999999999999").find("0 to 31536000") != std::string::npos);
    CHECK(problem("list all").find("too much") != std::string::npos);
    CHECK(problem("shot") == "Play script, line 1: shot needs a file.");
    CHECK(problem("tap \xFF") == "Play script, line 1: not UTF-8 text.");
    CHECK(problem(std::string(2 << 20, '#')).find("larger") != std::string::npos);
}

TEST_CASE("an empty script does nothing") {
    CHECK(parse_play_script("").value().empty());
    CHECK(parse_play_script("\xEF\xBB\xBF# nothing\n\n").value().empty());
}

TEST_CASE("what a command says is read as the same command again") {
    CHECK(rc::check([] {
        const auto word =
            rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('!', '~'))),
                         [](std::string s) { return s; });
        const std::string id = *word;
        const std::string text = *word + " 𠮷 " + *word;
        const play::Command commands[] = {play::Tap{id},
                                          play::Type{id, text},
                                          play::Scan{text},
                                          play::Key{id},
                                          play::Wait{std::chrono::seconds(*rc::gen::inRange(0, 100000))},
                                          play::Shot{text},
                                          play::List{},
                                          play::Expect{id, text},
                                          play::Expect{id, ""}};
        for (const play::Command& command : commands) {
            const auto parsed = parse_play_script(play_text(command));
            RC_ASSERT(parsed.ok());
            RC_ASSERT(parsed.value() == Lines({{1, command}}));
        }
    }));
}

}  // namespace sango::platform
