#include "shared/clinic/programme_settings.h"
#include "tests/clinic/house.h"

using namespace sango;
using namespace sango::clinic;
using sango::test::House;

namespace {

/// A house whose manager has switched Nerima off, as `contract.nerima` says.
void switch_off(House& house) {
    REQUIRE(set_setting(house.clinic(), "contract.nerima", "0").ok());
}

}  // namespace

TEST_CASE(
    "Nobody is booked, asked for or offered a place under a programme that is off; the sentence says why") {
    House house;
    const std::string waits = house.someone();
    const auto wish = ask_booking(house.clinic(), house.stay(waits, 8, 2), BookingState::waiting);
    REQUIRE(wish.ok());
    switch_off(house);

    const std::string someone = house.someone();
    const auto placed = place_booking(house.clinic(), house.stay(someone, 3, 2));
    REQUIRE_FALSE(placed.ok());
    CHECK(placed.error().code == "not_contracted");
    CHECK(placed.error().message.ja.find("練馬区") != std::string::npos);
    CHECK(placed.error().message.ja.find("「設定」の「事業」") != std::string::npos);
    CHECK(placed.error().message.en.find("Settings") != std::string::npos);
    const auto answer = judge_booking(house.clinic(), house.stay(someone, 3, 2));
    CHECK(answer->outcome == programme::Outcome::refuse);
    CHECK(answer->why().ja == placed.error().message.ja);

    CHECK(ask_booking(house.clinic(), house.stay(someone, 3, 2), BookingState::asked).error().code ==
          "not_contracted");
    BookingDraft offer = house.stay(waits, 8, 2);
    offer.booking_id = *wish;
    CHECK(offer_booking(house.clinic(), offer, house.clock.now() + std::chrono::hours(24)).error().code ==
          "not_contracted");
    NewBooking plain;
    plain.mother_id = someone;
    plain.service = programme::Service::day_care;
    plain.first_day = house.in(2);
    CHECK(book(house.clinic(), plain).error().code == "not_contracted");
    CHECK(house.held().empty());
}

TEST_CASE("A programme that nobody ever switched on takes no booking either") {
    House house;
    const std::string someone = house.someone();
    REQUIRE(unset_setting(house.clinic(), "contract.nerima").ok());
    CHECK(house.refusal(house.stay(someone, 3, 2)) == "not_contracted");
}

TEST_CASE(
    "What was booked before a programme was switched off stays in sight and can be cancelled, not moved") {
    House house;
    const std::string mother = house.someone();
    const std::string id = house.placed(house.stay(mother, 8, 3));
    switch_off(house);
    CHECK(bookings_between(house.clinic(), house.in(8), house.in(10))->size() == 1);
    CHECK(house.state(id) == BookingState::booked);
    BookingDraft moved = house.stay(mother, 12, 3);
    moved.booking_id = id;
    CHECK(house.refusal(moved) == "not_contracted");
    REQUIRE(cancel_booking(house.clinic(), id, "契約が終わったため").ok());
    CHECK(house.state(id) == BookingState::cancelled);
    CHECK(house.held().empty());
    CHECK(house.audit_holds());
}

TEST_CASE("Who is in the house when a programme is switched off may change her room") {
    House house;
    const std::string mother = house.someone();
    const std::string id = house.placed(house.stay(mother, 0, 3));
    CheckInDraft draft;
    draft.mother_id = mother;
    draft.booking_id = id;
    draft.service = programme::Service::short_stay;
    draft.days = 3;
    draft.acute_infection = false;
    REQUIRE(check_in(house.clinic(), draft).ok());
    switch_off(house);
    CHECK(change_room(house.clinic(), id, house.in(1), 2).ok());
    CHECK(check_in(house.clinic(), house.draft_of_someone_new()).error().code == "not_contracted");
}
