#include "kiosk/app/kiosk.h"

#include "tests/app/terminal.h"
#include "tests/app/town.h"

#include <fstream>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

TEST_CASE("an unknown id ends the play with 1, and the line names it and what is there") {
    const DemoData data;
    const TempFolder folder;
    std::ofstream(folder.path() / "play") << "tap rail.care\ntap care.nothing\n";
    const auto ran = run("sango-kiosk", {"--data", data.path(), "--assets", SANGO_SOURCE_DIR "/assets",
                                         "--at", kDemoAt, "--headless", "--play", folder.path() / "play"});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("care.nothing") != std::string::npos);
    CHECK(ran.err.find("care.record") != std::string::npos);
    CHECK(std::ranges::count(ran.err, '\n') == 1);
}

TEST_CASE("options and scripts of the wrong form end with 2") {
    const DemoData data;
    const TempFolder folder;
    std::ofstream(folder.path() / "play") << "jump\n";
    const std::vector<std::string> good{"--data", data.path(), "--headless"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), good.begin(), good.end());
        return run("sango-kiosk", more).status;
    };
    CHECK(with({"--play", folder.path() / "play"}) == 2);
    CHECK(with({"--play", folder.path() / "nothing"}) == 2);
    CHECK(with({"--at", "yesterday"}) == 2);
    CHECK(with({"--size", "1280"}) == 2);
    CHECK(with({"--unknown"}) == 2);
    CHECK(run("sango-kiosk", {}).status == 2);
}

TEST_CASE("list prints every widget with id, role, text, state and rectangle") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("list");
    const std::string list = terminal.printed();
    CHECK(list.find("rail.checkin\trail\t\"受付\"\tselected\t") != std::string::npos);
    CHECK(list.find("checkin.number\tbutton\t\"番号\"") != std::string::npos);
}

TEST_CASE("wait turns the clock on the screen, and at 21:00 the quiet night theme comes by itself") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("expect bar.date 令和8年11月21日(土) 14:05\nwait 24840\nexpect bar.date 20:59");
    CHECK_FALSE(terminal.ui().night);
    terminal.play("wait 60\nexpect bar.date 21:00");
    CHECK(terminal.ui().night);
    terminal.play("wait 32400\nexpect bar.date 令和8年11月22日(日) 6:00");
    CHECK_FALSE(terminal.ui().night);
}

TEST_CASE("day and night are chosen by hand, too") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap theme.night");
    CHECK(terminal.ui().night);
    terminal.play("tap theme.day\nwait 25200\nexpect bar.date 21:05");
    CHECK_FALSE(terminal.ui().night);
    terminal.play("tap theme.auto");
    CHECK(terminal.ui().night);
}

TEST_CASE("the language changes at once and everywhere") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap lang.en\nexpect rail.care Care\nexpect bar.date Sat 21 November 2026");
    for (const char* screen : {"rail.checkin", "rail.care", "rail.report"}) {
        terminal.play(std::string("tap ") + screen);
        for (const ui::Entry& entry : terminal.ui().registry().entries()) {
            CAPTURE(entry.id);
            // Names and what people wrote stay; labels of ours do not.
            if (entry.role == ui::Role::button || entry.role == ui::Role::rail)
                CHECK(entry.text.find("する") == std::string::npos);
        }
    }
    terminal.play("tap lang.ja\nexpect rail.care ケア");
}

TEST_CASE("the keyboard alone checks a mother in") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap checkin.number\ntype checkin.number.field " + DemoData::user(7) + "\nkey enter");
    if (!terminal.there("checkin.person")) terminal.play("tap checkin.number.ok");
    terminal.play("expect checkin.person 﨑山 真帆");
    for (const char* next : {"checkin.alert.follow_up", "checkin.infection.no", "checkin.confirm"}) {
        for (int tabs = 0; tabs < 60 && terminal.ui().focused() != next; ++tabs) terminal.play("key tab");
        CHECK(terminal.ui().focused() == next);
        if (std::string_view(next) != "checkin.confirm") terminal.play("key space");
    }
    terminal.play("key enter\nexpect checkin.done 受付しました");
}

TEST_CASE("every screen keeps to the surface, in both languages, by day and by night") {
    const DemoData data;
    Terminal terminal(data.path());
    for (const char* language : {"lang.en", "lang.ja"}) {
        terminal.play(std::string("tap ") + language);
        for (const char* theme : {"theme.day", "theme.night"})
            for (const char* screen : {"rail.checkin", "rail.care", "rail.report"}) {
                CAPTURE(language);
                CAPTURE(screen);
                terminal.play(std::string("tap ") + theme + "\ntap " + screen);
                for (const ui::Entry& entry : terminal.ui().registry().entries()) {
                    if (!entry.visible) continue;
                    CAPTURE(entry.id);
                    CHECK(entry.seen.x >= 0);
                    CHECK(entry.seen.y >= 0);
                    CHECK(entry.seen.x + entry.seen.w <= 1280.5F);
                    CHECK(entry.seen.y + entry.seen.h <= 800.5F);
                    if (entry.pressable) {
                        CHECK(entry.at.w >= 48);
                        CHECK(entry.at.h >= 48);
                    }
                }
            }
    }
}

TEST_CASE("where the clinic cannot be opened, the screen says why in both languages") {
    const DemoData data;
    std::filesystem::remove(data.path() / "device.key");
    Terminal terminal(data.path());
    (void)terminal.try_to("list");
    REQUIRE(terminal.kiosk().failure().has_value());
    CHECK(terminal.kiosk().failure()->code == "no_key");
}
