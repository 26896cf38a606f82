#include "shared/clinic/incident.h"

#include "tests/sync/line_to_municipality.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;
using test::Line;

namespace {

struct Reported {
    Line line;
    std::string use = line.desk.check_in_hanako();
    std::string incident;

    Reported() {
        line.share_roster();
        (void)line.send();
        const auto id = report_incident(line.desk.clinic(),
                                        {Gravity::serious, use, "", line.desk.clock.now(), "けいれん"});
        REQUIRE(id.ok());
        incident = *id;
        REQUIRE(add_event(line.desk.clinic(), incident, line.desk.clock.now(), "119番に電話した").ok());
        REQUIRE(save_form(line.desk.clinic(), incident, {{"course", "授乳後30分。\n呼びかけに反応がない。"}})
                    .ok());
    }
    bool received(std::size_t report) {
        return (*find_incident(line.desk.clinic(), incident))->reports.at(report).received;
    }
};

}  // namespace

TEST_CASE("a report of an incident goes over the line once, and a numbered receipt comes back") {
    Reported reported;
    REQUIRE(make_report(reported.line.desk.clinic(), reported.incident, Consent::given).ok());
    CHECK_FALSE(reported.received(0));
    (void)reported.line.send();
    CHECK(reported.received(0));
    CHECK(reported.line.status().waiting == 0);
    const auto kept = reported.line.municipality.ledger().incidents(reported.incident);
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().find("授乳後30分。") != std::string::npos);
    CHECK(kept->front().find("119番に電話した") != std::string::npos);
}

TEST_CASE("a second report follows the first, and neither comes twice through a bad line") {
    Reported reported;
    REQUIRE(make_report(reported.line.desk.clinic(), reported.incident, Consent::given).ok());
    (void)reported.line.send();
    REQUIRE(save_form(reported.line.desk.clinic(), reported.incident,
                      {{"course", "経過"}, {"diagnosis", "熱性けいれん"}})
                .ok());
    REQUIRE(make_report(reported.line.desk.clinic(), reported.incident, Consent::given).ok());
    (void)reported.line.send();
    (void)reported.line.send(true);
    CHECK(reported.received(1));
    CHECK(reported.line.municipality.ledger().incidents(reported.incident)->size() == 2);
}

TEST_CASE(
    "a mother the municipality does not know is refused by name of the field, and nothing is kept there") {
    Reported reported;
    REQUIRE(reported.line.municipality.ledger().sql().run("DELETE FROM user").ok());
    REQUIRE(make_report(reported.line.desk.clinic(), reported.incident, Consent::given).ok());
    (void)reported.line.send();
    CHECK(reported.line.status().refused == 1);
    CHECK(reported.line.municipality.ledger().incidents(reported.incident)->empty());
}
