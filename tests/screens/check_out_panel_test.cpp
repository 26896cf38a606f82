#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

namespace {

KioskView leaving(CheckOutView who = sample::leaving()) {
    KioskView view = sample::kiosk();
    view.check_in.check_out = std::move(who);
    return view;
}

KioskView recorded() {
    KioskView view = sample::kiosk();
    view.check_in.done = sample::done();
    return view;
}

}  // namespace

TEST_CASE("leaving asks how she came and goes, what she wishes and for the money, and says what is missing") {
    KioskStage stage(leaving());
    CHECK(stage.text("checkout.person") == "田中 陽菜");
    CHECK(stage.text("checkout.copay") == "1,500円");
    CHECK(stage.why("checkout.confirm") == "来られたときの様子を選んでください");
    stage.tap("checkout.arrival.tired");
    CHECK(stage.why("checkout.confirm") == "帰られるときの様子を選んでください");
    stage.tap("checkout.leaving.well");
    CHECK(stage.why("checkout.confirm") == "支援のご希望を選んでください");
    stage.tap("checkout.follow.yes");
    CHECK(stage.why("checkout.confirm") == "お支払いを受け取ったら、チェックを入れてください");
    stage.tap("checkout.received");
    CHECK(stage.why("checkout.confirm").empty());
    CHECK(stage.asked.empty());
    stage.tap("checkout.confirm");
    const auto out = stage.asked_for<ConfirmCheckOut>().check_out;
    CHECK(out.use_id == "u1");
    CHECK(out.on_arrival == clinic::Condition::tired);
    CHECK(out.on_leaving == clinic::Condition::well);
    CHECK(out.follow_up);
    CHECK(out.received == Yen(1500));
}

TEST_CASE("a slip is wished with one tap before she leaves") {
    KioskStage stage(leaving());
    stage.tap("checkout.slip");
    CHECK(stage.find("checkout.slip")->checked == true);
    stage.tap("checkout.arrival.well");
    stage.tap("checkout.leaving.well");
    stage.tap("checkout.follow.no");
    stage.tap("checkout.received");
    stage.tap("lang.en");
    stage.tap("checkout.confirm");
    const auto with = stage.asked_for<ConfirmCheckOut>();
    CHECK(with.slip);
    CHECK(with.english);
}

TEST_CASE("a slip is taken from a check-in that was recorded") {
    KioskStage done(recorded());
    done.tap("checkin.slip");
    const auto slip = done.asked_for<PrintSlip>();
    CHECK(slip.use_id == sample::done().use_id);
    CHECK_FALSE(slip.english);
}

TEST_CASE("where nothing is to be paid, nothing is to be ticked") {
    CheckOutView who = sample::leaving();
    who.copay = Yen();
    KioskStage stage(leaving(who));
    CHECK_FALSE(stage.shows("checkout.received"));
    stage.tap("checkout.arrival.well");
    stage.tap("checkout.leaving.unwell");
    stage.tap("checkout.follow.no");
    stage.tap("checkout.confirm");
    CHECK(stage.asked_for<ConfirmCheckOut>().check_out.received == Yen());
}

TEST_CASE("one mother's answers are never taken for the next") {
    KioskStage stage(leaving());
    stage.tap("checkout.arrival.tired");
    stage.view.check_in.check_out->use_id = "u5";
    stage.frame();
    CHECK_FALSE(stage.find("checkout.arrival.tired")->selected);
}

TEST_CASE("a check-in is taken back on its own day, with a reason, and the sentence says whose") {
    KioskStage stage(leaving());
    stage.tap("checkout.undo");
    CHECK(stage.text("checkout.undo.ask.sentence").find("田中 陽菜さん") != std::string::npos);
    CHECK(stage.why("checkout.undo.ask.confirm") == "理由を選ぶか、入力してください");
    CHECK(stage.find("checkout.confirm")->covered);
    stage.tap("checkout.undo.ask.reason.0");
    stage.tap("checkout.undo.ask.confirm");
    const auto undo = stage.asked_for<UndoCheckIn>();
    CHECK(undo.use_id == "u1");
    CHECK(undo.reason == "別の方でした");
    CHECK_FALSE(stage.shows("checkout.undo.ask"));
    stage.view.check_in.check_out->first_day = make_date(2026, 11, 20);
    stage.frame();
    CHECK_FALSE(stage.shows("checkout.undo"));
}

TEST_CASE("going back records nothing") {
    KioskStage stage(leaving());
    stage.tap("checkout.back");
    (void)stage.asked_for<LeaveCheckIn>();
}

TEST_CASE("after a check-in the money, the notice to the municipality and the ways on are shown") {
    KioskStage stage(recorded());
    CHECK(stage.text("checkin.done") == "受付しました");
    CHECK(stage.text("checkin.copay") == "1,500円");
    CHECK(stage.text("checkin.announced") == "自治体への通知を待っています");
    stage.view.check_in.done->announced = true;
    stage.frame();
    CHECK(stage.text("checkin.announced") == "自治体に通知しました");
    stage.tap("checkin.next");
    (void)stage.asked_for<LeaveCheckIn>();
    stage.tap("checkin.care");
    CHECK(stage.asked_for<ChoosePair>().use_id == "u7");
    CHECK(stage.state.frame.screen == Screen::care);
}

TEST_CASE("a check-in just made is taken back with one's own words") {
    KioskStage stage(recorded());
    stage.tap("checkin.undo");
    stage.type("checkin.undo.ask.text", "雨で帰られた");
    stage.tap("checkin.undo.ask.confirm");
    CHECK(stage.asked_for<UndoCheckIn>().reason == "雨で帰られた");
}

TEST_CASE("a dialog that is left takes nothing back and forgets the reason") {
    KioskStage stage(recorded());
    stage.tap("checkin.undo");
    stage.tap("checkin.undo.ask.reason.2");
    stage.tap("checkin.undo.ask.cancel");
    CHECK(stage.asked.empty());
    CHECK_FALSE(stage.shows("checkin.undo.ask"));
    stage.tap("checkin.undo");
    CHECK_FALSE(stage.find("checkin.undo.ask.reason.2")->selected);
    CHECK(stage.hand.key("escape").ok());
    stage.hand.settle();
    CHECK_FALSE(stage.shows("checkin.undo.ask"));
}
