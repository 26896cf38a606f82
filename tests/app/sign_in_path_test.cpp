#include "kiosk/app/front.h"
#include "shared/clinic/badge.h"
#include "shared/clinic/staff.h"
#include "tests/app/small_clinic.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::screens;
using namespace sango::test;
using State = SignInView::State;

namespace {

constexpr const char* kPin = "274913";

/// The clinic's only member of staff has badge and PIN.
struct GuardedDesk {
    SmallClinic clinic;
    FakeNetwork network;
    std::string badge;
    app::Front front{opened(), two_endpoints(), network.network()};

    clinic::Clinic opened() {
        auto now = clinic.open();
        REQUIRE(clinic::set_pin(now, now.actor.staff_id, kPin).ok());
        badge = clinic::issue_badge(now, now.actor.staff_id).value();
        return now;
    }
    void come_in() {
        front.handle(ScanText{badge});
        front.handle(EnterPin{kPin});
        REQUIRE(front.view().sign_in.state == State::open);
    }
    void check_in() {
        front.handle(RegisterMother{mother_of_nerima(1)});
        front.handle(AnswerInfection{false});
        front.handle(ConfirmCheckIn{});
        REQUIRE(front.view().check_in.done.has_value());
    }
};

}  // namespace

TEST_CASE("the terminal starts locked, shows nobody's name, and takes nothing but a badge") {
    GuardedDesk desk;
    auto view = desk.front.view();
    CHECK(view.sign_in.state == State::locked);
    CHECK(view.bar.staff_name.empty());
    CHECK(view.sign_in.holder.empty());
    desk.front.handle(EnterPin{kPin});
    CHECK(desk.front.view().sign_in.state == State::locked);
    desk.front.handle(RegisterMother{mother_of_nerima(1)});
    desk.front.handle(ScanText{"SNG1:A CARD OF SOMEONE"});
    view = desk.front.view();
    CHECK(view.sign_in.notice->code == "bad_badge");
    CHECK_FALSE(view.check_in.candidate.has_value());
    desk.come_in();
    CHECK_FALSE(desk.front.view().bar.staff_name.empty());
}

TEST_CASE("whoever leaves takes every name from the screen, and finds her work again") {
    GuardedDesk desk;
    desk.come_in();
    desk.check_in();
    desk.front.handle(LockTerminal{});
    auto view = desk.front.view();
    CHECK(view.sign_in.state == State::locked);
    CHECK_FALSE(view.check_in.done.has_value());
    CHECK(view.care.tiles.empty());
    desk.come_in();
    CHECK(desk.front.view().check_in.done.has_value());
}

TEST_CASE("what a municipality answers is kept while nobody is signed in") {
    GuardedDesk desk;
    desk.come_in();
    desk.check_in();
    desk.front.handle(LockTerminal{});
    REQUIRE(desk.network.sendings.size() == 1);
    desk.network.sendings[0].then(refused());
    CHECK(desk.front.view().bar.refused == 1);
    desk.front.tick();
    CHECK_FALSE(desk.front.view().bar.trouble.has_value());
}

TEST_CASE("a badge at an open terminal hands it over, and only with the PIN") {
    GuardedDesk desk;
    desk.come_in();
    desk.front.handle(ScanText{desk.badge});
    CHECK(desk.front.view().sign_in.state == State::open);
    desk.front.handle(AddStaff{"田中 彩", clinic::Role::desk});
    desk.front.show_settings(true);
    const auto staff = desk.front.view().sign_in.staff;
    REQUIRE(staff.size() == 2);
    desk.front.handle(SetPin{staff[1].id, "805512"});
    CHECK(desk.front.view().sign_in.staff[1].has_pin);
    CHECK_FALSE(desk.front.view().sign_in.staff[1].has_badge);
    desk.front.handle(TakeOver{staff[1].id});
    CHECK(desk.front.view().settings_notice->code == "badge_needed");
}
