// What is free reaches the municipality over TLS, at most once a minute.

#include "shared/clinic/board.h"
#include "shared/clinic/closure.h"
#include "tests/sync/line_to_municipality.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;
using test::Line;

namespace {

struct PlacesTold {
    Line line;
    PlacesTold() {
        REQUIRE(add_place(clinic(), {1, PlaceKind::bed, "101"}).ok());
        REQUIRE(add_place(clinic(), {2, PlaceKind::bed, "102"}).ok());
        REQUIRE(set_setting(clinic(), "free_places.nerima", "1").ok());
    }
    Clinic& clinic() { return line.desk.clinic(); }
    int publish() { return publish_free_days(clinic(), {"nerima"}).value(); }
    void close(int in_days) {
        Closure closure;
        closure.first_day = line.desk.today() + std::chrono::days(in_days);
        closure.last_day = closure.first_day;
        REQUIRE(add_closure(clinic(), closure).ok());
    }
    std::string known() {
        const auto body = line.municipality.ledger().free_places("sakura-0123");
        REQUIRE(body.ok());
        return body->value_or("");
    }
};

bool says(const std::string& body, std::string_view what) {
    return body.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("what is free is told over the line, and told anew when it has changed") {
    PlacesTold told;
    CHECK(told.known().empty());
    CHECK(told.publish() == 1);
    CHECK(told.line.send().accepted == 1);
    CHECK(says(told.known(), R"("day":"2026-11-22","short_stay":{"free":2,"places":2})"));
    told.close(1);
    told.line.desk.clock.turn(std::chrono::seconds(61));
    CHECK(told.publish() == 1);
    CHECK(told.line.send().accepted == 1);
    CHECK(says(told.known(), R"("day":"2026-11-22","short_stay":{"free":0,"places":0})"));
    CHECK(told.line.status().waiting == 0);
    CHECK(told.line.desk.audit_holds());
}

TEST_CASE(
    "however often it changes within a minute, one word of it is on the line, and the last one arrives") {
    PlacesTold told;
    int said = told.publish();
    for (int i = 1; i <= 30; ++i) {
        told.close(i);
        told.line.desk.clock.turn(std::chrono::seconds(2));
        said += told.publish();
    }
    CHECK(said == 2);  // at the start, and once its minute was over
    told.line.desk.clock.turn(std::chrono::seconds(60));
    (void)told.publish();
    (void)told.line.send();
    CHECK(says(told.known(), R"("day":"2026-12-21","short_stay":{"free":0,"places":0})"));
    const auto sent = told.clinic().database.query(
        "SELECT created_at FROM outbox WHERE kind = 'free_places' ORDER BY created_at", {},
        [last = std::int64_t{0}](const store::Row& row) mutable {
            CHECK(row.integer(0) - last >= 60);
            last = row.integer(0);
            return true;
        });
    CHECK(sent.ok());
    CHECK(told.publish() == 0);
}
