#include "shared/clinic/check_in.h"
#include "tests/clinic/desk.h"

using namespace sango;
using namespace sango::clinic;
using programme::Service;
using sango::test::Desk;

namespace {

NewBooking booking(Desk& desk, std::string mother, std::optional<int> starts_at = 13 * 60 + 30) {
    NewBooking booking;
    booking.mother_id = std::move(mother);
    booking.service = Service::day_care;
    booking.first_day = desk.today();
    booking.starts_at = starts_at;
    booking.place = "デイ2";
    return booking;
}

Attendance attendance(Desk& desk) {
    const auto rows = expected_today(desk.clinic());
    REQUIRE(rows.ok());
    REQUIRE(rows->size() == 1);
    return rows->front().attendance;
}

}  // namespace

TEST_CASE("Who is expected is late 15 minutes past her time, then arrived, then left") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    const auto booked = book(desk.clinic(), booking(desk, mother));
    REQUIRE(booked.ok());
    desk.clock.jump_to(*parse_instant("2026-11-21T13:45:00+09:00"));
    REQUIRE(confirm_clock(desk.clinic()).ok());
    CHECK(attendance(desk) == Attendance::expected);
    desk.clock.turn(std::chrono::seconds(1));
    CHECK(attendance(desk) == Attendance::late);
    const auto use = check_in(desk.clinic(), desk.draft());
    REQUIRE(use.ok());
    CHECK(attendance(desk) == Attendance::arrived);
    CHECK(expected_today(desk.clinic())->front().use_id == *use);
    REQUIRE(check_out(desk.clinic(), {*use, Condition::well, Condition::well, false, Yen(1'500)}).ok());
    CHECK(attendance(desk) == Attendance::left);
}

TEST_CASE("A check-in without a named booking takes the one of today, and its place") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    const auto booked = book(desk.clinic(), booking(desk, mother));
    CheckInDraft draft = desk.draft();
    draft.place.clear();
    const auto use = check_in(desk.clinic(), draft);
    REQUIRE(use.ok());
    CHECK(in_house(desk.clinic())->front().place == "デイ2");
    CHECK(desk.clinic().database.text("SELECT booking_id FROM service_use")->value_or("") == *booked);
    REQUIRE(undo_check_in(desk.clinic(), *use, "まちがい").ok());
    CHECK(attendance(desk) == Attendance::late);
}

TEST_CASE("Who is expected stands by time, those without one last") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    for (const auto& starts_at : {std::optional<int>(), std::optional(900), std::optional(600)})
        REQUIRE(book(desk.clinic(), booking(desk, mother, starts_at)).ok());
    const auto rows = expected_today(desk.clinic());
    REQUIRE(rows->size() == 3);
    CHECK((*rows)[0].starts_at == 600);
    CHECK((*rows)[1].starts_at == 900);
    CHECK_FALSE((*rows)[2].starts_at);
    CHECK((*rows)[0].name == "山田 花子");
    desk.clock.turn(std::chrono::hours(24));
    CHECK(expected_today(desk.clinic())->empty());
}

TEST_CASE("That she did not come is a new row, and she may come after all") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    const auto later = book(desk.clinic(), booking(desk, mother, 15 * 60));
    CHECK(mark_did_not_come(desk.clinic(), *later).error().code == "too_early");
    desk.clock.turn(std::chrono::hours(2));
    REQUIRE(mark_did_not_come(desk.clinic(), *later).ok());
    CHECK(mark_did_not_come(desk.clinic(), *later).error().code == "superseded");
    CHECK(mark_did_not_come(desk.clinic(), "no such booking").error().code == "not_found");
    CHECK(attendance(desk) == Attendance::did_not_come);
    CHECK(desk.count("booking") == 2);
    REQUIRE(check_in(desk.clinic(), desk.draft()).ok());
    CHECK(attendance(desk) == Attendance::arrived);
    CHECK(desk.audit_holds());
}

TEST_CASE("Who has been checked in did come") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    const auto booked = book(desk.clinic(), booking(desk, mother));
    REQUIRE(check_in(desk.clinic(), desk.draft()).ok());
    CHECK(mark_did_not_come(desk.clinic(), *booked).error().code == "already_in");
}

TEST_CASE("A booking was asked for when it was made, a walk-in now") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    const Instant asked = desk.clock.now();
    const auto booked = book(desk.clinic(), booking(desk, mother));
    desk.clock.turn(std::chrono::minutes(30));
    CheckInDraft draft = desk.draft();
    CHECK(request_for(desk.clinic(), draft)->asked_at == desk.clock.now());
    draft.booking_id = *booked;
    CHECK(request_for(desk.clinic(), draft)->asked_at == asked);
}

TEST_CASE("A booking that cannot be is refused") {
    Desk desk;
    NewBooking wrong = booking(desk, "nobody");
    CHECK(book(desk.clinic(), wrong).error().code == "not_found");
    wrong = booking(desk, desk.register_hanako());
    wrong.days = 0;
    CHECK(book(desk.clinic(), wrong).error().code == "bad_booking");
    wrong.days = 1;
    wrong.starts_at = 24 * 60;
    CHECK(book(desk.clinic(), wrong).error().code == "bad_booking");
}
