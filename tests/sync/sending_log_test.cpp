#include "shared/sync/sending_log.h"

#include "shared/report/invoice.h"
#include "shared/report/user_report.h"
#include "tests/support/program.h"
#include "tests/sync/line_to_municipality.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace sango;
using namespace sango::sync;
using municipality::Misbehaviour;
using test::Line;
using test::MonthDesk;
using test::printed_by;

TEST_CASE("report, invoice and a report on one use each end with a receipt of their own") {
    Line line;
    const std::string use = line.desk.whole_use();
    line.share_roster();
    line.desk.set_up_invoice();
    REQUIRE(report::write_user_report(line.desk.clinic(), {use, true, true, "眠れないとのこと"}).ok());
    line.desk.go_to_december();
    REQUIRE(line.desk.close_november().ok());
    const auto issued = report::close_invoice(line.desk.clinic(), "nerima", MonthDesk::kNovember);
    REQUIRE_MESSAGE(issued.ok(), (issued.ok() ? "" : issued.error().message.en));
    const auto sent = line.send();
    CHECK(sent.accepted == 4);
    CHECK(sent.refused == 0);
    const auto invoice = report::build_invoice(line.desk.clinic(), "nerima", MonthDesk::kNovember);
    CHECK(invoice->stage == report::Stage::accepted);
    CHECK(invoice->receipt_number.starts_with("R8-12-"));
    CHECK((*report::user_report(line.desk.clinic(), use))->receipt_number.starts_with("R8-12-"));
    std::size_t of_invoice = 0;
    for (const auto& receipt : line.municipality.receipts()) of_invoice += receipt.kind == "invoice" ? 1 : 0;
    CHECK(of_invoice == 1);
}

TEST_CASE("an invoice that does not add up, or says more without consent, is refused by the receiver") {
    municipality::Faults faults;
    (void)municipality::read_invoice(
        nlohmann::json::parse(
            R"({"clinic":"sakura-0123","programme":"nerima","month":"2026-11","revision":1,"number":"R8-001",
            "replaces":null,"issued_on":"2026-12-08","report_revision":1,"lines":[{"service":"day_care",
            "billed":"use","count":2,"unit_price_yen":20000,"amount_yen":39999}],"total_yen":40000,
            "payee":{"bank":"a","branch":"b","kind":"c","number":"d","holder":"e"}})"),
        faults);
    CHECK(faults.size() == 2);
    faults.clear();
    (void)municipality::read_user_report(
        nlohmann::json::parse(
            R"({"clinic":"sakura-0123","programme":"nerima","use":"019a9d4c-7a10-7c3e-9d0a-100000000001",
            "revision":1,"user_number":"N-4821-7","service":"day_care","first_day":"2026-11-21","days":1,"units":1,
            "care":{},"state_on_arrival":"well","state_on_leaving":"well","follow_up":false,"consent":false,
            "urgent":true,"remarks":"","written_at":"2026-11-21T17:00:00+09:00"})"),
        faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].pointer == "/consent");
}

TEST_CASE("every try is on record, newest first, with what it ended with and when the next one is") {
    Line line;
    (void)line.desk.whole_use();
    line.share_roster();
    line.municipality.server().mood().set(Misbehaviour::refuse, 1);
    CHECK(line.send().refused == 1);
    auto tries = send_tries(line.desk.clinic(), "nerima", 10);
    REQUIRE(tries->size() == 1);
    CHECK(tries->front().outcome == "refused");
    CHECK(tries->front().http_status == 422);
    CHECK_FALSE(tries->front().reasons.empty());

    auto items = outbox_items(line.desk.clinic(), "", 10);
    REQUIRE(items->size() == 1);
    CHECK(items->front().state == OutboxItem::State::refused);
    CHECK(items->front().bytes > 100);
    REQUIRE(release_refused(line.desk.clinic(), items->front().outbox_id).ok());
    CHECK(line.send().accepted == 1);
    tries = send_tries(line.desk.clinic(), "", 10);
    CHECK(tries->size() == 3);  // refused, released, accepted
    CHECK(tries->front().outcome == "accepted");
    CHECK(outbox_items(line.desk.clinic(), "", 10)->front().state == OutboxItem::State::accepted);
}

TEST_CASE("a receipt leaves as proof that openssl verifies, and that no changed byte passes") {
    Line line;
    (void)line.desk.whole_use();
    line.share_roster();
    CHECK(line.send().accepted == 1);
    const auto items = outbox_items(line.desk.clinic(), "", 10);
    const test::TempFolder folder(test::memory_folder());
    const auto made = export_proof(line.desk.clinic(), line.municipality.endpoint(), items->front().outbox_id,
                                   folder.path());
    REQUIRE_MESSAGE(made.ok(), (made.ok() ? "" : made.error().message.en));
    const std::string verify = "cd " + made->string() +
                               " && openssl pkeyutl -verify -pubin -inkey receipt-key.pem -rawin -in "
                               "receipt.json -sigfile receipt.sig 2>&1";
    CHECK(printed_by(verify).find("Signature Verified Successfully") != std::string::npos);
    const std::string digest = printed_by("openssl dgst -sha256 -binary " + (*made / "sent.json").string() +
                                          " | base64 | tr -d '\\n'");
    CHECK(printed_by("cat " + (*made / "receipt.json").string()).find(digest) != std::string::npos);
    (void)printed_by("printf x >> " + (*made / "receipt.json").string());
    CHECK(printed_by(verify).find("Signature Verified Successfully") == std::string::npos);
    CHECK(line.desk.audit_holds());
}

TEST_CASE("without a receipt there is no proof") {
    Line line;
    (void)line.desk.whole_use();
    const auto items = outbox_items(line.desk.clinic(), "", 10);
    const test::TempFolder folder(test::memory_folder());
    CHECK(export_proof(line.desk.clinic(), line.municipality.endpoint(), items->front().outbox_id,
                       folder.path())
              .error()
              .code == "no_receipt");
}
