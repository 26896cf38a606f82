#include "kiosk/screens/safety_screen.h"

#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

TEST_CASE("a near miss is three taps and a sentence") {
    KioskStage stage(sample::kiosk_with_incident(false), Screen::safety);
    stage.tap("safety.new");
    stage.type("safety.words", "柵が下りたままだった");
    stage.tap("safety.record");
    const ReportIncident asked = stage.asked_for<ReportIncident>();
    CHECK(asked.gravity == "near_miss");
    CHECK(asked.words == "柵が下りたままだった");
    CHECK(asked.use_id.empty());
    CHECK(asked.minutes_ago == 0);
    ++stage.view.safety.saved;
    stage.hand.settle();
    CHECK(stage.shows("safety.new"));
}

TEST_CASE("without a sentence nothing is recorded, and the button says so") {
    KioskStage stage(sample::kiosk_with_incident(false), Screen::safety);
    stage.tap("safety.new");
    CHECK(stage.why("safety.record") == "内容を入れてください");
}

TEST_CASE("an incident names its class, whose it is and when") {
    KioskStage stage(sample::kiosk_with_incident(false), Screen::safety);
    stage.tap("safety.new");
    stage.tap("safety.class.serious");
    stage.tap("safety.ago.15");
    stage.tap("safety.who.2");
    stage.type("safety.words", "呼吸が止まっていた");
    stage.tap("safety.record");
    const ReportIncident asked = stage.asked_for<ReportIncident>();
    CHECK(asked.gravity == "serious");
    CHECK(asked.minutes_ago == 15);
    CHECK(asked.child_id == "c8");
}

TEST_CASE("the deadline is counted down in the bar of every screen") {
    for (const Screen screen :
         {Screen::check_in, Screen::care, Screen::night, Screen::safety, Screen::report}) {
        KioskStage stage(sample::kiosk_with_incident(true), screen);
        CHECK(stage.text("bar.incident") == "第1報 あと33時間54分");
    }
}

TEST_CASE("a field of the form is kept when the hand leaves it") {
    KioskStage stage(sample::kiosk_with_incident(true), Screen::safety);
    stage.tap("safety.tab.form");
    stage.tap("safety.section.1");
    stage.type("safety.field.facility_owner", "合同会社さくら");
    stage.tap("safety.section.2");
    const SaveFormField kept = stage.asked_for<SaveFormField>();
    CHECK(kept.key == "facility_owner");
    CHECK(kept.value == "合同会社さくら");
    stage.tap("safety.field.multiple_birth.yes");
    CHECK(stage.asked_for<SaveFormField>().value == "yes");
}

TEST_CASE("a report is made only once her consent was asked about, and whom to call stands beside") {
    KioskStage stage(sample::kiosk_with_incident(true), Screen::safety);
    stage.tap("safety.tab.report");
    CHECK(stage.text("safety.call.0") == "0967-67-1111");
    CHECK(stage.why("safety.report") == "同意を選んでください");
    CHECK(stage.why("safety.close") == "第1報がまだです");
    stage.tap("safety.consent.given");
    stage.tap("safety.report");
    CHECK(stage.asked_for<MakeIncidentReport>().consent == "given");
    stage.tap("safety.told");
    CHECK_FALSE(stage.asked_for<RecordTold>().whom.empty());
}

TEST_CASE("the time line takes a sentence with the time, and a line can be taken back") {
    KioskStage stage(sample::kiosk_with_incident(true), Screen::safety);
    stage.type("safety.event.words", "救急車が着いた");
    stage.tap("safety.event.add");
    CHECK(stage.asked_for<AddIncidentEvent>().words == "救急車が着いた");
    stage.tap("safety.event.0.retract");
    CHECK(stage.asked_for<RetractIncidentEvent>().event_id == "e1");
    stage.tap("safety.regrade.death");
    CHECK(stage.asked_for<RegradeIncident>().gravity == "death");
}

TEST_CASE("the emergency page is one tap from everywhere: numbers, what to say, AED and the flow") {
    KioskView view = sample::kiosk_with_incident(true);
    view.bar.emergency_notes = {{"AED：玄関を入って右の壁", "AED: by the door"}};
    for (const Screen screen :
         {Screen::check_in, Screen::care, Screen::night, Screen::safety, Screen::report}) {
        KioskStage stage(view, screen);
        stage.tap("bar.emergency");
        CHECK(stage.text("emergency.0") == "119");
        CHECK(stage.text("emergency.note.0").find("玄関") != std::string::npos);
    }
}
