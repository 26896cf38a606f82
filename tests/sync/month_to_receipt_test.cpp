// The main job of this room from end to end: a month's uses and its report go to the municipality over TLS,
// through whatever the line and the municipality do, and end as one receipt each.

#include "tests/sync/line_to_municipality.h"

#include <set>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::report;
using municipality::Misbehaviour;
using test::Line;
using test::MonthDesk;

namespace {

void expect_each_once(Line& line, std::size_t count) {
    std::set<std::string> subjects;
    for (const auto& receipt : line.municipality.receipts()) subjects.insert(receipt.kind + receipt.subject);
    CHECK(subjects.size() == count);
    CHECK(line.municipality.receipts().size() == count);
    CHECK(line.desk.count("receipt") == static_cast<std::int64_t>(count));
    CHECK(line.status().waiting == 0);
    CHECK(line.desk.audit_holds());
}

}  // namespace

TEST_CASE("one day, one month, one receipt") {
    Line line;
    const std::string use = line.desk.whole_use();
    line.share_roster();
    CHECK(line.send().accepted == 1);
    line.desk.go_to_december();
    REQUIRE(line.desk.close_november().ok());
    CHECK(line.send().accepted == 1);

    const auto report = line.desk.november();
    CHECK(report.stage == Stage::accepted);
    CHECK(report.receipt_number == "R8-12-0002");
    CHECK(report.received_at == line.municipality.clock().now());
    expect_each_once(line, 2);
    const auto head =
        line.desk.clinic().database.text("SELECT audit_head FROM receipt ORDER BY outbox_id DESC LIMIT 1");
    CHECK(line.desk.frozen().find("\"audit_head\":\"" + head->value() + "\"") != std::string::npos);
    const auto uses = line.municipality.ledger().uses_of(report.rows[0].user_number);
    REQUIRE(uses->size() == 1);
    CHECK(uses->front().clinic == "sakura-0123");
}

TEST_CASE("an undone check-in gives the use back to the municipality's balance") {
    Line line;
    const std::string use = line.desk.use_in_house();
    line.share_roster();
    CHECK(line.send().accepted == 1);
    const std::string user = line.desk.november().rows[0].user_number;
    CHECK(line.municipality.ledger().uses_of(user)->size() == 1);
    REQUIRE(clinic::undo_check_in(line.desk.clinic(), use, "人違い").ok());
    CHECK(line.send().accepted == 1);
    CHECK(line.municipality.ledger().uses_of(user)->empty());
    expect_each_once(line, 2);
}

TEST_CASE(
    "a refused report shows the municipality's reasons, is corrected and accepted as the next revision") {
    Line line;
    (void)line.desk.whole_use();
    line.share_roster();
    CHECK(line.send().accepted == 1);
    line.desk.go_to_december();
    REQUIRE(line.desk.close_november().ok());
    line.municipality.server().mood().set(Misbehaviour::refuse, 1);
    CHECK(line.send().refused == 1);
    auto report = line.desk.november();
    CHECK(report.stage == Stage::refused);
    REQUIRE(report.reasons.size() == 1);
    CHECK(report.reasons[0].row == 0U);
    CHECK(report.reasons[0].text.ja == "利用者番号を確かめてください。");
    line.desk.clock.turn(std::chrono::hours(1));
    CHECK(line.send(true).refused == 0);  // parked: not even pressing sends it again

    REQUIRE(line.desk.close_november().ok());
    CHECK(line.send().accepted == 1);
    report = line.desk.november();
    CHECK(report.stage == Stage::accepted);
    CHECK(report.revision == 2);
    expect_each_once(line, 2);
}

TEST_CASE("a user whom the municipality does not know parks her rows by line, and blocks nobody else") {
    Line line;
    (void)line.desk.whole_use();
    line.share_roster();
    line.desk.go_to("2026-11-24T10:00:00+09:00");
    (void)line.desk.whole_use();
    const auto sent = line.send();
    CHECK(sent.accepted == 1);
    CHECK(sent.refused == 1);
    line.desk.go_to_december();
    REQUIRE(line.desk.close_november().ok());
    CHECK(line.send().refused == 1);
    const auto report = line.desk.november();
    REQUIRE(report.reasons.size() == 1);
    CHECK(report.reasons[0].row == 1U);

    // The municipality adds her, and the very same bytes are taken.
    line.share_roster();
    const auto parked = sync::refused_items(line.desk.clinic());
    REQUIRE(parked->size() == 2);
    for (const std::string& item : *parked) REQUIRE(sync::release_refused(line.desk.clinic(), item).ok());
    CHECK(line.send().accepted == 2);
    CHECK(line.desk.november().stage == Stage::accepted);
    expect_each_once(line, 3);
}

TEST_CASE("a refused use that is undone is no longer anyone's worry") {
    Line line;
    const std::string use = line.desk.use_in_house();
    CHECK(line.send().refused == 1);  // the municipality does not know her
    CHECK(line.status().refused == 1);
    REQUIRE(clinic::undo_check_in(line.desk.clinic(), use, "人違い").ok());
    CHECK(line.send().accepted == 1);
    CHECK(line.status().refused == 0);
    CHECK(line.status().waiting == 0);
    CHECK(sync::refused_items(line.desk.clinic())->empty());
}

TEST_CASE("a month of the wrong programme's server is refused, and no receipt is made") {
    Line line;
    (void)line.desk.whole_use();
    line.share_roster();
    line.desk.go_to_december();
    REQUIRE(line.desk.close_november().ok());
    auto stray = line.endpoints();
    const auto job = [&] {
        sync::Job report = line.next().value();
        while (report.kind != "report") {
            REQUIRE(
                sync::record_answer(line.desk.clinic(), stray[0], report, sync::deliver(stray[0], report, {}))
                    .ok());
            report = line.next().value();
        }
        return report;
    }();
    sync::Job other = job;
    other.body.replace(other.body.find("nerima"), 6, "nakano");
    const auto answer = sync::deliver(stray[0], other, {});
    CHECK(answer.outcome == sync::Answer::Outcome::refused);
    REQUIRE(answer.reasons.size() == 1);
    CHECK(answer.reasons[0].pointer == "/programme");
}
