#include "shared/base/user_number.h"
#include "tests/screens/kiosk_stage.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using screens::test::KioskStage;

TEST_CASE("a card whose mother is new asks for her name, and keeps what the card said") {
    KioskView view = sample::kiosk();
    view.check_in.register_form.emplace();
    view.check_in.register_form->source = "card";
    view.check_in.register_form->programme = "nerima";
    view.check_in.register_form->user_number = "N-6617-2";
    view.check_in.register_form->facts.resident = true;
    KioskStage stage(view);
    CHECK(stage.text("checkin.register.card").find("練馬区 N-6617-2") != std::string::npos);
    CHECK(stage.why("checkin.register.ok") == "お名前を入力してください");
    stage.type("checkin.register.name", "𠮷野 葵");
    stage.type("checkin.register.kana", "よしの あおい");
    stage.type("checkin.register.phone", "090-0000-0000");
    stage.type("checkin.register.allergies", "卵");
    stage.tap("checkin.register.ok");
    const auto registered = stage.asked_for<RegisterMother>().registration;
    CHECK(registered.name == "𠮷野 葵");
    CHECK(registered.kana == "よしの あおい");
    CHECK(registered.phone == "090-0000-0000");
    CHECK(registered.allergies == "卵");
    CHECK(registered.source == "card");
    CHECK(registered.user_number == "N-6617-2");
    CHECK(registered.facts.resident == true);
}

TEST_CASE("another card begins another form") {
    KioskView view = sample::kiosk();
    view.check_in.register_form.emplace();
    view.check_in.register_form->user_number = "N-6617-2";
    KioskStage stage(view);
    stage.type("checkin.register.name", "田中");
    stage.view.check_in.register_form->user_number = "N-5010-3";
    stage.hand.settle();
    CHECK(stage.text("checkin.register.name").empty());
}

TEST_CASE("やめる on a card's form tells the clinic") {
    KioskView view = sample::kiosk();
    view.check_in.register_form.emplace();
    KioskStage stage(view);
    stage.tap("checkin.register.cancel");
    (void)stage.asked_for<LeaveCheckIn>();
}

TEST_CASE("やめる on a form opened by hand only closes it") {
    KioskStage typed;
    typed.tap("checkin.register.open");
    typed.tap("checkin.register.cancel");
    CHECK(typed.asked.empty());
    CHECK(typed.shows("checkin.idle"));
}

TEST_CASE("without a card programme, number and name are asked for, one after the other") {
    KioskStage stage;
    stage.tap("checkin.register.open");
    CHECK(stage.why("checkin.register.ok") == "自治体を選んでください");
    stage.tap("checkin.register.programme.nerima");
    CHECK(stage.why("checkin.register.ok") == "利用者番号を入力してください");
    const std::string number = make_user_number('N', "4821").value();
    stage.type("checkin.register.number", number);
    CHECK(stage.why("checkin.register.ok") == "お名前を入力してください");
    stage.type("checkin.register.name", "山田 花子");
    stage.type("checkin.register.born", "2026-02-30");
    CHECK(stage.why("checkin.register.ok") == "2026-09-12 のように入力してください");
    for (int i = 0; i < 10; ++i) CHECK(stage.hand.key("backspace").ok());
    stage.type("checkin.register.born", "2026-09-12");
    CHECK(stage.why("checkin.register.ok").empty());
    stage.tap("checkin.register.ok");
    const auto registered = stage.asked_for<RegisterMother>().registration;
    CHECK(registered.source == "typed");
    CHECK(registered.programme == "nerima");
    CHECK(registered.user_number == number);
    REQUIRE(registered.children.size() == 1);
    CHECK(registered.children[0].born == make_date(2026, 9, 12));
}

TEST_CASE(
    "where a municipality's numbers are its own, any number is taken; elsewhere its check sign must hold") {
    KioskStage stage;
    stage.view.check_in.programmes.emplace_back("nakano", Message{"中野区", "Nakano City"});
    stage.view.check_in.own_numbers = {"nakano"};
    stage.tap("checkin.register.open");
    stage.type("checkin.register.number", "20317");
    stage.type("checkin.register.name", "石田 真由");
    stage.tap("checkin.register.programme.nerima");
    CHECK(stage.why("checkin.register.ok") == "利用者番号を入力してください");
    stage.tap("checkin.register.programme.nakano");
    stage.tap("checkin.register.ok");
    CHECK(stage.asked_for<RegisterMother>().registration.user_number == "20317");
}

TEST_CASE("a child is only registered where a date was typed") {
    KioskStage stage;
    stage.tap("checkin.register.open");
    stage.tap("checkin.register.programme.minamiaso");
    stage.type("checkin.register.number", make_user_number('M', "31").value());
    stage.type("checkin.register.name", "髙橋 凛");
    stage.tap("checkin.register.ok");
    CHECK(stage.asked_for<RegisterMother>().registration.children.empty());
}
