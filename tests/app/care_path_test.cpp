#include "tests/app/terminal.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::test;

TEST_CASE("a feed is two taps: the amount of last time, 記録") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.care
        expect care.tile.0 中村 結衣
        expect care.totals ミルク 400 ml
        tap care.kind.milk
        tap care.record
        expect care.written ミルク 60 ml
        expect care.totals ミルク 460 ml
        expect care.tile.0 授乳 17:05
    )");
}

TEST_CASE("a note just written is taken back, and the totals are those of before") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(
        "tap rail.care\ntap care.kind.milk\ntap care.preset.80\ntap care.record\nexpect care.totals 480 ml");
    terminal.play("tap care.written.undo");
    if (terminal.there("care.retract.ask"))
        terminal.play("tap care.retract.ask.reason.0\ntap care.retract.ask.confirm");
    terminal.play("expect care.totals ミルク 400 ml");
}

TEST_CASE("a correction says why and the new value counts") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(R"(
        tap rail.care
        tap care.kind.milk
        tap care.record
        tap care.view.notes
        expect care.note.0 ミルク 60 ml
        tap care.note.0.correct
        expect care.correcting
        tap care.preset.100
        tap care.reason.0
        tap care.record
        expect care.note.0 ミルク 100 ml
    )");
    CHECK(terminal.says("訂正"));
}

TEST_CASE("a retracted note is gone from the list and from the totals") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(
        "tap rail.care\ntap care.kind.milk\ntap care.record\ntap care.view.notes\nexpect care.note.0 ミルク "
        "60 ml");
    terminal.play("tap care.note.0.retract\ntap care.retract.ask.reason.0\ntap care.retract.ask.confirm");
    CHECK(terminal.text("care.note.0").find("14:05") == std::string::npos);
}

TEST_CASE("a temperature out of range is marked with shape and word until one in range is written") {
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
        wait 600
        tap care.kind.temperature
        tap care.amount
        tap care.pad.3
        tap care.pad.6
        tap care.pad.9
        tap care.pad.close
        tap care.record
        expect care.tile.0 授乳
    )");
}

TEST_CASE("free text keeps characters that fonts and encodings lose") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(
        "tap rail.care\ntap care.kind.text\ntype care.text 𠮷野さん、髙橋さんに申し送り。\ntap care.record");
    terminal.play("tap care.view.notes\nexpect care.note.0 𠮷野さん、髙橋さんに申し送り。");
}

TEST_CASE("twins stand side by side, and a note is one child's") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap rail.care\ntap care.tile.1\nexpect care.child.0 はると\nexpect care.child.1 ゆづき");
    const std::string before = terminal.text("care.totals");
    terminal.play(
        "tap care.child.1\ntap care.kind.milk\ntap care.record\nexpect care.written\ntap care.child.0");
    CHECK(terminal.text("care.totals") == before);
}

TEST_CASE("a draft survives a look at another screen, and belongs to the mother it was begun for") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play(
        "tap rail.care\ntap care.kind.text\ntype care.text よく眠れた\ntap rail.checkin\ntap rail.care");
    CHECK(terminal.text("care.text") == "よく眠れた");
    terminal.play("tap care.tile.1\ntap care.kind.text");
    CHECK(terminal.text("care.text") == "");
}

TEST_CASE("a double tap on 記録 writes one note") {
    const DemoData data;
    Terminal terminal(data.path());
    terminal.play("tap rail.care\ntap care.kind.milk\ntap care.record");
    (void)terminal.try_to("tap care.record");
    CHECK(terminal.text("care.totals").find("460 ml") != std::string::npos);
}
