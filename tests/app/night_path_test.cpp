#include "kiosk/devices/recorded_speaker.h"
#include "shared/clinic/demo_clinic.h"
#include "tests/app/terminal.h"

#include <functional>
#include <thread>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* kAtNight = "2026-11-22T03:12:00+09:00";

/// A demo clinic of its own in the middle of a night: four babies in keeping.
class NightData {
public:
    NightData() {
        const auto made = clinic::make_demo_clinic(
            {data_, std::filesystem::path(SANGO_SOURCE_DIR) / "assets", *parse_instant(kAtNight), 1, false});
        REQUIRE_MESSAGE(made.ok(), (made.ok() ? "" : made.error().message.en));
    }
    [[nodiscard]] const std::filesystem::path& path() const { return data_; }

private:
    TempFolder folder_;
    std::filesystem::path data_ = folder_.path() / "clinic";
};

}  // namespace

TEST_CASE(
    "the night: looks in two taps, alarms on every screen until someone has looked, restarts, handovers") {
    const NightData data;
    {
        Terminal terminal(data.path(), kAtNight);
        terminal.play(R"(
            tap rail.night
            expect night.baby.0 101
            expect night.baby.0.minutes 2
            expect night.baby.3 103
            expect bar.watch 鈴木 恵（ひとり）
            tap night.baby.0
            expect night.look.record 仰向け・顔色よい・呼吸ふつう
            tap night.look.record
            expect night.baby.0.minutes 0
            expect night.recorded 101
        )");
        // A look of the wrong baby: the one before counts again.
        terminal.play("tap night.undo\ntap night.undo.ask.reason.0\ntap night.undo.ask.confirm");
        CHECK(terminal.text("night.baby.0.minutes") == "2");
        // Prone stays red until turned.
        terminal.play("tap night.baby.3\ntap night.look.posture.prone\ntap night.look.record");
        CHECK(terminal.text("night.baby.3").find("戻してください") != std::string::npos);
        terminal.play(
            "tap rail.care\nexpect alarm 仰向けに戻してください\ntap alarm.open\ntap night.look.record");
        CHECK(terminal.text("night.baby.3").find("戻してください") == std::string::npos);
        // All looked at, baby by baby.
        terminal.play("tap night.round\nexpect night.look.left あと3人");
        for (int i = 0; i < 4; ++i) terminal.play("tap night.look.record");
        CHECK_FALSE(terminal.there("night.look.record"));
        CHECK(terminal.text("night.baby.1.minutes") == "0");
        // Five minutes later every screen says so.
        terminal.play("wait 290\ntap rail.checkin");
        CHECK_FALSE(terminal.there("alarm"));
        terminal.play("wait 12\nexpect alarm 見てください\ntap rail.report\nexpect alarm ほか3人");
        terminal.play("tap alarm.open\ntap night.look.record\ntap night.round");
        for (int i = 0; i < 4; ++i) terminal.play("tap night.look.record");
        CHECK_FALSE(terminal.there("alarm"));
    }
    {
        // The machine comes up again: every interval goes on from the last look.
        Terminal terminal(data.path(), "2026-11-22T03:20:00+09:00");
        terminal.play("tap rail.night\nexpect night.baby.0.minutes 2\nexpect night.baby.3.minutes 2");
        terminal.play("wait 200\nexpect night.baby.0 見てください\ntap night.round");
        for (int i = 0; i < 4; ++i) terminal.play("tap night.look.record");
        // The handover, line by line.
        terminal.play(
            "tap night.handover\ntap night.receive.0\ntap night.receive.whole\nexpect handover 申し送り");
        int lines = 0;
        while (terminal.there("handover." + std::to_string(lines))) ++lines;
        CHECK(lines >= 7);
        CHECK_FALSE(terminal.try_to("tap handover.finish").empty());
        for (int i = 0; i < lines; ++i) terminal.play("tap handover." + std::to_string(i) + ".confirm");
        terminal.play("tap handover.finish\nexpect bar.watch 見守り 佐藤 美咲");
        // A baby goes back to its mother, and is taken in again.
        terminal.play("tap night.baby.0\ntap night.look.back_to_mother");
        CHECK(terminal.text("night.baby.0").find("101") == std::string::npos);
        terminal.play("tap night.take\ntap night.take.0\ntap night.look.record\nexpect night.baby.0 101");
        CHECK(terminal.text("night.baby.0").find("寝かせて") != std::string::npos);
    }
}

TEST_CASE(
    "an incident: near miss in under a minute, the form, the deadline on every screen, the report with "
    "consent") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.safety
        tap safety.new
        type safety.words ベッドの柵が下りたままだった
        tap safety.record
        expect safety.row.0 ヒヤリ・ハット
        tap safety.new
        tap safety.class.serious
        tap safety.who.2
        tap safety.ago.15
        type safety.words 呼びかけに反応がなかった
        tap safety.record
        expect safety.incident 重症
        expect bar.incident 自治体に伝える
        tap safety.tab.form
        tap safety.section.1
        expect safety.field.facility_name さくら助産院
        tap safety.section.3
        type safety.field.course 授乳のあと、寝かせて10分。
        tap safety.section.4
        type safety.field.diagnosis 検査中
        tap safety.tab.report
        tap safety.told
        tap safety.consent.given
        tap safety.report
        expect safety.report.0 第1報
        tap rail.care
        expect bar.incident 第2報
        tap bar.emergency
        expect emergency.0 119
        tap emergency.close
    )");
    terminal.play(
        "tap rail.safety\ntap safety.tab.form\ntap safety.section.3\nexpect safety.field.course "
        "寝かせて10分");
    terminal.play("tap safety.section.4\nexpect safety.field.diagnosis 検査中");
}

TEST_CASE("timers run side by side, their start can be changed, and they end as notes") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.care
        tap care.tile.1
        tap care.child.0
        tap care.kind.breast
        tap care.side.left
        tap care.timer.start
        tap care.child.1
        tap care.kind.sleep
        tap care.timer.start
        expect care.timer.0 母乳 左
        expect care.timer.1 睡眠
        wait 600
        expect care.timer.0 10分
        tap care.timer.0
        tap care.timer.edit.earlier5
        expect care.timer.edit.since 15分
        tap care.timer.edit.stop
        tap care.child.0
        tap care.view.notes
        expect care.note.0 母乳 左 15分
    )");
}

TEST_CASE("a value out of range is answered, and scores with item 10 above 0 call for a person") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.care
        tap care.kind.temperature
        tap care.amount
        tap care.pad.3
        tap care.pad.8
        tap care.pad.1
        tap care.pad.close
        tap care.record
        expect care.tile.0 体温 △
        tap care.view.notes
        tap care.note.0.answer
        tap care.answer.ask.reason.1
        tap care.answer.ask.confirm
        expect care.tile.0 授乳
        tap care.child.mother
        tap care.view.timeline
        tap care.mind
        tap care.mind.edit.item10.1
        tap care.mind.edit.called.0
        tap care.mind.edit.record
    )");
    CHECK_FALSE(terminal.there("care.mind.edit.record"));
}

TEST_CASE("from the due look to the sound in the whole kiosk, under a busy clinic") {
    const NightData data;
    HandClock clock(*parse_instant(kAtNight));
    const auto recording = std::make_shared<devices::Recording>();
    app::Kiosk kiosk({data.path(), std::filesystem::path(SANGO_SOURCE_DIR) / "assets"}, clock,
                     system_random(), {}, devices::recorded_speakers(recording));
    const auto until = [&](const std::function<bool()>& so) {
        const auto start = std::chrono::steady_clock::now();
        while (!so() && std::chrono::steady_clock::now() - start < 1min) {
            (void)kiosk.take_views();
            std::this_thread::sleep_for(1ms);
        }
        return std::chrono::steady_clock::now() - start;
    };
    (void)until([&] { return kiosk.ready() && kiosk.idle(); });
    REQUIRE(kiosk.ready());
    CHECK(recording->heard().samples == 0);
    for (int i = 0; i < 50; ++i) kiosk.tick();  // the clinic thread has a queue
    clock.turn(std::chrono::seconds(220));
    CHECK(until([&] { return recording->heard().samples > 0; }) < 1s);
}

TEST_CASE(
    "where the loudspeaker is gone it is said on the bar, and the alarm is seen at once on every screen") {
    const NightData data;
    Terminal terminal(data.path(), kAtNight, [] { return devices::open_speaker("no-such-card"); });
    for (int i = 0; i < 200 && !terminal.there("bar.no_sound"); ++i) {
        std::this_thread::sleep_for(10ms);
        terminal.play("tap rail.checkin");
    }
    CHECK(terminal.text("bar.no_sound") == "音が出ません");
    CHECK_FALSE(terminal.there("alarm"));
    terminal.play("wait 300\nexpect alarm 見てください\ntap rail.care\nexpect alarm 見てください");
}
