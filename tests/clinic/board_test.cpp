#include "shared/clinic/papers.h"
#include "tests/clinic/house.h"

#include <atomic>
#include <thread>

#include <sched.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sango;
using namespace sango::clinic;
using programme::Outcome;
using programme::Service;
using sango::test::House;

TEST_CASE("A stay is booked with days, copay, what is left and the deadline before one's eyes") {
    House house;
    const auto answer = judge_booking(house.clinic(), house.stay(house.someone(), 8, 4));
    REQUIRE(answer.ok());
    CHECK(answer->outcome == Outcome::accept);
    CHECK(answer->verdict.copay == Yen(14'000));
    CHECK(answer->verdict.remaining->before == 7);
    CHECK(answer->verdict.remaining->after == 3);
    CHECK(instant_text(*answer->verdict.cancel_by) == "2026-11-28T10:00:00+09:00");
}

TEST_CASE("Two bookings never hold one place at one time") {
    House house;
    (void)house.placed(house.stay(house.someone(), 3, 3));
    CHECK(house.refusal(house.stay(house.someone(), 5, 2)) == "place_taken");
    CHECK(house.refusal(house.stay(house.someone(), 1, 3)) == "place_taken");
    CHECK(house.refusal(house.stay(house.someone(), 1, 7)) == "place_taken");
    CHECK(house.refusal(house.stay(house.someone(), 6, 2)) == "placed");
    CHECK(house.refusal(house.stay(house.someone(), 1, 2)) == "placed");
    CHECK(house.held().size() == 3);
}

TEST_CASE("The database itself refuses a place that is held, whatever asks it") {
    House house;
    const std::string id = house.placed(house.stay(house.someone(), 3, 3));
    const auto try_slots = [&](Slot first, Slot last) {
        return house.clinic().database.run(
            "INSERT INTO held (place_no, first_slot, last_slot, root, mother_id, service, offered) "
            "VALUES (1, ?1, ?2, ?3, 'm', 'short_stay', 0)",
            {store::value(first), store::value(last), store::value(id)});
    };
    const Slot first = slot_of(house.in(3), 0);
    const Slot last = slot_of(house.in(6), 0) - 1;
    CHECK(try_slots(first - 5, first).error().code == "constraint");
    CHECK(try_slots(last, last + 5).error().code == "constraint");
    CHECK(try_slots(first + 5, first + 6).error().code == "constraint");
    CHECK(try_slots(first - 100, last + 100).error().code == "constraint");
    CHECK(try_slots(first, first + 6'000).error().code == "constraint");
    CHECK(house.clinic().database.run("UPDATE held SET first_slot = first_slot - 1").error().code ==
          "constraint");
    CHECK(try_slots(first - 5, first - 1).ok());
    CHECK(try_slots(last + 1, last + 5).ok());
}

TEST_CASE("Many desks that want the last bed: one gets it, each of the others is told") {
    House house;
    std::vector<BookingDraft> drafts;
    for (int i = 0; i < 8; ++i) drafts.push_back(house.stay(house.someone(), 4, 3));
    house.opened.reset();
    // The data belongs to one program at a time: each desk waits its turn, as the kiosk and the command line
    // do.
    std::vector<pid_t> desks;
    for (const BookingDraft& draft : drafts) {
        const pid_t desk = fork();
        REQUIRE(desk >= 0);
        if (desk == 0) {
            for (;;) {
                auto clinic = clinic::open({house.data, std::filesystem::path(SANGO_SOURCE_DIR) / "assets"},
                                           house.clock, system_random());
                if (!clinic.ok() && clinic.error().code == "busy") {
                    usleep(2'000);
                    continue;
                }
                const auto id = place_booking(*clinic, draft);
                _exit(id.ok() ? 0 : id.error().code == "place_taken" ? 1 : 2);
            }
        }
        desks.push_back(desk);
    }
    int won = 0;
    int told = 0;
    for (const pid_t desk : desks) {
        int status = 0;
        REQUIRE(waitpid(desk, &status, 0) == desk);
        won += WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 1 : 0;
        told += WIFEXITED(status) && WEXITSTATUS(status) == 1 ? 1 : 0;
    }
    CHECK(won == 1);
    CHECK(told == 7);
    house.open();
    CHECK(house.held().size() == 1);
    CHECK(house.audit_holds());
}

TEST_CASE("A thousand times two desks and two more want the last bed at the same instant: never two get it") {
    constexpr int kTimes = 1'000;
    constexpr int kDesks = 4;
    House house;
    const std::string root = house.placed(house.stay(house.someone(), 8, 1, 2));
    const std::string file = (house.data / "clinic.db").string();
    house.opened.reset();
    // At the gate of each instant every desk waits for the others; one that fell over holds nobody up.
    using Gate = std::atomic<int>;
    void* shared =
        mmap(nullptr, kTimes * sizeof(Gate), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(shared != MAP_FAILED);
    auto* gates = static_cast<Gate*>(shared);
    // Past every rule and every turn-taking of ours: four processes write to the table itself.
    std::vector<pid_t> desks;
    for (int desk = 0; desk < kDesks; ++desk) {
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            sqlite3* database = nullptr;
            sqlite3_stmt* take = nullptr;
            bool well =
                sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
                sqlite3_busy_timeout(database, 60'000) == SQLITE_OK &&
                sqlite3_exec(database, "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr) == SQLITE_OK &&
                sqlite3_prepare_v2(database,
                                   "INSERT INTO held (place_no, first_slot, last_slot, root, mother_id, "
                                   "service, offered) VALUES (1, ?1, ?2, ?3, ?4, 'short_stay', 0)",
                                   -1, &take, nullptr) == SQLITE_OK;
            for (int i = 0; well && i < kTimes; ++i) {
                // Each desk's stay begins elsewhere, and all of them overlap.
                const Slot first = Slot{i} * 1'000 + desk * 96;
                for (++gates[i]; gates[i] < kDesks;) sched_yield();
                sqlite3_bind_int64(take, 1, first);
                sqlite3_bind_int64(take, 2, first + 480);
                sqlite3_bind_text(take, 3, root.c_str(), -1, SQLITE_TRANSIENT);
                sqlite3_bind_text(take, 4, std::to_string(desk).c_str(), -1, SQLITE_TRANSIENT);
                const int done = sqlite3_step(take);
                well = done == SQLITE_DONE || done == SQLITE_CONSTRAINT;
                sqlite3_reset(take);
            }
            for (int i = 0; !well && i < kTimes; ++i) gates[i] += kDesks;
            sqlite3_finalize(take);
            sqlite3_close(database);
            _exit(well ? 0 : 1);
        }
        desks.push_back(child);
    }
    for (const pid_t desk : desks) {
        int status = 0;
        REQUIRE(waitpid(desk, &status, 0) == desk);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    munmap(shared, kTimes * sizeof(Gate));
    house.open();
    const auto one = [&](const char* sql) { return house.clinic().database.integer(sql)->value_or(-1); };
    CHECK(one("SELECT count(*) FROM held WHERE place_no = 1") == kTimes);
    CHECK(one("SELECT count(*) FROM held a JOIN held b ON a.place_no = b.place_no AND a.first_slot < "
              "b.first_slot "
              "AND b.first_slot <= a.last_slot AND b.first_slot <= a.first_slot + 5760") == 0);
    // All of them were really there: more than one desk won something.
    CHECK(one("SELECT count(DISTINCT mother_id) FROM held WHERE place_no = 1") > 1);
}

TEST_CASE("Day care is booked by the hour, and a visit with the way there and back") {
    House house;
    BookingDraft morning = house.day(house.someone(), 2);
    morning.starts_at = 600;
    morning.minutes = 120;
    (void)house.placed(morning);
    BookingDraft noon = house.day(house.someone(), 2);
    noon.starts_at = 660;
    noon.minutes = 120;
    CHECK(house.refusal(noon) == "place_taken");
    noon.starts_at = 720;
    CHECK(house.refusal(noon) == "placed");
    BookingDraft evening = house.day(house.someone(), 2);
    evening.starts_at = 900;
    evening.minutes = 120;
    CHECK(house.refusal(evening) == "hours");

    BookingDraft visit = house.day(house.someone(), 2, 21);
    visit.service = Service::outreach;
    visit.starts_at = 600;
    (void)house.placed(visit);
    BookingDraft next = house.day(house.someone(), 2, 21);
    next.service = Service::outreach;
    next.starts_at = 720;  // the first ends 11:30, and each way takes half an hour
    CHECK(house.refusal(next) == "place_taken");
    next.starts_at = 750;
    CHECK(house.refusal(next) == "placed");
    CHECK(house.refusal(house.day(house.someone(), 3, 21)) == "wrong_place");
    CHECK(house.held().size() == 4);
}

TEST_CASE("A move is one booking still, and is not counted twice") {
    House house;
    const std::string mother = house.someone();
    BookingDraft draft = house.stay(mother, 3, 4);
    draft.booking_id = house.placed(draft);
    draft.first_day = house.in(5);
    draft.days = 7;
    CHECK(judge_booking(house.clinic(), draft)->verdict.remaining->before == 7);
    CHECK(house.placed(draft) == draft.booking_id);
    CHECK(house.held().size() == 1);
    CHECK(bookings_of(house.clinic(), mother)->size() == 1);
    // Another booking of hers counts the first one as if it were used.
    BookingDraft second = house.stay(mother, 20, 2);
    CHECK(house.refusal(second) == "refused");
    draft.days = 5;
    CHECK(house.refusal(draft) == "placed");
    CHECK(house.refusal(second) == "placed");
    CHECK(house.refusal(house.stay(mother, 8, 1, 2)) == "twice");
}

TEST_CASE("Closed days, hours and the number of midwives say why") {
    House house;
    Closure closure;
    closure.first_day = house.in(4);
    closure.last_day = house.in(5);
    closure.reason = "研修";
    REQUIRE(add_closure(house.clinic(), closure).ok());
    const auto answer = judge_booking(house.clinic(), house.stay(house.someone(), 3, 3));
    REQUIRE(answer->obstacles.size() == 1);
    CHECK(answer->obstacles.front().code == "closed");
    CHECK(answer->why().ja == "11月25日は研修のためお休みです。");

    Closure sundays;
    sundays.first_day = house.today();
    sundays.weekday = 0;
    sundays.kind = PlaceKind::day_place;
    const auto id = add_closure(house.clinic(), sundays);
    REQUIRE(id.ok());
    CHECK(house.refusal(house.day(house.someone(), 1)) == "closed");  // Sunday 22 November
    CHECK(house.refusal(house.stay(house.someone(), 1, 2)) == "placed");
    REQUIRE(lift_closure(house.clinic(), *id).ok());
    CHECK(house.refusal(house.day(house.someone(), 1)) == "placed");

    REQUIRE(set_day_staff(house.clinic(), house.in(8), 0).ok());
    CHECK(house.refusal(house.stay(house.someone(), 7, 3)) == "staff");
    CHECK(house.refusal(house.stay(house.someone(), -3, 2)) == "past");
}

TEST_CASE("One midwife by day is enough for four pairs") {
    House house;
    for (int no = 3; no <= 6; ++no)
        REQUIRE(add_place(house.clinic(), {no, PlaceKind::bed, "10" + std::to_string(no)}).ok());
    REQUIRE(set_day_staff(house.clinic(), house.in(3), 1).ok());
    for (int no = 1; no <= 4; ++no) (void)house.placed(house.stay(house.someone(), 3, 1, no));
    CHECK(house.refusal(house.day(house.someone(), 3)) == "staff");
    REQUIRE(set_day_staff(house.clinic(), house.in(3), 2).ok());
    CHECK(house.refusal(house.day(house.someone(), 3)) == "placed");
}

TEST_CASE("Cancelled in time it counts for nothing; late it counts and costs, as Nerima says") {
    House house;
    const std::string in_time = house.someone();
    const std::string early = house.placed(house.stay(in_time, 8, 2));
    CHECK(cancel_booking(house.clinic(), early, " ").error().code == "no_reason");
    const auto first = cancel_booking(house.clinic(), early, "体調がすぐれないため");
    REQUIRE(first.ok());
    CHECK_FALSE(first->late);
    CHECK(house.state(early) == BookingState::cancelled);

    const std::string mother = house.someone();
    const std::string late = house.placed(house.stay(mother, 1, 2));  // until 10:00 today
    const auto weighed = weigh_cancellation(house.clinic(), late);
    REQUIRE(weighed.ok());
    CHECK(weighed->counted);
    CHECK(weighed->copay == Yen(7'000));
    const auto second = cancel_booking(house.clinic(), late, "急な用事");
    REQUIRE(second.ok());
    CHECK(second->late);
    CHECK(house.state(late) == BookingState::cancelled_late);
    CHECK(house.held().empty());
    CHECK(judge_booking(house.clinic(), house.stay(mother, 10, 1))->verdict.remaining->before == 5);
    const auto rows = uses_between(house.clinic(), "nerima", house.today(), house.in(30));
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().shown == "cancelled_late");
    CHECK(rows->front().copay == Yen(7'000));
    CHECK(house.count("outbox") == 1);
    CHECK(house.audit_holds());

    // A slip of the hand is taken back, and the municipality is told so.
    REQUIRE(take_back(house.clinic(), late).ok());
    CHECK(house.state(late) == BookingState::booked);
    CHECK(house.held().size() == 1);
    CHECK(uses_between(house.clinic(), "nerima", house.today(), house.in(30))->empty());
    CHECK(house.count("outbox") == 2);
}

TEST_CASE("Who did not come is counted until she comes after all") {
    House house;
    const std::string mother = house.register_hanako();
    const CheckInDraft at_desk = house.draft();
    BookingDraft today = house.day(mother, 0);
    today.starts_at = 870;
    today.minutes = 90;
    const std::string id = house.placed(today);
    house.clock.turn(std::chrono::hours(1));
    REQUIRE(mark_did_not_come(house.clinic(), id).ok());
    CHECK(house.held().empty());
    CHECK(deemed_uses_of(house.clinic(), mother)->size() == 1);
    const auto use = check_in(house.clinic(), at_desk);
    REQUIRE(use.ok());
    CHECK(deemed_uses_of(house.clinic(), mother)->empty());
    CHECK(house.state(id) == BookingState::arrived);
    CHECK(house.held().size() == 1);
    CHECK(house.audit_holds());
}

TEST_CASE("Another room in mid-stay is one stay; who leaves early frees the rest") {
    House house;
    const std::string mother = house.register_hanako();
    CheckInDraft at_desk = house.draft();
    const std::string id = house.placed(house.stay(mother, 0, 4));
    at_desk.service = Service::short_stay;
    at_desk.days = 4;
    at_desk.place.clear();
    const auto use = check_in(house.clinic(), at_desk);
    REQUIRE(use.ok());
    REQUIRE(change_room(house.clinic(), id, house.in(1), 2).ok());
    CHECK(house.held().size() == 2);
    CHECK(bookings_of(house.clinic(), mother)->size() == 1);
    CHECK(in_house(house.clinic())->front().place == "101");
    house.clock.turn(std::chrono::hours(24));
    CHECK(in_house(house.clinic())->front().place == "102");
    CHECK(house.refusal(house.stay(house.someone(), 1, 2, 2)) == "place_taken");
    REQUIRE(check_out(house.clinic(), {*use, Condition::well, Condition::well, false, Yen(14'000)}).ok());
    CHECK(house.state(id) == BookingState::left);
    CHECK(house.refusal(house.stay(house.someone(), 1, 2, 2)) == "placed");
    CHECK(house.held().size() == 3);
}

TEST_CASE("An offer holds the place for her until it ends, one at a time") {
    House house;
    const std::string mother = house.someone();
    BookingDraft wish = house.stay(mother, 6, 2);
    const auto asked = ask_booking(house.clinic(), wish, BookingState::waiting);
    REQUIRE(asked.ok());
    CHECK(house.held().empty());
    wish.booking_id = *asked;
    const Instant ends = house.clock.now() + std::chrono::hours(24);
    REQUIRE(offer_booking(house.clinic(), wish, ends).ok());
    CHECK(offer_booking(house.clinic(), wish, ends).error().code == "offer_open");
    CHECK(house.refusal(house.stay(house.someone(), 6, 1)) == "place_taken");
    CHECK(expire_offers(house.clinic()).value() == 0);
    house.clock.turn(std::chrono::hours(24));
    CHECK(expire_offers(house.clinic()).value() == 1);
    CHECK(house.state(*asked) == BookingState::waiting);
    CHECK(house.held().empty());
    CHECK(house.placed(wish) == *asked);
    CHECK(house.state(*asked) == BookingState::booked);
}

TEST_CASE("What the municipality granted stands on the waiting list, once") {
    House house;
    const std::string mother = house.someone();
    SharedPapers shared;
    shared.answered_at = house.clock.now();
    Paper paper;
    paper.number = "D-1";
    paper.kind = PaperKind::decision;
    paper.issued_on = house.today();
    paper.decision =
        PaperDecision{Service::short_stay, house.in(10), house.in(12), house.clock.now(), true, 0};
    shared.papers = {paper};
    REQUIRE(keep_papers(house.clinic(), mother, shared).ok());
    REQUIRE(keep_papers(house.clinic(), mother, shared).ok());
    const auto open = open_requests(house.clinic());
    REQUIRE(open->size() == 1);
    CHECK(open->front().source == "municipality");
    CHECK(open->front().days == 3);
    BookingDraft draft = house.stay(mother, 10, 3);
    draft.booking_id = open->front().id;
    CHECK(house.placed(draft) == open->front().id);
    CHECK(open_requests(house.clinic())->empty());
}

TEST_CASE("A place with bookings ahead is not withdrawn, and no name stands twice") {
    House house;
    CHECK(add_place(house.clinic(), {0, PlaceKind::bed, "101"}).error().code == "place_exists");
    CHECK(add_place(house.clinic(), {0, PlaceKind::bed, ""}).error().code == "bad_place");
    CHECK(add_place(house.clinic(), {0, PlaceKind::bed, "106"}).value() == 22);
    (void)house.placed(house.stay(house.someone(), 6, 2));
    CHECK(withdraw_place(house.clinic(), 1).error().code == "place_in_use");
    REQUIRE(withdraw_place(house.clinic(), 2).ok());
    CHECK(house.refusal(house.stay(house.someone(), 6, 2, 2)) == "no_place");
}
