#include "kiosk/screens/night_screen.h"

#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;
using namespace std::chrono_literals;

namespace {

KioskView calm_night() {
    KioskView view = sample::kiosk_at_night();
    view.night.babies[3].seen.posture = clinic::Posture::back;
    view.night.babies[3].looked_at = view.bar.steady - 3min;
    view.night.babies[3].due = view.bar.steady + 2min;
    return view;
}

KioskView overdue_night() {
    KioskView view = calm_night();
    view.night.babies[0].looked_at = view.bar.steady - 7min;
    view.night.babies[0].due = view.bar.steady - 2min;
    return view;
}

}  // namespace

TEST_CASE("a look is two taps: the baby's tile, and what was seen") {
    KioskStage stage(calm_night(), Screen::night);
    CHECK(stage.text("night.baby.0.minutes") == "2");
    CHECK(stage.text("night.baby.0").find("あおい") != std::string::npos);
    stage.tap("night.baby.0");
    CHECK(stage.text("night.look.record") == "仰向け・顔色よい・呼吸ふつう");
    stage.tap("night.look.record");
    const RecordLook look = stage.asked_for<RecordLook>();
    CHECK(look.child_id == "cあおい");
    CHECK(look.seen == clinic::Seen{});
    CHECK_FALSE(stage.shows("night.look"));
}

TEST_CASE("what was seen otherwise is said in the words of the button") {
    KioskStage stage(calm_night(), Screen::night);
    stage.tap("night.baby.1");
    stage.tap("night.look.posture.prone");
    stage.tap("night.look.colour.poor");
    stage.tap("night.look.breathing.odd");
    stage.tap("night.look.laid");
    CHECK(stage.text("night.look.record") == "うつぶせ・顔色わるい・呼吸おかしい・寝かせた");
    stage.tap("night.look.record");
    const clinic::Seen seen = stage.asked_for<RecordLook>().seen;
    CHECK(seen.posture == clinic::Posture::prone);
    CHECK_FALSE(seen.colour_good);
    CHECK_FALSE(seen.breathing_calm);
    CHECK(seen.laid_down);
}

TEST_CASE("the panel never remembers what was seen of another baby") {
    KioskStage stage(calm_night(), Screen::night);
    stage.tap("night.baby.1");
    stage.tap("night.look.posture.side");
    stage.tap("night.look.close");
    stage.tap("night.baby.2");
    CHECK(stage.text("night.look.record") == "仰向け・顔色よい・呼吸ふつう");
}

TEST_CASE("all looked at asks baby by baby, the one that is due first") {
    KioskStage stage(calm_night(), Screen::night);
    stage.tap("night.round");
    std::vector<std::string> asked;
    for (int i = 0; i < 5; ++i) {
        REQUIRE(stage.shows("night.look.record"));
        stage.tap("night.look.record");
        asked.push_back(stage.asked_for<RecordLook>().child_id);
    }
    CHECK_FALSE(stage.shows("night.look.record"));
    CHECK(asked.front() == "cはると");
    std::ranges::sort(asked);
    CHECK(std::ranges::adjacent_find(asked) == asked.end());
}

TEST_CASE("prone stays red with the word to turn, also before it is due again") {
    KioskView view = sample::kiosk_at_night();
    view.night.babies[3].due = view.bar.steady + 20s;
    KioskStage stage(view, Screen::night);
    CHECK(stage.text("night.baby.3").find("戻してください") != std::string::npos);
    CHECK(night_alarm(stage.view.night, stage.view.bar.steady).alarm == clinic::Alarm::shown);
}

TEST_CASE("what is due is said on every screen, and one tap opens that baby") {
    for (const Screen screen : {Screen::check_in, Screen::care, Screen::safety, Screen::report}) {
        KioskStage stage(overdue_night(), screen);
        CHECK(stage.text("alarm").find("101 あおい") != std::string::npos);
        CHECK(stage.shows("bar.emergency"));
        stage.tap("alarm.open");
        CHECK(stage.state.frame.screen == Screen::night);
        CHECK(stage.shows("night.look.record"));
        stage.tap("night.look.record");
        CHECK(stage.asked_for<RecordLook>().child_id == "cあおい");
    }
}

TEST_CASE("nothing on the screen moves when the alarm comes") {
    KioskStage calm(calm_night(), Screen::care);
    const ui::Rect before = calm.find("care.record")->at;
    calm.view = overdue_night();
    calm.hand.settle();
    CHECK(calm.shows("alarm"));
    CHECK(calm.find("care.record")->at == before);
}

TEST_CASE("on the night screen the tile says it first, the bar from when it sounds") {
    KioskView view = calm_night();
    view.night.babies[0].due = view.bar.steady - 5s;
    view.night.babies[0].looked_at = view.bar.steady - 5min - 5s;
    KioskStage stage(view, Screen::night);
    CHECK_FALSE(stage.shows("alarm"));
    CHECK(stage.text("night.baby.0").find("見てください") != std::string::npos);
    stage.view.bar.steady += 20s;
    stage.hand.settle();
    CHECK(stage.shows("alarm"));
}

TEST_CASE("where alarms cannot be heard it is said, and the alarm is seen everywhere from the first") {
    KioskView view = calm_night();
    view.bar.no_sound = Message{"音が出ません。", "There is no sound."};
    KioskStage stage(view, Screen::night);
    CHECK(stage.text("bar.no_sound") == "音が出ません");
    stage.view.night.babies[0].due = stage.view.bar.steady;
    stage.hand.settle();
    CHECK(stage.shows("alarm"));
}

TEST_CASE("an alarm is read and reached over whatever dialog is open, and a tap leaves the dialog") {
    KioskStage stage(calm_night(), Screen::care);
    stage.tap("care.view.notes");
    stage.tap("care.note.0.retract");
    REQUIRE(stage.shows("care.retract.ask"));
    CHECK_FALSE(stage.shows("alarm"));
    stage.view.night = overdue_night().night;
    stage.hand.settle();
    REQUIRE(stage.shows("alarm"));
    CHECK_FALSE(stage.find("alarm.open")->covered);
    CHECK_FALSE(stage.find("bar.emergency")->covered);
    CHECK_FALSE(stage.find("care.retract.ask.cancel")->covered);  // the dialog can be gone on with as well
    CHECK(stage.find("care.note.1.retract")->covered);
    stage.tap("alarm.open");
    CHECK(stage.state.frame.screen == Screen::night);
    CHECK(stage.shows("night.look.record"));
    CHECK_FALSE(stage.shows("care.retract.ask"));
}

TEST_CASE("over the emergency page as well; over the panel of that very baby nothing lies") {
    KioskStage calling(overdue_night(), Screen::check_in);
    calling.tap("bar.emergency");
    CHECK_FALSE(calling.find("alarm.open")->covered);
    calling.tap("alarm.open");
    CHECK_FALSE(calling.shows("emergency.0"));
    CHECK(calling.shows("night.look.record"));
    calling.tap("night.look.posture.side");
    CHECK(calling.text("night.look.record").starts_with("横向き"));
}

TEST_CASE("緊急 opens over a dialog that an alarm left it reachable beside, and the dialog is found again") {
    KioskStage stage(overdue_night(), Screen::care);
    stage.tap("care.view.notes");
    stage.tap("care.note.0.retract");
    stage.tap("bar.emergency");
    REQUIRE(stage.shows("emergency.close"));
    CHECK(stage.find("care.retract.ask.cancel")->covered);
    CHECK_FALSE(stage.find("alarm.open")->covered);
    stage.tap("emergency.close");
    CHECK_FALSE(stage.shows("emergency.close"));
    CHECK_FALSE(stage.find("care.retract.ask.cancel")->covered);
}

TEST_CASE("who is about to sign in is led to the baby that asks for a look") {
    KioskView view = overdue_night();
    view.night.babies[0].due = view.bar.steady - 5s;
    view.sign_in.asked = true;
    view.sign_in.state = SignInView::State::watch;
    KioskStage stage(view, Screen::night);
    CHECK_FALSE(stage.shows("alarm"));  // its tile says so first
    stage.tap("signin.open");
    REQUIRE(stage.shows("alarm"));
    stage.tap("alarm.open");
    CHECK(stage.shows("night.look.record"));
}

TEST_CASE("what a dialog holds is typed on while an alarm stands over it") {
    KioskStage stage(overdue_night(), Screen::care);
    stage.tap("care.view.notes");
    stage.tap("care.note.0.retract");
    stage.type("care.retract.ask.text", "時刻ちがい");
    CHECK(stage.text("care.retract.ask.text") == "時刻ちがい");
    CHECK(stage.shows("alarm"));
}

TEST_CASE("no dismissal silences an alarm: only its look is offered") {
    KioskStage stage(overdue_night(), Screen::care);
    for (const ui::Entry& entry : stage.ui.registry().entries())
        if (entry.pressable && entry.id.starts_with("alarm")) CHECK(entry.id == "alarm.open");
}

TEST_CASE("with fewer than needed the bar says that she is alone") {
    KioskStage stage(calm_night(), Screen::night);
    CHECK(stage.text("bar.watch") == "見守り 鈴木 恵（ひとり）");
    stage.view.night.present = 2;
    stage.hand.settle();
    CHECK(stage.text("bar.watch") == "見守り 鈴木 恵");
}

TEST_CASE("the watch is handed over by the receiver's own word") {
    KioskStage stage(calm_night(), Screen::night);
    stage.tap("night.handover");
    CHECK(stage.why("night.receive.1") == "いま見守っています");
    stage.tap("night.receive.0");
    CHECK(stage.text("night.receive").find("佐藤 美咲さん") != std::string::npos);
    CHECK(stage.asked.empty());
    stage.tap("night.receive.confirm");
    CHECK(stage.asked_for<TakeWatch>().staff_id == "s1");
}

TEST_CASE("a baby comes into keeping with a first look, laid down") {
    KioskStage stage(calm_night(), Screen::night);
    stage.tap("night.take");
    stage.tap("night.take.1");
    stage.tap("night.look.record");
    const TakeIntoKeeping take = stage.asked_for<TakeIntoKeeping>();
    CHECK(take.use_id == "u8");
    CHECK(take.child_id == "c8");
    CHECK(take.seen.laid_down);
}

TEST_CASE("a look of the wrong baby is taken back with a reason") {
    KioskView view = calm_night();
    view.night.last_look_id = "l1";
    view.night.last_look_name = "105 りん";
    KioskStage stage(view, Screen::night);
    stage.tap("night.undo");
    stage.tap("night.undo.ask.reason.0");
    stage.tap("night.undo.ask.confirm");
    const RetractLook retract = stage.asked_for<RetractLook>();
    CHECK(retract.look_id == "l1");
    CHECK(retract.reason == "別の赤ちゃんでした");
}

TEST_CASE("a baby is given back, looked at more often, and as usual again") {
    KioskStage stage(calm_night(), Screen::night);
    stage.tap("night.baby.4");
    stage.tap("night.look.less");
    CHECK(stage.asked_for<SetBabyInterval>().every == 4min);
    stage.tap("night.look.more");
    CHECK_FALSE(stage.asked_for<SetBabyInterval>().every.has_value());
    stage.tap("night.look.back_to_mother");
    CHECK(stage.asked_for<GiveBack>().child_id == "cりん");
}

TEST_CASE("where nobody watches that comes first") {
    KioskView view = calm_night();
    view.night.babies.clear();
    view.night.watcher.clear();
    view.night.staff[1].watches = false;
    KioskStage stage(view, Screen::night);
    CHECK(stage.shows("night.who"));
    stage.tap("night.watcher.1");
    stage.tap("night.receive.confirm");
    CHECK(stage.asked_for<TakeWatch>().staff_id == "s2");
}

TEST_CASE("the handover is confirmed line by line, and finished only when all are") {
    KioskView view = calm_night();
    view.night.handover.under_way = true;
    view.night.handover.giver = "鈴木 恵";
    view.night.handover.receiver = "佐藤 美咲";
    view.night.handover.lines = {
        {"watch", "c1", "101", "あおい", {"預かり中", "In keeping"}, false, true},
        {"mark", "n3", "103", "さくら", {"△ 5:05 体温 37.6 ℃", "△ 5:05 37.6"}, true, false}};
    KioskStage stage(view, Screen::night);
    stage.tap("night.handover");
    CHECK(stage.why("handover.finish") == "あと1行です");
    stage.tap("handover.1.confirm");
    CHECK(stage.asked_for<ConfirmHandoverLine>().subject == "n3");
    stage.view.night.handover.lines[1].confirmed = true;
    stage.hand.settle();
    stage.tap("handover.finish");
    (void)stage.asked_for<FinishHandover>();
}

TEST_CASE("様式1 is printed by one tap on its page") {
    KioskStage incident(sample::kiosk_with_incident(true), Screen::safety);
    incident.tap("safety.print");
    (void)incident.asked_for<PrintIncident>();
}

TEST_CASE("申し送り and 緊急 are printed by one tap on their pages") {
    KioskView view = calm_night();
    view.night.handover.under_way = true;
    KioskStage stage(view, Screen::night);
    stage.tap("night.handover");
    stage.tap("handover.print");
    (void)stage.asked_for<PrintHandover>();
    stage.tap("bar.emergency");
    stage.tap("emergency.print");
    (void)stage.asked_for<PrintEmergency>();
    stage.view.bar.emergency_paper = Message{"/media/usb に書き出しました", "Written to /media/usb"};
    stage.hand.settle();
    CHECK(stage.text("emergency.paper").find("/media/usb") != std::string::npos);
    stage.tap("emergency.close");
    (void)stage.asked_for<ForgetEmergencyPaper>();
}
