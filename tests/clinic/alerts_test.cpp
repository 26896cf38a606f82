#include "shared/clinic/alerts.h"

#include "shared/clinic/orientation.h"
#include "tests/clinic/desk.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;
using test::Desk;

namespace {

std::set<Alert> seen(Desk& desk, const std::string& mother) {
    const auto alerts = alerts_seen_today(desk.clinic(), mother);
    REQUIRE(alerts.ok());
    return *alerts;
}

}  // namespace

TEST_CASE("an allergy, something to look after and a plan of high need are alerts, nothing else is") {
    Desk desk;
    Registration told = desk.hanako();
    told.allergies.clear();
    const auto id = register_mother(desk.clinic(), told);
    REQUIRE(id.ok());
    const auto alerts = [&] { return alerts_of(**find_mother(desk.clinic(), *id)); };
    CHECK(alerts().empty());
    told.allergies = "卵";
    told.follow_up = "授乳の姿勢";
    told.facts.support_need = programme::SupportNeed::high;
    REQUIRE(register_mother(desk.clinic(), told).ok());
    CHECK(alerts() == std::set{Alert::allergy, Alert::follow_up, Alert::support});
}

TEST_CASE("who wished for follow-up when she left is an alert at her next visit") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    REQUIRE(check_out(desk.clinic(), {use, Condition::tired, Condition::well, true, Yen(1500)}).ok());
    const auto mother = find_by_number(desk.clinic(), "nerima", "N-4821-1");
    CHECK(alerts_of(**mother).contains(Alert::follow_up));
}

TEST_CASE("that an alert was seen is recorded with who and when, and holds for the day") {
    Desk desk;
    const std::string id = desk.register_hanako();
    CHECK(seen(desk, id).empty());
    REQUIRE(see_alert(desk.clinic(), id, Alert::allergy).ok());
    CHECK(seen(desk, id) == std::set{Alert::allergy});
    CHECK(desk.clinic().database.text("SELECT seen_by FROM alert_seen")->value_or("") ==
          desk.clinic().actor.staff_id);
    CHECK(*desk.clinic().database.integer("SELECT seen_at FROM alert_seen") ==
          desk.clock.now().time_since_epoch().count());
    CHECK(desk.audit_holds());

    desk.clock.turn(std::chrono::hours(9));  // 23:05
    CHECK(seen(desk, id) == std::set{Alert::allergy});
    desk.clock.turn(std::chrono::hours(1));
    CHECK(seen(desk, id).empty());
}

TEST_CASE("what changed since it was seen is new again") {
    Desk desk;
    const std::string id = desk.register_hanako();
    REQUIRE(see_alert(desk.clinic(), id, Alert::allergy).ok());
    Registration told = desk.hanako();
    told.allergies = "卵・乳";
    REQUIRE(register_mother(desk.clinic(), told).ok());
    CHECK(seen(desk, id).empty());
}

TEST_CASE("nobody's alert cannot be seen") {
    Desk desk;
    CHECK(see_alert(desk.clinic(), "nobody", Alert::allergy).error().code == "not_found");
}

TEST_CASE("the orientation is each mother's own: one has had it, the next is asked") {
    Desk desk;
    REQUIRE(set_setting(desk.clinic(), "programme.nerima.clinic.orientation", "1").ok());
    (void)desk.register_hanako();
    const CheckInDraft hanako = desk.draft();
    const CheckInDraft other = desk.draft_of_someone_new();
    const auto outcome = [&](const CheckInDraft& draft) {
        const auto assessed = assess(desk.clinic(), draft);
        REQUIRE(assessed.ok());
        for (const programme::Reason& reason : assessed->verdict.reasons)
            if (reason.rule == "orientation") return reason.verdict;
        FAIL("no word about the orientation");
        return programme::Outcome::refuse;
    };
    CHECK(outcome(hanako) == programme::Outcome::ask);
    REQUIRE(record_orientation(desk.clinic(), hanako.mother_id).ok());
    REQUIRE(record_orientation(desk.clinic(), hanako.mother_id).ok());
    CHECK(desk.count("orientation") == 1);
    CHECK(outcome(hanako) == programme::Outcome::accept);
    CHECK(outcome(other) == programme::Outcome::ask);
    CHECK(record_orientation(desk.clinic(), "nobody").error().code == "not_found");
    CHECK(desk.audit_holds());
}

TEST_CASE("while the clock is doubted the window asks under its own source, and a late date refuses nobody") {
    Desk desk;
    (void)desk.register_hanako();
    const CheckInDraft draft = desk.draft();
    desk.clock.turn(-std::chrono::hours(24 * 200));  // before her birth
    REQUIRE_FALSE(clock_trustworthy(desk.clinic()));
    const auto assessed = assess(desk.clinic(), draft);
    REQUIRE(assessed.ok());
    int windows = 0;
    for (const programme::Reason& reason : assessed->verdict.reasons) {
        CHECK_FALSE(reason.source.empty());
        windows += reason.rule == "window";
        if (reason.rule == "window") CHECK(reason.verdict == programme::Outcome::ask);
    }
    CHECK(windows == 1);
    CHECK(assessed->verdict.verdict == programme::Outcome::ask);
}
