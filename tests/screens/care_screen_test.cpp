#include "kiosk/screens/care_screen.h"

#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using clinic::NoteKind;
using screens::test::KioskStage;

namespace {

KioskView with(CareView care) {
    KioskView view = sample::kiosk();
    view.care = std::move(care);
    return view;
}

KioskStage& writes(KioskStage& stage, std::string id, Message text) {
    NoteRow row = stage.view.care.notes.front();
    row.note_id = id;
    row.text = std::move(text);
    row.note.what.observed_at = sample::at(14, 5);
    stage.view.care.notes.insert(stage.view.care.notes.begin(), row);
    stage.view.care.last_note_id = std::move(id);
    stage.hand.settle();
    return stage;
}

}  // namespace

TEST_CASE("a feed is two taps: her tile, 記録") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.tile.0");
    CHECK(stage.asked_for<ChoosePair>().use_id == "u5");
    stage.tap("care.record");
    const clinic::NewNote note = stage.asked_for<WriteNote>().note;
    CHECK(note.use_id == "u5");
    CHECK(note.child_id == "c1");
    CHECK(note.kind == NoteKind::milk);
    CHECK(note.amount == 80);
    CHECK(note.observed_at == Instant());
}

TEST_CASE("a second tap on 記録 does not write twice, and what was written can be taken back") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.record");
    CHECK(stage.why("care.record") == "記録しています");
    stage.asked.clear();
    writes(stage, "n6", {"ミルク 80 ml", "Milk 80 ml"});
    CHECK(stage.text("care.written") == "14:05 ミルク 80 ml を記録しました");
    CHECK(stage.why("care.record") == "量を選んでください");
    stage.tap("care.written.undo");
    CHECK(stage.text("care.retract.ask.sentence").find("ミルク 80 ml") != std::string::npos);
    stage.tap("care.retract.ask.reason.1");
    stage.tap("care.retract.ask.confirm");
    const auto retract = stage.asked_for<RetractNote>();
    CHECK(retract.note_id == "n6");
    CHECK(retract.reason == "二重に記録した");
}

TEST_CASE("what could not be written is said beside 記録, and the words typed are still there") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.kind.text");
    stage.type("care.text", "𠮷野さんに伝える");
    REQUIRE_FALSE(stage.kept.empty());
    CHECK(stage.kept.back().text == "𠮷野さんに伝える");
    const ui::Rect before = stage.find("care.record")->at;
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.text == "𠮷野さんに伝える");
    stage.view.care.notice =
        Notice{Notice::Tone::failure, "disk_full", {"ディスクの空きがありません。", "The disk is full."}};
    stage.hand.settle();
    CHECK(stage.text("notice") == "ディスクの空きがありません。");
    CHECK(stage.find("care.record")->at == before);
    CHECK(stage.text("care.text") == "𠮷野さんに伝える");
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.text == "𠮷野さんに伝える");
}

TEST_CASE("each kind asks for what it needs") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.kind.breast");
    CHECK(stage.why("care.record") == "左右を選んでください");
    stage.tap("care.side.right");
    CHECK(stage.why("care.record") == "分を選んでください");
    stage.tap("care.preset.10");
    CHECK(stage.text("care.time") == "13:55〜14:05");
    stage.tap("care.record");
    const auto breast = stage.asked_for<WriteNote>().note;
    CHECK(breast.detail == "right");
    CHECK(breast.amount == 10);
    CHECK(breast.observed_at == sample::at(13, 55));

    stage.tap("care.kind.nappy");
    CHECK(stage.why("care.record") == "種類を選んでください");
    stage.tap("care.nappy.both");
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.detail == "both");

    stage.tap("care.kind.bath");
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.kind == NoteKind::bath);

    stage.tap("care.kind.meal");
    stage.tap("care.word.1");
    stage.tap("care.record");
    const auto meal = stage.asked_for<WriteNote>().note;
    CHECK(meal.text == "半分");
    CHECK(meal.child_id.empty());
}

TEST_CASE("a temperature is typed on the pad that opens by itself") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.kind.temperature");
    CHECK(stage.why("care.record") == "数字を入れてください");
    for (const char* key : {"care.pad.3", "care.pad.7", "care.pad.6", "care.pad.1"}) stage.tap(key);
    CHECK(stage.text("care.amount") == "37.6 ℃");
    stage.tap("care.pad.erase");
    stage.tap("care.pad.5");
    CHECK(stage.text("care.amount") == "37.5 ℃");
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.amount == 375);
    CHECK(stage.shows("care.kind.milk"));
}

TEST_CASE("any other amount of milk is typed on the pad") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.amount");
    stage.tap("care.pad.erase");
    stage.tap("care.pad.erase");
    CHECK(stage.why("care.record") == "量を選んでください");
    stage.tap("care.pad.7");
    stage.tap("care.pad.5");
    stage.tap("care.pad.close");
    CHECK(stage.text("care.amount") == "75");
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.amount == 75);
}

TEST_CASE("logging after the fact: five minutes earlier, another hour, the day before") {
    KioskStage stage(sample::kiosk(), Screen::care);
    CHECK(stage.text("care.time") == "14:05");
    stage.tap("care.time");
    stage.tap("care.time.earlier");
    CHECK(stage.text("care.time") == "14:00");
    stage.tap("care.hour.13");
    stage.tap("care.minute.40");
    CHECK(stage.text("care.time") == "13:40");
    stage.tap("care.hour.22");
    CHECK(stage.why("care.record") == "時刻が先です");
    stage.tap("care.time.day");
    CHECK(stage.text("care.time") == "前日 22:40");
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.observed_at == sample::at(22, 40, 20));
}

TEST_CASE("いま brings the time back to the clock") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.time");
    stage.tap("care.time.earlier");
    stage.tap("care.time.now");
    stage.tap("care.time.close");
    CHECK(stage.text("care.time") == "14:05");
    stage.tap("care.record");
    CHECK(stage.asked_for<WriteNote>().note.observed_at == Instant());
}

TEST_CASE("no time after now can be reached by a step") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.time");
    CHECK(stage.why("care.time.later") == "いまより先です");
}

TEST_CASE("twins stand side by side, and one's draft is never taken for the other's") {
    KioskStage stage(with(sample::care_of_twins()), Screen::care);
    CHECK(stage.text("care.child.0") == "はると");
    CHECK(stage.find("care.child.1")->selected);
    stage.tap("care.preset.100");
    stage.tap("care.child.0");
    CHECK(stage.asked_for<ChooseChild>().child_id == "c2");
    stage.view.care.child_id = "c2";
    stage.view.care.last_milk_ml = 40;
    stage.hand.settle();
    stage.tap("care.record");
    const auto note = stage.asked_for<WriteNote>().note;
    CHECK(note.child_id == "c2");
    CHECK(note.amount == 40);
}

TEST_CASE("of triplets' many timers those of the child looked at come first, and the rest is counted") {
    CareView view = sample::care_of_triplets();
    for (TimerView& timer : view.timers) timer.started_at -= std::chrono::hours(12);
    KioskStage stage(with(view), Screen::care);
    CHECK(stage.text("care.timer.1").starts_with("ゆづき 12時間"));
    CHECK(stage.shows("care.timer.4"));
    CHECK(stage.text("care.timer.more").starts_with("ほか"));
    stage.view.care.child_id = "c4";
    stage.hand.settle();
    CHECK(stage.shows("care.timer.2"));
}

TEST_CASE("a mother alone has no kind, lane or total of a baby") {
    CareView mother = sample::care();
    mother.tabs = {{"", "髙橋 凛", {"お母さん", "Mother"}}};
    mother.child_id.clear();
    mother.tiles.resize(1);
    mother.tiles[0].babies.clear();
    mother.tiles[0].due.reset();
    mother.mother = "髙橋 凛";
    mother.age = {};
    mother.weight_g.reset();
    KioskStage stage(with(mother), Screen::care);
    for (const char* kind :
         {"care.kind.milk", "care.kind.breast", "care.kind.nappy", "care.kind.bath", "care.kind.weight"})
        CHECK_FALSE(stage.shows(kind));
    CHECK_FALSE(stage.shows("care.view.weight"));
    for (const char* word : {"ミルク", "授乳 ", "おむつ", "おしっこ", "赤ちゃん", "生後"})
        CHECK_MESSAGE(stage.text("care.timeline").find(word) == std::string::npos, word);
    CHECK(stage.text("care.totals") == "これまでの24時間");
    CHECK(stage.why("care.record") == "内容を入れてください");
}

TEST_CASE("the notes are listed, and a correction asks why") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.view.notes");
    CHECK(stage.text("care.note.0") == "12:55 ミルク 60 ml");
    CHECK(stage.text("care.note.4").starts_with("11/20 15:15"));
    stage.tap("care.note.0.correct");
    CHECK(stage.text("care.time") == "12:55");
    CHECK(stage.find("care.preset.60")->selected);
    stage.tap("care.preset.80");
    CHECK(stage.why("care.record") == "理由を選んでください");
    stage.tap("care.reason.0");
    stage.tap("care.record");
    const auto correct = stage.asked_for<CorrectNote>();
    CHECK(correct.note_id == "n5");
    CHECK(correct.reason == "量のまちがい");
    CHECK(correct.instead.amount == 80);
    CHECK(correct.instead.observed_at == sample::at(12, 55));
    CHECK(stage.shows("care.note.0"));
}

TEST_CASE("a correction that is left changes nothing") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.view.notes");
    stage.tap("care.note.2.correct");
    stage.tap("care.correct.cancel");
    CHECK(stage.asked.empty());
    CHECK(stage.shows("care.note.2"));
}

TEST_CASE("a retraction names the note and needs a reason") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.view.notes");
    stage.tap("care.note.1.retract");
    CHECK(stage.text("care.retract.ask.sentence").find("おむつ うんち") != std::string::npos);
    CHECK(stage.why("care.retract.ask.confirm") == "理由を選ぶか、入力してください");
    stage.type("care.retract.ask.text", "となりの部屋の記録でした");
    stage.tap("care.retract.ask.confirm");
    const auto retract = stage.asked_for<RetractNote>();
    CHECK(retract.note_id == "n4");
    CHECK(retract.reason == "となりの部屋の記録でした");
}

TEST_CASE("what is out of range is marked in the timeline and in the tile") {
    KioskStage stage(sample::kiosk(), Screen::care);
    CHECK(stage.text("care.timeline").find("37.6 △") != std::string::npos);
    CHECK(stage.text("care.tile.1").find("△") != std::string::npos);
    CHECK(stage.text("care.totals") == "ミルク 400 ml　おしっこ 5　うんち 4");
}

TEST_CASE("the weights are a curve, and say that two are needed") {
    KioskStage stage(sample::kiosk(), Screen::care);
    CHECK(stage.text("care.weight") == "4,820");
    stage.tap("care.view.weight");
    CHECK(stage.shows("care.curve"));
    CHECK(stage.text("care.totals").find("+640 g（+15.3%）") != std::string::npos);
    stage.view.care.weights.resize(1);
    stage.frame();
    CHECK(stage.text("care.curve.none").find("2回") != std::string::npos);
}

TEST_CASE("an empty house says what will appear here") {
    KioskStage stage(with(CareView{}), Screen::care);
    CHECK(stage.text("care.none").find("いま在所の方はいません") != std::string::npos);
}

TEST_CASE("the mother's pain is two taps from its tile: where, and 0 to 10, in either order") {
    KioskView view = sample::kiosk();
    view.care.child_id.clear();
    KioskStage stage(view, Screen::care);
    stage.tap("care.kind.pain");
    stage.tap("care.pain.site.perineum");
    CHECK(stage.asked.empty());
    stage.tap("care.pain.6");
    const clinic::NewNote note = stage.asked_for<WriteNote>().note;
    CHECK(note.kind == clinic::NoteKind::pain);
    CHECK(note.detail == "perineum");
    CHECK(note.amount == 6);
    CHECK(note.child_id.empty());
    CHECK_FALSE(stage.shows("care.pain.6"));  // back at the kinds
}

TEST_CASE("the number may come before the place: it waits for it") {
    KioskView view = sample::kiosk();
    view.care.child_id.clear();
    KioskStage other(view, Screen::care);
    other.tap("care.kind.pain");
    other.tap("care.pain.0");
    CHECK(other.why("care.record") == "場所を選んでください");
    other.tap("care.pain.site.head");
    CHECK(other.asked_for<WriteNote>().note.amount == 0);
}

TEST_CASE("what was drunk is drawn day by day, in ml and times, of a baby only") {
    KioskStage stage(sample::kiosk(), Screen::care);
    stage.tap("care.view.feeds");
    CHECK(stage.text("care.feeds").find("11/20 560 ml 9回") != std::string::npos);
    stage.view.care.child_id.clear();
    stage.hand.settle();
    CHECK_FALSE(stage.shows("care.feeds"));
    CHECK_FALSE(stage.shows("care.view.feeds"));
}
