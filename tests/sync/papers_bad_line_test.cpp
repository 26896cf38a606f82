// Report, invoice and a report on one use over lines and municipalities that fail in every way: each ends in
// a clear state and sentence, and the municipality has each exactly once.

#include "shared/report/invoice.h"
#include "shared/report/user_report.h"
#include "tests/sync/line_to_municipality.h"

#include <algorithm>
#include <functional>
#include <map>

#include <doctest/doctest.h>

using namespace sango;
using municipality::Misbehaviour;
using test::authority_of;
using test::Line;
using test::MonthDesk;
using test::MunicipalityDesk;
using test::years;

namespace {

constexpr int kPapers = 3;

/// November's papers wait: the report, the invoice, the report on its one use. The use itself is known.
struct Papers : Line {
    std::string use;

    Papers() : Line(municipality::ServeRequest{.bad_line = true}) {
        use = desk.whole_use();
        share_roster();
        CHECK(send().accepted == 1);
        desk.set_up_invoice();
        REQUIRE(report::write_user_report(desk.clinic(), {use, true, true, "眠れないとのこと"}).ok());
        desk.go_to_december();
        REQUIRE(desk.close_november().ok());
        const auto issued = report::close_invoice(desk.clinic(), "nerima", MonthDesk::kNovember);
        REQUIRE_MESSAGE(issued.ok(), (issued.ok() ? "" : issued.error().message.en));
    }
    /// All three are sent again and accepted; each is there once, on both sides.
    void accept_all() {
        desk.clock.turn(std::chrono::hours(1));
        int accepted = 0;
        for (int round = 0; round < 4 && accepted < kPapers; ++round) {
            accepted += static_cast<int>(send(true).accepted);
            desk.clock.turn(std::chrono::minutes(10));
        }
        CHECK(accepted == kPapers);
        std::map<std::string, int> of_kind;
        for (const auto& receipt : municipality.receipts()) ++of_kind[receipt.kind];
        CHECK(of_kind ==
              std::map<std::string, int>{{"invoice", 1}, {"report", 1}, {"use", 1}, {"user_report", 1}});
        CHECK(desk.count("receipt") == 4);
        CHECK(status().waiting == 0);
        CHECK(desk.november().stage == report::Stage::accepted);
        const auto invoice = report::build_invoice(desk.clinic(), "nerima", MonthDesk::kNovember);
        CHECK(invoice->stage == report::Stage::accepted);
        CHECK_FALSE(invoice->receipt_number.empty());
        CHECK_FALSE((*report::user_report(desk.clinic(), use))->receipt_number.empty());
        CHECK(desk.audit_holds());
    }
    /// None has a receipt, each waits, and says why in both languages.
    void expect_all_wait() {
        CHECK(status().waiting == kPapers);
        const auto report = desk.november();
        CHECK(report.stage == report::Stage::sent);
        REQUIRE(report.waiting_because.has_value());
        CHECK_FALSE(report.waiting_because->ja.empty());
        CHECK_FALSE(report.waiting_because->en.empty());
        CHECK(report.next_try_at.has_value());
        const auto invoice = report::build_invoice(desk.clinic(), "nerima", MonthDesk::kNovember);
        CHECK(invoice->stage == report::Stage::sent);
        REQUIRE(invoice->waiting_because.has_value());
        CHECK_FALSE(invoice->waiting_because->ja.empty());
        CHECK(invoice->receipt_number.empty());
        CHECK((*report::user_report(desk.clinic(), use))->receipt_number.empty());
    }
};

std::vector<sync::Job> jobs_of(Papers& papers) {
    std::vector<sync::Job> jobs;
    std::vector<std::string> ids;
    REQUIRE(papers.desk.clinic()
                .database
                .query("SELECT id, kind, path, idempotency_key FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM "
                       "receipt r WHERE r.outbox_id = o.id) ORDER BY id",
                       {},
                       [&](const store::Row& row) {
                           sync::Job job;
                           job.outbox_id = row.text(0);
                           job.kind = row.text(1);
                           job.programme = "nerima";
                           job.path = row.text(2);
                           job.idempotency_key = row.text(3);
                           jobs.push_back(std::move(job));
                           return true;
                       })
                .ok());
    for (sync::Job& job : jobs)
        job.body = clinic::announced_body(papers.desk.clinic(), job.outbox_id).value();
    CHECK(jobs.size() == kPapers);
    return jobs;
}

}  // namespace

TEST_CASE(
    "whatever answers badly, report, invoice and user report are there once, and each says where it stands") {
    for (const Misbehaviour misbehaviour :
         {Misbehaviour::reset, Misbehaviour::server_error, Misbehaviour::doubled, Misbehaviour::redirect,
          Misbehaviour::forged, Misbehaviour::truncated}) {
        CAPTURE(static_cast<int>(misbehaviour));
        Papers papers;
        papers.municipality.server().mood().set(misbehaviour, kPapers);
        CHECK(papers.send().later == kPapers);
        papers.expect_all_wait();
        papers.accept_all();
    }
}

TEST_CASE(
    "a certificate of a stranger, an expired one, one of tomorrow or of another host: none of them is sent "
    "to") {
    using Certificate = std::function<municipality::Identity(const MunicipalityDesk&)>;
    const std::pair<const char*, Certificate> cases[] = {
        {"stranger",
         [](const MunicipalityDesk&) {
             const auto stranger = municipality::make_authority("stranger", years(-1, 1));
             return municipality::issue_server(*stranger, {"127.0.0.1"}, years(-1, 1)).value();
         }},
        {"expired",
         [](const MunicipalityDesk& desk) {
             return municipality::issue_server(authority_of(desk), {"127.0.0.1"}, years(-2, -1)).value();
         }},
        {"not yet valid, as a clock a year behind sees it",
         [](const MunicipalityDesk& desk) {
             return municipality::issue_server(authority_of(desk), {"127.0.0.1"}, years(1, 2)).value();
         }},
        {"another host", [](const MunicipalityDesk& desk) {
             return municipality::issue_server(authority_of(desk), {"elsewhere.example"}, years(-1, 1))
                 .value();
         }}};
    for (const auto& [name, certificate] : cases) {
        CAPTURE(name);
        Papers papers;
        papers.municipality.serve({.identity = certificate(papers.municipality)});
        CHECK(papers.send(true).later == kPapers);
        papers.expect_all_wait();
        CHECK(papers.municipality.receipts().size() == 1);  // the use's own
        papers.municipality.serve();
        papers.accept_all();
    }
}

TEST_CASE("a line that is refused loses nothing of the three") {
    Papers papers;
    const auto endpoints = papers.endpoints();
    papers.municipality.close();
    const auto sent = sync::send_all(papers.desk.clinic(), endpoints, {}, {}, papers.desk.clock.now());
    REQUIRE(sent.ok());
    CHECK(sent->later == kPapers);
    papers.expect_all_wait();
    papers.municipality.serve();
    papers.accept_all();
}

TEST_CASE("a slow line ends in time for each of the three, and each counts once") {
    Papers papers;
    for (const sync::Job& job : jobs_of(papers)) {
        CAPTURE(job.kind);
        papers.municipality.server().line()->trickle(true);
        const auto answer = sync::deliver(papers.municipality.endpoint(), job, {}, std::chrono::seconds(1));
        CHECK(answer.error.code == "timeout");
        papers.municipality.server().line()->mend();
    }
    papers.accept_all();
}

TEST_CASE("cut at any byte there and back, an invoice and a user report are never lost and never doubled") {
    using Way = municipality::BadLine::Way;
    Papers papers;
    const sync::Endpoint endpoint = papers.municipality.endpoint();
    municipality::BadLine& line = *papers.municipality.server().line();
    for (const sync::Job& job : jobs_of(papers)) {
        CAPTURE(job.kind);
        constexpr std::size_t kStep = 331;
        std::size_t there = kStep + 1;
        std::size_t back = kStep + 1;
        for (const Way way : {Way::to_server, Way::to_client})
            for (std::size_t at = 0; at < (way == Way::to_server ? there : back); at += kStep) {
                CAPTURE(at);
                line.reset_after(way, at);
                const auto cut = sync::deliver(endpoint, job, {});
                line.mend();
                CHECK(cut.outcome != sync::Answer::Outcome::refused);
                if (cut.outcome != sync::Answer::Outcome::accepted) CHECK_FALSE(cut.error.message.ja.empty());
                const auto again = sync::deliver(endpoint, job, {});
                REQUIRE_MESSAGE(again.outcome == sync::Answer::Outcome::accepted, again.error.message.en);
                there = line.passed(Way::to_server);
                back = line.passed(Way::to_client);
            }
    }
    papers.accept_all();
}

TEST_CASE("one of them that is refused holds up neither of the others, and is taken once it is released") {
    Papers papers;
    papers.municipality.server().mood().set(Misbehaviour::refuse, 1);
    const auto sent = papers.send();
    CHECK(sent.refused == 1);
    CHECK(sent.accepted == kPapers - 1);
    const auto parked = sync::refused_items(papers.desk.clinic());
    REQUIRE(parked->size() == 1);
    REQUIRE(sync::release_refused(papers.desk.clinic(), parked->front()).ok());
    CHECK(papers.send().accepted == 1);
    CHECK(papers.municipality.receipts().size() == 4);
    CHECK(papers.desk.count("receipt") == 4);
}
