#include "shared/clinic/lottery.h"
#include "tests/clinic/house.h"

#include <algorithm>
#include <map>

#include <rapidcheck.h>

using namespace sango;
using namespace sango::clinic;
using sango::test::House;

namespace {

int places_of(const FreeCount& count) {
    return count.free + count.taken + count.closed;
}

}  // namespace

TEST_CASE("After any bookings, moves and cancellations free and taken places are all the places") {
    House house;
    std::vector<std::string> mothers;
    for (int i = 0; i < 6; ++i) mothers.push_back(house.someone());
    std::map<std::string, BookingDraft> live;
    REQUIRE(rc::check("free + taken + closed = places", [&] {
        for (int step = 0; step < 6; ++step) {
            const int what = *rc::gen::inRange(0, 3);
            if (what < 2 || live.empty()) {
                BookingDraft draft =
                    house.stay(mothers[static_cast<std::size_t>(*rc::gen::inRange(0, 6))],
                               *rc::gen::inRange(0, 12), *rc::gen::inRange(1, 4), *rc::gen::inRange(1, 3));
                if (what == 1 && !live.empty()) {
                    draft.booking_id = live.begin()->first;
                    draft.mother_id = live.begin()->second.mother_id;
                }
                if (const auto id = place_booking(house.clinic(), draft); id.ok()) live[*id] = draft;
            } else {
                // Its old place may be another's by now.
                const auto back = take_back(house.clinic(), live.begin()->first);
                const bool fine = back.ok() || back.error().code == "place_taken";
                RC_ASSERT(fine);
                if (house.state(live.begin()->first) != BookingState::booked) live.erase(live.begin());
            }
        }
        RC_ASSERT(house.held().size() == live.size());
        const auto free = free_days(house.clinic(), house.today(), 20);
        for (const FreeDay& day : *free) {
            RC_ASSERT(places_of(day.of(PlaceKind::bed)) == 2);
            RC_ASSERT(places_of(day.of(PlaceKind::day_place)) == 2);
            RC_ASSERT(places_of(day.of(PlaceKind::midwife)) == 1);
        }
    }));
    CHECK(house.audit_holds());
}

TEST_CASE("Cancelled and placed again the board is as it was; there and back changes nothing") {
    House house;
    const std::string mother = house.someone();
    REQUIRE(rc::check("cancel, then place again, is the identity", [&] {
        BookingDraft draft =
            house.stay(mother, *rc::gen::inRange(3, 20), *rc::gen::inRange(1, 8), *rc::gen::inRange(1, 3));
        draft.booking_id = house.placed(draft);
        const auto board = *free_days(house.clinic(), house.today(), 30);
        const auto judged = judge_booking(house.clinic(), draft)->verdict.remaining;
        BookingDraft elsewhere = draft;
        elsewhere.first_day = house.in(22);
        RC_ASSERT(house.placed(elsewhere) == draft.booking_id);
        RC_ASSERT(house.placed(draft) == draft.booking_id);
        RC_ASSERT(*free_days(house.clinic(), house.today(), 30) == board);
        RC_ASSERT(cancel_booking(house.clinic(), draft.booking_id, "やりなおし").ok());
        RC_ASSERT(house.held().empty());
        draft.booking_id.clear();
        const std::string again = house.placed(draft);
        RC_ASSERT(*free_days(house.clinic(), house.today(), 30) == board);
        draft.booking_id = again;
        RC_ASSERT(judge_booking(house.clinic(), draft)->verdict.remaining == judged);
        RC_ASSERT(cancel_booking(house.clinic(), again, "次のために").ok());
    }));
}

TEST_CASE("Setagaya's centre: 15 places and 3 closed days are 5,430 a year, 5,445 with 29 February") {
    test::Desk desk;
    for (int no = 1; no <= 15; ++no)
        REQUIRE(add_place(desk.clinic(), {no, PlaceKind::bed, std::to_string(100 + no)}).ok());
    const auto capacity = [&](Date from, Date until) {
        desk.clock.jump_to(japan_instant(from, std::chrono::hours(9)));
        int places = 0;
        for (Date first = from; first <= until; first += std::chrono::days(100)) {
            const auto days =
                free_days(desk.clinic(), first, std::min(100, static_cast<int>((until - first).count()) + 1));
            for (const FreeDay& day : *days) places += day.of(PlaceKind::bed).free;
        }
        return places;
    };
    for (const int year : {2026, 2027}) {
        Closure new_year;
        new_year.first_day = make_date(year + 1, 1, 1);
        new_year.last_day = make_date(year + 1, 1, 3);
        REQUIRE(add_closure(desk.clinic(), new_year).ok());
    }
    CHECK(capacity(make_date(2026, 4, 1), make_date(2027, 3, 31)) == 5'430);
    CHECK(capacity(make_date(2027, 4, 1), make_date(2028, 3, 31)) == 5'445);
}

TEST_CASE("Lots: high need first, then first-time users, then by the ticket that anyone can work out again") {
    House house;
    std::vector<std::string> asked;
    for (int i = 0; i < 6; ++i) {
        const auto id = ask_booking(house.clinic(), house.stay(house.someone(), 10 + i % 3, 1),
                                    BookingState::asked, "municipality");
        REQUIRE(id.ok());
        asked.push_back(*id);
    }
    Registration told = house.hanako();
    told.facts.support_need = programme::SupportNeed::high;
    const auto hanako = register_mother(house.clinic(), told);
    const auto urgent = ask_booking(house.clinic(), house.stay(*hanako, 10, 1), BookingState::asked);
    REQUIRE(urgent.ok());
    CHECK(draw(house.clinic(), programme::Service::outreach, house.in(9), house.in(12), "種").error().code ==
          "nobody_asked");
    const auto drawing =
        draw(house.clinic(), programme::Service::short_stay, house.in(9), house.in(12), "令和8年12月");
    REQUIRE(drawing.ok());
    REQUIRE(drawing->ranks.size() == 7);
    CHECK(drawing->ranks.front().booking_id == *urgent);
    CHECK(drawing->ranks.front().priority == Priority::high_need);
    CHECK(drawing->ranks[1].priority == Priority::first_time);
    auto kept = find_drawing(house.clinic(), drawing->id);
    REQUIRE(kept->has_value());
    CHECK((*kept)->ranks == drawing->ranks);
    CHECK(repeats(**kept));
    std::swap((*kept)->ranks[2].booking_id, (*kept)->ranks[3].booking_id);
    CHECK_FALSE(repeats(**kept));
    const auto list = waiting_list(house.clinic());
    CHECK(list->front().booking.id == *urgent);
    CHECK(list->back().rank == 7);
    CHECK(house.audit_holds());
}

TEST_CASE("A drawing does not depend on the order in which they asked") {
    REQUIRE(rc::check("order does not matter", [](std::vector<std::uint8_t> picks, const std::string& seed) {
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < picks.size(); ++i)
            entries.push_back({std::to_string(i), static_cast<Priority>(1 + picks[i] % 3)});
        auto turned = entries;
        std::ranges::reverse(turned);
        const auto ranks = draw_lots(entries, seed);
        RC_ASSERT(draw_lots(turned, seed) == ranks);
        RC_ASSERT(std::ranges::is_sorted(ranks, {}, &Ranked::priority));
    }));
}

TEST_CASE(
    "What is free is told the municipality when it changes, at most once a minute, if the clinic wishes it") {
    House house;
    CHECK(publish_free_days(house.clinic(), {"nerima"}).value() == 0);
    REQUIRE(set_setting(house.clinic(), "free_places.nerima", "1").ok());
    CHECK(publish_free_days(house.clinic(), {"nerima"}).value() == 1);
    (void)house.placed(house.stay(house.someone(), 3, 2));
    CHECK(publish_free_days(house.clinic(), {"nerima"}).value() == 0);  // within the minute
    house.clock.turn(std::chrono::seconds(61));
    CHECK(publish_free_days(house.clinic(), {"nerima"}).value() == 1);
    house.clock.turn(std::chrono::seconds(61));
    CHECK(publish_free_days(house.clinic(), {"nerima"}).value() == 0);  // nothing new
    CHECK(house.count("outbox") == 2);
}
