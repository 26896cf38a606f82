#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

TEST_CASE("a lost card is reported by two taps, and what follows is said before") {
    KioskStage stage(sample::kiosk_with(sample::without_card()));
    stage.tap("checkin.lost");
    CHECK(stage.asked.empty());
    CHECK(stage.text("checkin.lost.ask.sentence").find("再交付") != std::string::npos);
    CHECK(stage.text("checkin.lost.ask.sentence").find("カードは1枚にします") != std::string::npos);
    stage.tap("checkin.lost.ask.cancel");
    CHECK(stage.asked.empty());
    stage.tap("checkin.lost");
    stage.tap("checkin.lost.ask.confirm");
    (void)stage.asked_for<ReportCardLost>();
    CHECK_FALSE(stage.shows("checkin.lost.ask"));

    stage.view.check_in.candidate->missing = Message{"カードの紛失を届けました", "Reported lost"};
    stage.frame();
    CHECK(stage.text("checkin.missing").find("紛失を届けました") != std::string::npos);
    CHECK_FALSE(stage.shows("checkin.lost"));
    CHECK_FALSE(stage.shows("checkin.forgotten"));
}

TEST_CASE("an e-coupon is confirmed by eye by two taps, over the clinic's own code, and can be taken back") {
    KioskStage stage(sample::kiosk_with(sample::without_card()));
    stage.tap("checkin.coupon");
    CHECK(stage.shows("checkin.coupon.code"));
    CHECK(stage.asked.empty());
    stage.tap("checkin.coupon.confirm");
    CHECK(stage.asked_for<SeeCoupon>().seen);
    CHECK_FALSE(stage.shows("checkin.coupon.code"));
    stage.view.check_in.candidate->coupon_seen = true;
    stage.frame();
    stage.tap("checkin.coupon.seen");
    CHECK_FALSE(stage.asked_for<SeeCoupon>().seen);
}

TEST_CASE("a coupon that is scanned while the code stands there closes it") {
    KioskStage stage(sample::kiosk_with(sample::without_card()));
    stage.tap("checkin.coupon");
    stage.view.check_in.candidate->card_shown = true;
    stage.frame();
    stage.frame();
    CHECK_FALSE(stage.shows("checkin.coupon.code"));
    CHECK_FALSE(stage.shows("checkin.coupon"));
}

TEST_CASE("without a code from the municipality the coupon is still confirmed") {
    CandidateView who = sample::without_card();
    who.coupon_code.reset();
    KioskStage stage(sample::kiosk_with(who));
    stage.tap("checkin.coupon");
    CHECK_FALSE(stage.shows("checkin.coupon.code"));
    CHECK(stage.text("checkin.coupon.sentence").find("まだ届いていません") != std::string::npos);
    stage.tap("checkin.coupon.cancel");
    CHECK(stage.asked.empty());
}

TEST_CASE("a programme without cards asks for none") {
    CandidateView who = sample::without_card();
    who.has_cards = who.has_coupons = false;
    KioskStage stage(sample::kiosk_with(who));
    for (const char* id : {"checkin.forgotten", "checkin.lost", "checkin.coupon"})
        CHECK_FALSE(stage.shows(id));
}

TEST_CASE("where nobody can say what was used elsewhere, what stands on her card is counted") {
    CandidateView who = sample::ready();
    who.asks_stamps = true;
    who.used_known = 4;
    KioskStage stage(sample::kiosk_with(who));
    CHECK(stage.text("checkin.stamps") == "4 回");
    stage.tap("checkin.stamps.more");
    CHECK(stage.asked_for<CountStamps>().count == 5);
}

TEST_CASE("the clinic's code stands beside the card while nobody is at the desk") {
    KioskView view = sample::kiosk();
    CHECK_FALSE(KioskStage(view).shows("checkin.code"));
    view.check_in = sample::desk_with_code();
    view.check_in.coupon_codes.push_back(view.check_in.coupon_codes.front());
    view.check_in.coupon_codes.back().name = {"世田谷区", "Setagaya City"};
    KioskStage stage(view);
    CHECK(stage.text("checkin.code.next").find("練馬区") != std::string::npos);
    stage.tap("checkin.code.next");
    CHECK(stage.text("checkin.code.next").find("世田谷区") != std::string::npos);
}

TEST_CASE("papers are one tap away, each is opened by one more, and closing shows her page again") {
    KioskStage stage(sample::kiosk_with(sample::without_card()));
    stage.tap("checkin.papers");
    CHECK(stage.asked_for<OpenPaper>().paper_id == "p1");
    stage.view.shared_papers = sample::papers();
    stage.hand.settle();
    CHECK(stage.text("papers.text").find("夜にまとまって眠りたい") != std::string::npos);
    stage.tap("papers.of.1");
    CHECK(stage.asked_for<OpenPaper>().paper_id == "p2");
    stage.tap("papers.close");
    (void)stage.asked_for<ClosePaper>();
}

TEST_CASE("who has left sees the questionnaire's code, and the next one is received") {
    KioskView view = sample::kiosk();
    view.check_in.left = sample::left();
    KioskStage stage(view);
    CHECK(stage.shows("checkin.left.code"));
    CHECK(stage.text("checkin.left.sentence").find("施設ごとに1回") != std::string::npos);
    stage.tap("checkin.left.next");
    (void)stage.asked_for<LeaveCheckIn>();
}

TEST_CASE("whether she came to the orientation is asked in its row") {
    CandidateView who = sample::ready();
    who.asks_orientation = true;
    KioskStage stage(sample::kiosk_with(who));
    stage.tap("checkin.orientation.no");
    CHECK(stage.asked.empty());
    stage.tap("checkin.orientation.yes");
    (void)stage.asked_for<RecordOrientation>();
}
