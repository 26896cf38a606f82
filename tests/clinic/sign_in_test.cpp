#include "shared/clinic/sign_in.h"

#include "shared/clinic/badge.h"
#include "shared/clinic/staff.h"
#include "tests/clinic/hanakos_stay.h"

using namespace sango;
using namespace sango::clinic;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr const char* kPin = "274913";

/// 佐藤 (manager) and 鈴木 (night) have PINs.
struct Guarded : test::HanakosStay {
    Guarded() {
        REQUIRE(set_pin(desk.clinic(), sato, kPin).ok());
        REQUIRE(set_pin(desk.clinic(), suzuki, "805512").ok());
        sign_out(desk.clinic());
    }
    std::string wrong(int times = 1) {
        std::string said;
        for (int i = 0; i < times; ++i) said = test::code(sign_in(desk.clinic(), suzuki, "000001"));
        return said;
    }
    seconds wait(const std::string& who) { return *sign_in_wait(desk.clinic(), who); }
};

}  // namespace

TEST_CASE("until a manager has badge and PIN the terminal asks nobody who they are") {
    test::HanakosStay stay;
    CHECK_FALSE(*sign_in_needed(stay.desk.clinic()));
    REQUIRE(set_pin(stay.desk.clinic(), stay.suzuki, kPin).ok());
    CHECK_FALSE(*sign_in_needed(stay.desk.clinic()));
    REQUIRE(set_pin(stay.desk.clinic(), stay.sato, kPin).ok());
    CHECK_FALSE(*sign_in_needed(stay.desk.clinic()));
    REQUIRE(issue_badge(stay.desk.clinic(), stay.sato).ok());
    CHECK(*sign_in_needed(stay.desk.clinic()));
}

TEST_CASE("with nobody signed in nothing is written and no page is read") {
    Guarded stay;
    const auto before = stay.desk.count("audit");
    const auto mother = (*find_by_number(stay.desk.clinic(), "nerima", "N-4821-1"))->id;
    CHECK(test::code(record_reading(stay.desk.clinic(), mother)) == "signed_out");
    CHECK(test::code(undo_check_in(stay.desk.clinic(), stay.use, "まちがい")) == "signed_out");
    CHECK(stay.desk.count("audit") == before);
}

TEST_CASE("whoever has the right PIN acts in her own name and role") {
    Guarded stay;
    REQUIRE(sign_in(stay.desk.clinic(), stay.suzuki, "805512").ok());
    CHECK(stay.desk.clinic().actor.name == "鈴木 恵");
    CHECK(stay.desk.clinic().actor.role == Role::night);
    CHECK(test::code(set_setting(stay.desk.clinic(), "clinic.name", "別の名前")) == "not_allowed");
    CHECK(stay.desk.audit_holds());
}

TEST_CASE("wrong PINs make that person wait, longer each time, at most 15 minutes") {
    Guarded stay;
    CHECK(stay.wrong(3) == "wrong_pin");
    CHECK(stay.wait(stay.suzuki) == seconds(30));
    CHECK(stay.wrong() == "wait");
    CHECK(test::code(sign_in(stay.desk.clinic(), stay.suzuki, "805512")) == "wait");
    stay.desk.clock.turn(seconds(30));
    CHECK(stay.wrong() == "wrong_pin");
    CHECK(stay.wait(stay.suzuki) == seconds(60));
    for (int i = 0; i < 8; ++i) {
        stay.desk.clock.turn(minutes(15));
        CHECK(stay.wrong() == "wrong_pin");
    }
    CHECK(stay.wait(stay.suzuki) == minutes(15));
    SUBCASE("and nobody else") {
        CHECK(stay.wait(stay.sato) == seconds(0));
        CHECK(sign_in(stay.desk.clinic(), stay.sato, kPin).ok());
    }
    SUBCASE("a restart shortens nothing") {
        stay.desk.open();
        CHECK(stay.wait(stay.suzuki) == minutes(15));
    }
    SUBCASE("nor does a clock that is turned back") {
        stay.desk.clock.jump_to(stay.desk.clock.now() - std::chrono::hours(48));
        CHECK(stay.wait(stay.suzuki) == minutes(15));
    }
    SUBCASE("the right one ends it") {
        stay.desk.clock.turn(minutes(15));
        REQUIRE(sign_in(stay.desk.clinic(), stay.suzuki, "805512").ok());
        CHECK(stay.wait(stay.suzuki) == seconds(0));
    }
}

TEST_CASE("in an emergency a reason opens the night's work, and a manager is told until she has seen it") {
    Guarded stay;
    CHECK(test::code(sign_in_emergency(stay.desk.clinic(), stay.sato, "")) == "no_reason");
    CHECK_FALSE(stay.desk.clinic().actor.role);
    REQUIRE(
        sign_in_emergency(stay.desk.clinic(), stay.sato, "バッジが見つからず、赤ちゃんが急変しました").ok());
    CHECK(stay.desk.clinic().actor.role == Role::night);
    CHECK(test::code(set_setting(stay.desk.clinic(), "clinic.name", "別の名前")) == "not_allowed");

    const auto unseen = unseen_emergencies(stay.desk.clinic());
    REQUIRE(unseen->size() == 1);
    CHECK(unseen->front().name == "佐藤 美咲");
    CHECK(unseen->front().reason.find("急変") != std::string::npos);
    CHECK(test::code(see_emergency(stay.desk.clinic(), unseen->front().id)) == "not_allowed");
    REQUIRE(sign_in(stay.desk.clinic(), stay.sato, kPin).ok());
    REQUIRE(see_emergency(stay.desk.clinic(), unseen->front().id).ok());
    CHECK(unseen_emergencies(stay.desk.clinic())->empty());
}

TEST_CASE("a terminal that was left to the watch takes looks and nothing else") {
    Guarded stay;
    REQUIRE(sign_in(stay.desk.clinic(), stay.suzuki, "805512").ok());
    leave_to_watch(stay.desk.clinic());
    CHECK(require(stay.desk.clinic(), Right::watch).ok());
    for (const Right right : all_rights())
        if (right != Right::watch && right != Right::screen)
            CHECK(test::code(require(stay.desk.clinic(), right)) == "signed_out");
}
