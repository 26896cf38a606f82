#include "shared/sync/outbox_sending.h"

#include "tests/sync/line_to_municipality.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::sync;
using municipality::Misbehaviour;
using test::Line;
using test::use_job;
using Outcome = sango::sync::Answer::Outcome;

namespace {

/// Always the same eight bytes: as a number, `value`.
Random always(std::uint64_t value) {
    return [value](std::span<std::uint8_t> bytes) {
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<std::uint8_t>(value >> (8 * (i % 8)));
    };
}

Answer later(std::optional<std::chrono::seconds> retry_after = std::nullopt) {
    Answer answer;
    answer.outcome = Outcome::later;
    answer.http_status = 503;
    answer.retry_after = retry_after;
    answer.error = error("server_error", "あとで。", "Later.");
    return answer;
}

Answer refused() {
    Answer answer;
    answer.outcome = Outcome::refused;
    answer.http_status = 422;
    answer.error = error("refused", "差し戻し。", "Refused.");
    answer.reasons = {{"/user_number", {"番号", "Number"}}};
    return answer;
}

Result<Done> record(Line& line, const Job& job, const Answer& answer, std::uint64_t random = 0) {
    return record_answer(line.desk.clinic(), line.municipality.endpoint(), job, answer, always(random));
}

}  // namespace

TEST_CASE("nothing waits in a new clinic") {
    Line line;
    CHECK_FALSE(line.next().has_value());
    CHECK(line.status().waiting == 0);
    CHECK(line.status().refused == 0);
}

TEST_CASE("what was announced first is sent first, with its frozen bytes") {
    Line line;
    const std::string first = line.announce(use_job(1));
    (void)line.announce(use_job(2));
    const auto job = line.next();
    REQUIRE(job.has_value());
    CHECK(job->outbox_id == first);
    CHECK(job->body == use_job(1).body);
    CHECK(job->idempotency_key == use_job(1).idempotency_key);
    CHECK(job->path == "/v1/uses");
    CHECK(job->tries == 0);
    CHECK(line.status().waiting == 2);
}

TEST_CASE("without an address nothing is sent, and it still waits") {
    Line line;
    (void)line.announce(use_job(1));
    const auto job = next_job(line.desk.clinic(), std::vector<Endpoint>());
    REQUIRE(job.ok());
    CHECK_FALSE(job->has_value());
    CHECK(line.status().waiting == 1);
}

TEST_CASE("a receipt turns an item from waiting to sent, for good") {
    Line line;
    (void)line.announce(use_job(1));
    CHECK(line.send().accepted == 1);
    CHECK_FALSE(line.next().has_value());
    CHECK(line.status().waiting == 0);
    CHECK(line.desk.count("receipt") == 1);
    CHECK(line.desk.audit_holds());
    line.desk.clock.turn(std::chrono::days(400));
    CHECK_FALSE(line.next().has_value());
}

TEST_CASE("an item that must wait lets the next one through") {
    Line line;
    (void)line.announce(use_job(1));
    const std::string second = line.announce(use_job(2));
    REQUIRE(record(line, *line.next(), later(), 1).ok());
    CHECK(line.next()->outbox_id == second);
    REQUIRE(record(line, *line.next(), refused()).ok());
    CHECK_FALSE(line.next().has_value());
    CHECK(line.status().waiting == 1);
    CHECK(line.status().refused == 1);
    CHECK(line.status().next_try_at == line.desk.clock.now() + std::chrono::seconds(1));
    line.desk.clock.turn(std::chrono::seconds(1));
    REQUIRE(line.next().has_value());
    CHECK(line.next()->tries == 1);
    CHECK_FALSE(line.status().next_try_at.has_value());
}

TEST_CASE("of two items that keep failing neither starves the other") {
    Line line;
    const std::string first = line.announce(use_job(1));
    const std::string second = line.announce(use_job(2));
    std::vector<std::string> order;
    for (int turn = 0; turn < 4; ++turn) {
        order.push_back(line.next()->outbox_id);
        REQUIRE(record(line, *line.next(), later(), 0).ok());
    }
    CHECK(order == std::vector<std::string>{first, second, first, second});
}

TEST_CASE("a person who presses send does not wait for the next try") {
    Line line;
    (void)line.announce(use_job(1));
    REQUIRE(record(line, *line.next(), later(std::chrono::hours(2))).ok());
    CHECK_FALSE(line.next().has_value());
    CHECK_FALSE(line.next(line.desk.clock.now()).has_value());  // tried in this very second
    line.desk.clock.turn(std::chrono::seconds(1));
    CHECK(line.next(line.desk.clock.now()).has_value());
}

TEST_CASE("a refused item is parked until a person sends the same again") {
    Line line;
    const std::string id = line.announce(use_job(1));
    REQUIRE(record(line, *line.next(), refused()).ok());
    line.desk.clock.turn(std::chrono::days(30));
    CHECK_FALSE(line.next(line.desk.clock.now()).has_value());
    CHECK(*refused_items(line.desk.clinic()) == std::vector<std::string>{id});
    REQUIRE(release_refused(line.desk.clinic(), id).ok());
    REQUIRE(line.next().has_value());
    CHECK(line.next()->body == use_job(1).body);
    CHECK(line.status().refused == 0);
    CHECK(release_refused(line.desk.clinic(), id).error().code == "not_refused");
    CHECK(line.send().accepted == 1);
    CHECK(release_refused(line.desk.clinic(), id).error().code == "not_refused");
}

TEST_CASE("reasons are sealed on disk") {
    Line line;
    (void)line.announce(use_job(1));
    Answer answer = refused();
    answer.reasons = {{"", {"山田花子さんは転出しています", "Hanako Yamada has moved out"}}};
    REQUIRE(record(line, *line.next(), answer).ok());
    const auto found = line.desk.clinic().database.integer(
        "SELECT count(*) FROM send_attempt WHERE instr(reasons_sealed, 'Hanako') > 0");
    CHECK(found->value() == 0);
}

TEST_CASE("the wait grows with the tries, is at least what the municipality asks for, and never endless") {
    CHECK(wait_before_next(0, std::nullopt, always(2)).count() == 2);
    CHECK(wait_before_next(0, std::nullopt, always(3)).count() == 0);  // 3 modulo 0..2
    CHECK(wait_before_next(5, std::nullopt, always(64)).count() == 64);
    CHECK(wait_before_next(5, std::nullopt, always(65)).count() == 0);
    CHECK(wait_before_next(500, std::nullopt, always(3600)).count() == 3600);
    CHECK(wait_before_next(0, std::chrono::seconds(120), always(1)).count() == 120);
    CHECK(wait_before_next(9, std::chrono::seconds(120), always(500)).count() == 500);
    CHECK(wait_before_next(0, std::chrono::hours(24 * 365), always(1)) == kLongestWait);
    CHECK(rc::check("full jitter", [] {
        const int tries = *rc::gen::inRange(0, 100);
        const auto wait = wait_before_next(tries, std::nullopt, always(*rc::gen::arbitrary<std::uint64_t>()));
        const std::int64_t most = tries > 10 ? 3600 : std::min<std::int64_t>(3600, std::int64_t{2} << tries);
        RC_ASSERT(wait.count() >= 0);
        RC_ASSERT(wait.count() <= most);
    }));
}

TEST_CASE("a next try that a wrong clock set a year ahead is due once the clock is right") {
    Line line;
    (void)line.announce(use_job(1));
    const Instant now = line.desk.clock.now();
    line.desk.clock.jump_to(now + std::chrono::days(365));
    REQUIRE(record(line, *line.next(), later(), 2).ok());
    line.desk.clock.jump_to(now);
    CHECK(line.next().has_value());
    CHECK_FALSE(line.status().next_try_at.has_value());
}

TEST_CASE("a receipt that does not fit the job is not believed, wherever it comes from") {
    Line line;
    (void)line.announce(use_job(1));
    (void)line.announce(use_job(2));
    const Job first = *line.next();
    Answer answer = deliver(line.municipality.endpoint(), first, {});
    REQUIRE(answer.outcome == Outcome::accepted);
    Job second = use_job(2);
    second.outbox_id = line.desk.clinic().database.text("SELECT max(id) FROM outbox")->value();
    REQUIRE(record(line, second, answer).ok());
    CHECK(line.desk.count("receipt") == 0);
    CHECK(line.status().waiting == 2);

    answer.receipt.reset();
    REQUIRE(record(line, first, answer).ok());
    CHECK(line.desk.count("receipt") == 0);
}

TEST_CASE(
    "power gone between the municipality's answer and our record: the next try brings the same receipt") {
    Line line;
    (void)line.announce(use_job(1));
    const Job job = *line.next();
    const Answer lost = deliver(line.municipality.endpoint(), job, {});
    REQUIRE(lost.outcome == Outcome::accepted);
    line.desk.open();  // nothing was recorded
    CHECK(line.send().accepted == 1);
    CHECK(line.desk.count("receipt") == 1);
    REQUIRE(line.municipality.receipts().size() == 1);
    CHECK(line.municipality.receipts()[0].times == 2);
    CHECK(line.desk.clinic().database.text("SELECT number FROM receipt")->value() == lost.receipt->number);
}

TEST_CASE("an answer that is recorded twice leaves one receipt") {
    Line line;
    (void)line.announce(use_job(1));
    const Job job = *line.next();
    const Answer answer = deliver(line.municipality.endpoint(), job, {});
    REQUIRE(record(line, job, answer).ok());
    REQUIRE(record(line, job, answer).ok());
    REQUIRE(record(line, job, refused()).ok());
    CHECK(line.desk.count("receipt") == 1);
    CHECK(line.desk.count("send_attempt") == 1);
    CHECK(line.status().refused == 0);
}

TEST_CASE("a report of which a later revision is closed is not sent any more") {
    Line line;
    const std::string use = line.desk.whole_use();
    line.desk.go_to_december();
    REQUIRE(line.desk.close_november().ok());
    auto forgotten = line.desk.milk(use, 60);
    forgotten.observed_at = *parse_instant("2026-11-21T14:05:00+09:00");
    REQUIRE(clinic::write_note(line.desk.clinic(), forgotten).ok());
    REQUIRE(line.desk.close_november().ok());
    line.share_roster();
    CHECK(line.status().waiting == 2);  // the use notice and the second revision
    CHECK(line.send().accepted == 2);
    std::vector<std::string> subjects;
    for (const auto& receipt : line.municipality.receipts()) subjects.push_back(receipt.subject);
    CHECK(subjects == std::vector<std::string>{use, "2026-11/2"});
    CHECK(line.status().waiting == 0);
}
