#include "shared/card/cose.h"
#include "shared/sync/answers.h"
#include "shared/sync/pull.h"
#include "tests/clinic/managed_desk.h"
#include "tests/municipality/programmes.h"
#include "tests/support/shipped_rules.h"
#include "tests/sync/municipality_desk.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::sync;
using test::rules_from;

namespace {

/// A clinic with its manager on duty, admitted by the municipality and knowing its keys.
struct RulesLine {
    test::ManagedDesk desk;
    test::MunicipalityDesk municipality;

    RulesLine() {
        municipality.enrol(desk.data);
        desk.open();
        desk.take_over();
    }
    Result<std::vector<clinic::TakenIn>> pull() {
        const auto answer = fetch(municipality.endpoint(), kProgrammesPath);
        REQUIRE_MESSAGE(answer.ok(), (answer.ok() ? "" : answer.error().message.en));
        return apply_programmes(desk.clinic(), "nerima", *answer);
    }
};

std::string answer_of(const std::string& entries, const char* issuer = "131202") {
    return R"({"issuer":")" + std::string(issuer) +
           R"(","answered_at":"2026-12-01T09:00:00+09:00","programmes":[)" + entries + "]}";
}

}  // namespace

TEST_CASE("the rules come over the line, signed, and are taken in once") {
    RulesLine line;
    CHECK(line.pull()->empty());
    REQUIRE(municipality::publish_programme(line.municipality.office(), rules_from("2028-04-01")).ok());
    REQUIRE(municipality::publish_programme(line.municipality.office(), rules_from("2027-04-01")).ok());
    const auto taken = line.pull();
    REQUIRE_MESSAGE(taken.ok(), (taken.ok() ? "" : taken.error().message.en));
    REQUIRE(taken->size() == 2);
    CHECK(taken->front().valid_from == make_date(2027, 4, 1));
    CHECK(line.desk.clinic().programmes.versions("nerima").size() == 3);
    CHECK(line.pull()->empty());
    line.desk.open();
    CHECK(line.desk.clinic().programmes.versions("nerima").size() == 3);
    CHECK(line.desk.audit_holds());
}

TEST_CASE("a municipality signs its own rules only") {
    RulesLine line;
    std::string other = rules_from("2027-04-01");
    other.replace(other.find("131202"), 6, "131121");
    CHECK(municipality::publish_programme(line.municipality.office(), other).error().code == "bad_programme");
    CHECK(municipality::publish_programme(line.municipality.office(), "format = ").error().code ==
          "bad_programme");
    CHECK(line.pull()->empty());
}

TEST_CASE("rules signed with a key that is not the municipality's change nothing") {
    RulesLine line;
    const auto stranger = card::make_private_key(seeded_random(5));
    const Bytes forged =
        card::sign1(bytes_of(rules_from("2027-04-01")), stranger, clinic::kProgrammeContentType);
    const auto applied =
        apply_programmes(line.desk.clinic(), "nerima", answer_of(R"({"message":")" + base64(forged) + "\"}"));
    REQUIRE_FALSE(applied.ok());
    CHECK(applied.error().code == "unknown_signer");
    CHECK(line.desk.clinic().programmes.versions("nerima").size() == 1);
}

TEST_CASE("an answer that does not fit the contract is refused, and its member named") {
    RulesLine line;
    const auto code_of = [&](const std::string& json) {
        const auto applied = apply_programmes(line.desk.clinic(), "nerima", json);
        return applied.ok() ? std::string() : applied.error().code;
    };
    CHECK(code_of(answer_of("")).empty());
    CHECK(code_of(answer_of("", "131121")) == "wrong_issuer");
    CHECK(code_of(answer_of(R"({"message":"not base64"})")) == "bad_answer");
    CHECK(code_of(answer_of(R"({"file":"AAAA"})")) == "bad_answer");
    CHECK(code_of(answer_of(R"({"message":"AAAA"})")) == "not_signed");
    CHECK(code_of("[]") == "bad_answer");
    CHECK(read_programmes(answer_of(R"({"message":""})")).error().message.en.find("/programmes/0/message") !=
          std::string::npos);
}
