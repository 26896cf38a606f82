#include "shared/sync/delivery.h"

#include "shared/sync/receipt.h"
#include "tests/sync/municipality_desk.h"

#include <thread>

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::sync;
using Outcome = sango::sync::Answer::Outcome;
using municipality::Misbehaviour;
using test::authority_of;
using test::MunicipalityDesk;
using test::use_job;
using test::years;

namespace {

/// Every way in which a try ends tells a person something in both languages.
void expect_later(const Answer& answer, std::string_view code) {
    CHECK(answer.outcome == Outcome::later);
    CHECK_MESSAGE(answer.error.code == code, answer.error.message.en);
    CHECK_FALSE(answer.receipt.has_value());
    CHECK_FALSE(answer.error.message.ja.empty());
    CHECK_FALSE(answer.error.message.en.empty());
}

std::string expect_accepted(const Answer& answer) {
    CHECK_MESSAGE(answer.outcome == Outcome::accepted, answer.error.message.en);
    REQUIRE(answer.receipt.has_value());
    return answer.receipt->number;
}

}  // namespace

TEST_CASE("a use notice is accepted with the municipality's numbered receipt") {
    MunicipalityDesk desk;
    const Answer answer = deliver(desk.endpoint(), use_job(), {});
    CHECK(expect_accepted(answer) == "R8-12-0001");
    CHECK(answer.http_status == 201);
    CHECK(answer.error.code.empty());
    CHECK(answer.receipt->received_at == *parse_instant("2026-12-08T10:00:00+09:00"));
    REQUIRE(desk.receipts().size() == 1);
    CHECK(desk.ledger().uses_of(MunicipalityDesk::kUser)->size() == 1);
}

TEST_CASE("the same notice sent again gets the very same receipt and counts once") {
    MunicipalityDesk desk;
    const Answer first = deliver(desk.endpoint(), use_job(), {});
    desk.clock().turn(std::chrono::hours(50));
    const Answer second = deliver(desk.endpoint(), use_job(), {});
    REQUIRE(expect_accepted(first) == expect_accepted(second));
    CHECK(second.http_status == 200);
    CHECK(first.receipt->body == second.receipt->body);
    CHECK(first.receipt->signature == second.receipt->signature);
    REQUIRE(desk.receipts().size() == 1);
    CHECK(desk.receipts()[0].times == 2);
}

TEST_CASE("two identical notices at the same instant converge on one receipt") {
    MunicipalityDesk desk;
    std::vector<Answer> answers(8);
    std::vector<std::thread> senders;
    for (Answer& answer : answers)
        senders.emplace_back(
            [&answer, endpoint = desk.endpoint()] { answer = deliver(endpoint, use_job(), {}); });
    for (std::thread& sender : senders) sender.join();
    for (const Answer& answer : answers) CHECK(expect_accepted(answer) == "R8-12-0001");
    REQUIRE(desk.receipts().size() == 1);
    CHECK(desk.receipts()[0].times == 8);
    CHECK(desk.ledger().uses_of(MunicipalityDesk::kUser)->size() == 1);
}

TEST_CASE("the same key with other bytes is refused, and the first stands") {
    MunicipalityDesk desk;
    (void)expect_accepted(deliver(desk.endpoint(), use_job(), {}));
    Job other = use_job();
    other.body.replace(other.body.find("\"days\":1"), 8, "\"days\":2");
    const Answer answer = deliver(desk.endpoint(), other, {});
    CHECK(answer.outcome == Outcome::refused);
    CHECK(answer.http_status == 409);
    REQUIRE(answer.reasons.size() == 1);
    CHECK(answer.reasons[0].text.ja.find("別の本文") != std::string::npos);
    CHECK(desk.receipts().size() == 1);
}

TEST_CASE("a municipality that refuses gives its reasons with the place in our body") {
    MunicipalityDesk desk;
    desk.server().mood().set(Misbehaviour::refuse, 1);
    const Answer answer = deliver(desk.endpoint(), use_job(), {});
    CHECK(answer.outcome == Outcome::refused);
    CHECK(answer.http_status == 422);
    CHECK(answer.error.code == "refused");
    REQUIRE(answer.reasons.size() == 1);
    CHECK(answer.reasons[0].pointer == "/user_number");
    CHECK(answer.reasons[0].text.ja == "利用者番号を確かめてください。");
    CHECK(desk.receipts().empty());

    // The very same bytes are taken once the municipality has mended its side.
    (void)expect_accepted(deliver(desk.endpoint(), use_job(), {}));
}

TEST_CASE("a server's own fault means later, as long as it says") {
    MunicipalityDesk desk;
    desk.server().mood().set(Misbehaviour::server_error, 1);
    const Answer answer = deliver(desk.endpoint(), use_job(), {});
    expect_later(answer, "server_error");
    CHECK(answer.http_status == 503);
    CHECK(answer.retry_after == std::chrono::seconds(1));
}

TEST_CASE("a redirect is not followed") {
    MunicipalityDesk desk;
    desk.server().mood().set(Misbehaviour::redirect, 1);
    const Answer answer = deliver(desk.endpoint(), use_job(), {});
    expect_later(answer, "redirected");
    CHECK(answer.http_status == 307);
    CHECK(desk.receipts().empty());
}

TEST_CASE("an answer that gets lost after the municipality took the notice comes back the next time") {
    const std::pair<Misbehaviour, const char*> cases[] = {{Misbehaviour::reset, "broken_line"},
                                                          {Misbehaviour::truncated, "broken_line"},
                                                          {Misbehaviour::doubled, "bad_receipt"},
                                                          {Misbehaviour::forged, "bad_receipt"}};
    MunicipalityDesk desk({.bad_line = true});
    int nth = 0;
    for (const auto& [misbehaviour, code] : cases) {
        CAPTURE(code);
        const Job job = use_job(++nth);
        desk.server().mood().set(misbehaviour, 1);
        expect_later(deliver(desk.endpoint(), job, {}), code);
        const Answer again = deliver(desk.endpoint(), job, {});
        (void)expect_accepted(again);
        CHECK(again.http_status == 200);
        CHECK(desk.receipts().size() == static_cast<std::size_t>(nth));
    }
}

TEST_CASE("a slow line ends in time, and the notice counts once") {
    MunicipalityDesk desk({.bad_line = true});
    desk.server().line()->trickle(true);
    expect_later(deliver(desk.endpoint(), use_job(), {}, std::chrono::seconds(1)), "timeout");
    desk.server().line()->mend();
    (void)expect_accepted(deliver(desk.endpoint(), use_job(), {}));
    CHECK(desk.receipts().size() == 1);
}

TEST_CASE("a line that is cut at any byte loses nothing and doubles nothing") {
    MunicipalityDesk desk({.bad_line = true});
    municipality::BadLine& line = *desk.server().line();
    (void)expect_accepted(deliver(desk.endpoint(), use_job(1), {}));
    using Way = municipality::BadLine::Way;
    const std::size_t there = line.passed(Way::to_server);
    const std::size_t back = line.passed(Way::to_client);
    REQUIRE(there > 500);
    REQUIRE(back > 500);
    int nth = 1;
    const auto cut = [&](Way way, std::size_t at) {
        CAPTURE(at);
        const Job job = use_job(++nth);
        line.reset_after(way, at);
        const Answer answer = deliver(desk.endpoint(), job, {});
        line.mend();
        if (answer.outcome == Outcome::accepted) return;  // the cut came after the last byte
        CHECK(answer.outcome == Outcome::later);
        CHECK_FALSE(answer.error.message.ja.empty());
        (void)expect_accepted(deliver(desk.endpoint(), job, {}));
    };
    for (std::size_t at = 0; at < there; at += 97) cut(Way::to_server, at);
    for (std::size_t at = 0; at < back; at += 97) cut(Way::to_client, at);
    CHECK(desk.receipts().size() == static_cast<std::size_t>(nth));
    CHECK(desk.ledger().uses_of(MunicipalityDesk::kUser)->size() == static_cast<std::size_t>(nth));
}

TEST_CASE("a withdrawal gives the use back to the balance, in whatever order the two arrive") {
    MunicipalityDesk desk;
    const Job first = use_job(1);
    const Job second = use_job(2);
    (void)expect_accepted(deliver(desk.endpoint(), first, {}));
    (void)expect_accepted(deliver(desk.endpoint(), test::withdrawal_job(first), {}));
    (void)expect_accepted(deliver(desk.endpoint(), test::withdrawal_job(second), {}));
    (void)expect_accepted(deliver(desk.endpoint(), second, {}));
    CHECK(desk.ledger().uses_of(MunicipalityDesk::kUser)->empty());
}

TEST_CASE("nobody listens") {
    MunicipalityDesk desk;
    const Endpoint endpoint = desk.endpoint();
    desk.close();
    expect_later(deliver(endpoint, use_job(), {}), "unreachable");
}

TEST_CASE("a host that does not exist") {
    MunicipalityDesk desk;
    Endpoint endpoint = desk.endpoint();
    endpoint.url = "https://municipality.invalid";
    expect_later(deliver(endpoint, use_job(), {}), "no_network");
}

TEST_CASE("a stranger's certificate: nothing is sent") {
    MunicipalityDesk desk;
    const auto stranger = municipality::make_authority("stranger", years(-1, 1));
    desk.serve({.identity = municipality::issue_server(*stranger, {"127.0.0.1"}, years(-1, 1)).value()});
    expect_later(deliver(desk.endpoint(), use_job(), {}), "stranger");
    CHECK(desk.receipts().empty());
}

TEST_CASE("an expired certificate") {
    MunicipalityDesk desk;
    desk.serve(
        {.identity = municipality::issue_server(authority_of(desk), {"127.0.0.1"}, years(-2, -1)).value()});
    expect_later(deliver(desk.endpoint(), use_job(), {}), "certificate_expired");
}

TEST_CASE("a certificate that is not valid yet, as a clock a year behind sees it") {
    MunicipalityDesk desk;
    desk.serve(
        {.identity = municipality::issue_server(authority_of(desk), {"127.0.0.1"}, years(1, 2)).value()});
    expect_later(deliver(desk.endpoint(), use_job(), {}), "certificate_not_yet_valid");
}

TEST_CASE("the municipality's certificate, but another server's name") {
    MunicipalityDesk desk;
    desk.serve(
        {.identity =
             municipality::issue_server(authority_of(desk), {"elsewhere.example"}, years(-1, 1)).value()});
    expect_later(deliver(desk.endpoint(), use_job(), {}), "wrong_host");
    CHECK(desk.receipts().empty());
}

TEST_CASE("a clinic whose certificate the municipality does not know, or no longer") {
    MunicipalityDesk desk;
    const auto stranger = municipality::make_authority("stranger", years(-1, 1));
    const std::pair<const char*, municipality::Identity> cases[] = {
        {"stranger", municipality::issue_client(*stranger, MunicipalityDesk::kClinic, years(-1, 1)).value()},
        {"expired",
         municipality::issue_client(authority_of(desk), MunicipalityDesk::kClinic, years(-2, -1)).value()}};
    for (const auto& [name, identity] : cases) {
        CAPTURE(name);
        const test::TempFolder folder;
        Endpoint endpoint = desk.endpoint();
        endpoint.certificate = folder.path() / "clinic.pem";
        endpoint.key = folder.path() / "clinic.key";
        REQUIRE(municipality::write_file(endpoint.certificate, identity.certificate).ok());
        REQUIRE(municipality::write_file(endpoint.key, identity.key, true).ok());
        expect_later(deliver(endpoint, use_job(), {}), "clinic_not_accepted");
    }
    CHECK(desk.receipts().empty());
}

TEST_CASE("a certificate of another clinic does not speak for ours") {
    MunicipalityDesk desk;
    REQUIRE(municipality::admit_clinic(desk.office(), "other-clinic", SystemClock().now()).ok());
    Endpoint endpoint = desk.endpoint();
    endpoint.certificate = desk.office().folder / "clinics" / "other-clinic.pem";
    endpoint.key = desk.office().folder / "clinics" / "other-clinic.key";
    const Answer answer = deliver(endpoint, use_job(), {});
    CHECK(answer.outcome == Outcome::refused);
    CHECK(answer.http_status == 403);
    REQUIRE(answer.reasons.size() == 1);
    CHECK(answer.reasons[0].pointer == "/clinic");
}

TEST_CASE("our own certificate or their authority is missing on disk") {
    MunicipalityDesk desk;
    Endpoint endpoint = desk.endpoint();
    endpoint.key = "/nonexistent/clinic.key";
    expect_later(deliver(endpoint, use_job(), {}), "no_certificate");
    endpoint = desk.endpoint();
    endpoint.authority = "/nonexistent/authority.pem";
    expect_later(deliver(endpoint, use_job(), {}), "bad_authority");
}

TEST_CASE("a receipt key that is not the municipality's proves nothing") {
    MunicipalityDesk desk;
    Endpoint endpoint = desk.endpoint();
    endpoint.receipt_key[0] = static_cast<std::uint8_t>(endpoint.receipt_key[0] ^ 1U);
    expect_later(deliver(endpoint, use_job(), {}), "bad_receipt");
}

TEST_CASE("sending can be watched and stopped") {
    MunicipalityDesk desk;
    std::size_t most = 0;
    const Job job = use_job();
    (void)expect_accepted(deliver(desk.endpoint(), job, [&](std::size_t sent, std::size_t total) {
        CHECK(sent <= total);
        CHECK(total == job.body.size());
        most = std::max(most, sent);
        return true;
    }));
    CHECK(most == job.body.size());
    expect_later(deliver(desk.endpoint(), use_job(2), [](std::size_t, std::size_t) { return false; }),
                 "cancelled");
}

TEST_CASE("only https is ever spoken") {
    MunicipalityDesk desk;
    Endpoint endpoint = desk.endpoint();
    endpoint.url.replace(0, 5, "http");
    expect_later(deliver(endpoint, use_job(), {}), "bad_url");
}
