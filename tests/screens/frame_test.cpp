#include "kiosk/screens/frame.h"

#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

TEST_CASE("the night theme holds from 21:00 to 06:00") {
    CHECK_FALSE(is_night(sample::at(20, 59)));
    CHECK(is_night(sample::at(21, 0)));
    CHECK(is_night(sample::at(3, 12)));
    CHECK(is_night(sample::at(5, 59)));
    CHECK_FALSE(is_night(sample::at(6, 0)));
}

TEST_CASE("the rail goes to each screen and shows where one is") {
    KioskStage stage;
    CHECK(stage.find("rail.checkin")->selected);
    stage.tap("rail.care");
    CHECK(stage.state.frame.screen == Screen::care);
    CHECK(stage.find("rail.care")->selected);
    CHECK(stage.shows("care.record"));
    stage.tap("rail.report");
    CHECK(stage.shows("report.month"));
    stage.tap("rail.checkin");
    CHECK(stage.shows("checkin.idle"));
    CHECK(stage.asked.empty());
}

TEST_CASE("the bar says the clinic, the Japanese date and who is on duty") {
    KioskStage stage;
    CHECK(stage.text("bar.clinic") == "さくら助産院");
    CHECK(stage.text("bar.date") == "令和8年11月21日(土) 14:05");
    CHECK(stage.text("bar.staff") == "担当 佐藤 美咲");
    stage.tap("lang.en");
    CHECK(stage.text("bar.date") == "Sat 21 November 2026 14:05");
    CHECK(stage.text("rail.care") == "Care");
    stage.tap("lang.ja");
    CHECK(stage.text("rail.care") == "ケア");
}

TEST_CASE("what waits for the municipality is counted in the bar") {
    KioskStage stage;
    CHECK(stage.text("bar.sending") == "● 送信済み");
    CHECK_FALSE(stage.shows("bar.refused"));
    stage.view.bar.waiting = 2;
    stage.view.bar.refused = 1;
    stage.frame();
    CHECK(stage.text("bar.sending") == "○ 未送信 2件");
    CHECK(stage.text("bar.refused") == "差し戻し 1件");
    stage.view.bar.sending = true;
    stage.frame();
    CHECK(stage.text("bar.sending") == "送信中");
}

TEST_CASE("the light follows the clock until it is set by hand") {
    KioskStage stage;
    CHECK_FALSE(stage.ui.night);
    stage.view.bar.now = sample::at(21, 0);
    stage.frame();
    CHECK(stage.ui.night);
    stage.tap("theme.day");
    CHECK_FALSE(stage.ui.night);
    stage.tap("theme.night");
    stage.view.bar.now = sample::at(9, 0);
    stage.frame();
    CHECK(stage.ui.night);
    stage.tap("theme.auto");
    CHECK_FALSE(stage.ui.night);
}

TEST_CASE("trouble with the machine stands over every screen until it is over") {
    KioskStage stage;
    stage.view.bar.trouble = Message{"ディスクの空きがありません。", "The disk is full."};
    for (const char* screen : {"rail.care", "rail.report", "rail.checkin"}) {
        stage.tap(screen);
        CHECK(stage.text("bar.trouble").find("ディスクの空きがありません。") != std::string::npos);
    }
    stage.view.bar.trouble.reset();
    stage.frame();
    CHECK_FALSE(stage.shows("bar.trouble"));
}

TEST_CASE("who to call is one tap away from everywhere, and covers what is below") {
    KioskStage stage;
    stage.tap("rail.report");
    stage.tap("bar.emergency");
    CHECK(stage.text("emergency.0") == "119");
    CHECK(stage.text("emergency.1") == "03-1234-5678");
    CHECK(stage.find("report.next")->covered);
    CHECK_FALSE(stage.hand.tap("report.next").ok());
    stage.tap("emergency.close");
    CHECK_FALSE(stage.shows("emergency.0"));
}

TEST_CASE("without anyone to call there is no emergency button") {
    KioskView view = sample::kiosk();
    view.bar.emergency.clear();
    KioskStage stage(view);
    CHECK_FALSE(stage.shows("bar.emergency"));
}

TEST_CASE("the next frame without a cause comes with the next minute") {
    KioskStage stage;
    stage.view.bar.now = sample::at(14, 5) + std::chrono::seconds(18);
    stage.frame();
    REQUIRE(stage.ui.next_frame_in().has_value());
    CHECK(*stage.ui.next_frame_in() == std::chrono::seconds(42));
}
