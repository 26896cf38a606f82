#include "shared/clinic/walk_in.h"

#include "tests/clinic/house.h"

#include <algorithm>

using namespace sango;
using namespace sango::clinic;
using programme::Service;
using sango::test::House;

namespace {

/// Someone checks in for day care without a booking and is seated in `place`.
std::string walk_in(House& house, const std::string& place) {
    CheckInDraft draft = house.draft_of_someone_new();
    draft.place = place;
    const auto use = check_in(house.clinic(), draft);
    REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().message.en));
    return *use;
}

int free_day_places(House& house) {
    return free_days(house.clinic(), house.today(), 1)->front().of(PlaceKind::day_place).free;
}

}  // namespace

TEST_CASE("who comes without a booking takes the place she sits in, until she leaves or it is undone") {
    House house;
    CHECK(free_day_places(house) == 2);
    const std::string use = walk_in(house, "デイ 1");
    CHECK(free_day_places(house) == 1);
    const auto all = *places(house.clinic());
    const auto taken = *taken_between(house.clinic(), all, house.today(), 14);
    REQUIRE(taken.size() == 1);
    CHECK(taken.front().booking_id.empty());
    CHECK(taken.front().place_no == 11);
    CHECK(taken.front().span.first == slot_of(house.today(), 14 * 60));
    CHECK(taken.front().span.last == slot_of(house.today(), 15 * 60 + 45));
    BookingDraft late = house.day(house.someone(), 0, 11);
    late.starts_at = 14 * 60 + 30;
    late.minutes = 60;
    const auto in_the_way = [&] {
        return std::ranges::any_of(judge_booking(house.clinic(), late)->obstacles,
                                   [](const Obstacle& one) { return one.code == "place_taken"; });
    };
    CHECK(in_the_way());
    CHECK(house.held().empty());
    REQUIRE(undo_check_in(house.clinic(), use, "人違い").ok());
    CHECK(free_day_places(house) == 2);
    CHECK_FALSE(in_the_way());
}

TEST_CASE("she is seated where nobody is: booked places and others without a booking are left alone") {
    House house;
    BookingDraft booked = house.day(house.someone(), 2, 12);
    booked.starts_at = 14 * 60 + 30;
    booked.minutes = 60;
    (void)house.placed(booked);
    (void)house.placed(house.stay(house.someone(), 3, 2, 1));
    house.clock.turn(std::chrono::hours(48));  // her hour is near
    CHECK(*place_for_walk_in(house.clinic(), Service::day_care, 1) == "デイ 1");
    (void)walk_in(house, "デイ 1");
    CHECK(place_for_walk_in(house.clinic(), Service::day_care, 1)->empty());
    CHECK(*place_for_walk_in(house.clinic(), Service::short_stay, 1) == "101");
    CHECK(*place_for_walk_in(house.clinic(), Service::short_stay, 2) == "102");
    CHECK(place_for_walk_in(house.clinic(), Service::outreach, 1)->empty());
}
