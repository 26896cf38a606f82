#include "shared/sync/delivery.h"

#include "shared/sync/receipt.h"
#include "tests/sync/municipality_desk.h"

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
