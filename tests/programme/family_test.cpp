#include "shared/programme/family.h"

#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

TEST_CASE("Of several children the youngest birth counts") {
    Request asked = request();
    asked.children = {Child{day("2024-01-05"), {}, {}}, Child{day("2026-03-01"), {}, {}}};
    CHECK(family_of(asked).born == day("2026-03-01"));
    CHECK_FALSE(family_of(asked).multiples);
}

TEST_CASE("Twins are one birth, over midnight too, and count from the later day") {
    Request asked = request();
    asked.children = {Child{day("2026-03-01"), {}, {}}, Child{day("2026-03-02"), {}, {}}};
    const Family family = family_of(asked);
    CHECK(family.multiples);
    CHECK(family.born == day("2026-03-02"));
    CHECK(family.youngest == std::vector<std::size_t>{0, 1});
}

TEST_CASE("A child still expected does not close the window of the one that is here") {
    Request asked = request();
    asked.children = {Child{day("2025-09-01"), {}, {}}, Child{{}, day("2026-11-01"), {}}};
    CHECK(family_of(asked).born == day("2025-09-01"));
    asked.children = {Child{day("2025-09-01"), {}, {}}, Child{day("2026-11-01"), {}, {}}};
    CHECK(family_of(asked).born == day("2025-09-01"));
}

TEST_CASE("A birth that is not known is asked for by its place in the list") {
    Request asked = request();
    asked.children = {Child{day("2026-03-01"), {}, {}}, Child{}};
    CHECK(family_of(asked).missing == std::vector<std::string>{"children[1].born"});
    asked.children = std::vector<Child>{};
    CHECK(family_of(asked).missing == std::vector<std::string>{"children"});
}

TEST_CASE("After a loss only the home visit is offered, counted from its date, and no child is spoken of") {
    for (const char* id : {"nerima", "minamiaso", "setagaya", "nakano", "kashiwa"}) {
        CAPTURE(id);
        const Programme one = rules_of(id);
        Request asked = request(Service::outreach, "2026-05-10");
        asked.mother->loss_on = day("2026-04-15");
        asked.settings["window.months"] = 12;
        const Verdict visit = judge(one, asked);
        CHECK(visit.last_day == day("2027-04-14"));
        CHECK(outcome(visit, "window") == "accept");
        asked.children.reset();
        CHECK(judge(one, asked).last_day == day("2027-04-14"));
        for (const Service service : {Service::short_stay, Service::day_care}) {
            asked.service = service;
            CHECK(judge(one, asked).verdict == Outcome::refuse);
            CHECK(outcome(judge(one, asked), "window") == "refuse");
        }
    }
}
