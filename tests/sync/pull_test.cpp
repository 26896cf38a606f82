#include "shared/sync/pull.h"

#include "tests/municipality/issue_card.h"
#include "tests/sync/line_to_municipality.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::sync;
using test::Line;

namespace {

constexpr const char* kUser =
    R"({"user_number":"N-7001-2","name":"𠮷野 さくら","kana":"よしの さくら","address":"東京都練馬区","phone":"03-1234-5678",
        "allergies":"そば","resident":true,"household":"taxed","household_confirmed_on":"2026-08-01","medical_treatment":false,
        "unwell_or_anxious":true,"family_support":"none","support_need":"high",
        "children":[{"name":"はる","born":"2026-10-01","due":"2026-10-05","weight_g":2900}],
        "decision":{"granted":true,"first_use_here":true,"request_letter":false,"extra_days":2}})";

std::string roster_of(const std::string& users, const char* issuer = "131202") {
    return R"({"issuer":")" + std::string(issuer) +
           R"(","answered_at":"2026-12-01T09:00:00+09:00","users":[)" + users + "]}";
}

std::string balance_of(const std::string& uses, const char* user = "N-4821-1") {
    return R"({"user_number":")" + std::string(user) +
           R"(","answered_at":"2026-11-21T13:00:00+09:00","uses":[)" + uses + "]}";
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the roster comes over the line and everyone on it is known at the desk") {
    Line line;
    municipality::Faults faults;
    const auto users = municipality::read_roster(R"({"users":[)" + std::string(kUser) + "]}", faults);
    REQUIRE(faults.empty());
    REQUIRE(line.municipality.ledger().put_users(users).ok());
    const auto answer = fetch(line.municipality.endpoint(), kRosterPath);
    REQUIRE(answer.ok());
    const auto applied = apply_roster(line.desk.clinic(), "nerima", *answer);
    REQUIRE_MESSAGE(applied.ok(), (applied.ok() ? "" : applied.error().message.en));
    CHECK(*applied == 2);
    const auto mother = clinic::find_by_number(line.desk.clinic(), "nerima", "N-7001-2");
    REQUIRE((mother.ok() && mother->has_value()));
    CHECK((*mother)->name == "𠮷野 さくら");
    CHECK((*mother)->phone == "03-1234-5678");
    CHECK((*mother)->facts.support_need == programme::SupportNeed::high);
    CHECK((*mother)->facts.household_confirmed_on == make_date(2026, 8, 1));
    CHECK((*mother)->decision.extra_days == 2);
    REQUIRE((*mother)->children.size() == 1);
    CHECK((*mother)->children[0].weight_g == 2'900);
    const auto found = clinic::search_mothers(line.desk.clinic(), "よしの", 5);
    REQUIRE(found.ok());
    CHECK(found->size() == 1);
}

TEST_CASE("a roster with one wrong field is not taken in at all, and the field is named") {
    Line line;
    const std::pair<const char*, const char*> wrong[] = {{"\"taxed\"", "\"rich\""},
                                                         {"2900", "30000"},
                                                         {"2900", "2900.5"},
                                                         {"2026-10-01", "2026-02-30"},
                                                         {"\"resident\":true", "\"resident\":1"},
                                                         {"\"phone\"", "\"fax\""},
                                                         {"\"N-7001-2\"", "\"\""},
                                                         {"\"extra_days\":2", "\"extra_days\":-1"},
                                                         {"\"none\"", "null"},
                                                         {"そば", "そ\\u0007ば"}};
    const auto before = line.desk.count("mother");
    for (const auto& [from, to] : wrong) {
        CAPTURE(to);
        const std::string good = changed(kUser, "N-7001-2", "N-7002-3");
        const auto applied =
            apply_roster(line.desk.clinic(), "nerima", roster_of(good + "," + changed(kUser, from, to)));
        REQUIRE_FALSE(applied.ok());
        CHECK(applied.error().code == "bad_answer");
        CHECK(applied.error().message.en.find("/users/1") != std::string::npos);
        CHECK(line.desk.count("mother") == before);
    }
    for (const char* broken : {"", "[]", "{}", "{\"users\":[]}", "null", "{\"issuer\":\"131202\"}"})
        CHECK_FALSE(apply_roster(line.desk.clinic(), "nerima", broken).ok());
}

TEST_CASE("an answer speaks for its own municipality only") {
    Line line;
    CHECK(apply_roster(line.desk.clinic(), "nerima", roster_of("", "434337")).error().code == "wrong_issuer");
    CHECK(apply_roster(line.desk.clinic(), "atlantis", roster_of("")).error().code == "unknown_programme");
    CHECK(apply_revocations(line.desk.clinic(), "nerima",
                            R"({"issuer":"434337","answered_at":"2026-12-01T09:00:00+09:00","revoked":[]})")
              .error()
              .code == "wrong_issuer");
}

TEST_CASE("uses at other clinics are taken in, our own are known better here") {
    Line line;
    (void)line.desk.register_hanako();
    const std::string other =
        R"({"clinic":"other-0001","service":"short_stay","first_day":"2026-11-01","days":3,"units":1})";
    const std::string own =
        R"({"clinic":"sakura-0123","service":"day_care","first_day":"2026-11-02","days":1,"units":1})";
    const auto applied = apply_balance(line.desk.clinic(), "nerima", balance_of(other + "," + own));
    REQUIRE_MESSAGE(applied.ok(), (applied.ok() ? "" : applied.error().message.en));
    CHECK(*applied == 1);
    const auto assessed = clinic::assess(line.desk.clinic(), line.desk.draft());
    REQUIRE(assessed.ok());
    CHECK(assessed->balance_age == *parse_instant("2026-11-21T13:00:00+09:00"));
    const auto request = clinic::request_for(line.desk.clinic(), line.desk.draft());
    REQUIRE(request.ok());
    REQUIRE(request->used.has_value());
    CHECK(request->used->size() == 1);
    CHECK(line.desk.audit_holds());

    CHECK(apply_balance(line.desk.clinic(), "nerima", balance_of("", "N-0000-0")).error().code ==
          "not_found");
    for (const auto& [from, to] :
         {std::pair("\"days\":3", "\"days\":0"), std::pair("\"days\":3", "\"days\":61"),
          std::pair("short_stay", "spa"), std::pair("other-0001", "Other"),
          std::pair("\"units\":1", "\"units\":\"1\"")})
        CHECK(
            apply_balance(line.desk.clinic(), "nerima", balance_of(changed(other, from, to))).error().code ==
            "bad_answer");
    CHECK(line.desk.count("balance") == 1);
}

TEST_CASE("the balance over the line: a use here and a withdrawal show at the municipality") {
    Line line;
    const std::string use = line.desk.check_in_hanako();
    line.share_roster();
    CHECK(line.send().accepted == 1);
    const std::string path = balance_path("N-4821-1");
    CHECK(path == "/v1/users/N-4821-1/uses");
    auto answer = fetch(line.municipality.endpoint(), path);
    REQUIRE(answer.ok());
    CHECK(answer->find("\"first_day\":\"2026-11-21\"") != std::string::npos);
    CHECK(*apply_balance(line.desk.clinic(), "nerima", *answer) == 0);
    REQUIRE(clinic::undo_check_in(line.desk.clinic(), use, "人違い").ok());
    CHECK(line.send().accepted == 1);
    answer = fetch(line.municipality.endpoint(), path);
    CHECK(answer->find("\"uses\":[]") != std::string::npos);
    CHECK(fetch(line.municipality.endpoint(), balance_path("N-0000-0")).error().code == "not_known");
}

TEST_CASE("any user number makes a path that the server reads back") {
    CHECK(balance_path("あ/..?#%") == "/v1/users/%E3%81%82%2F..%3F%23%25/uses");
}

TEST_CASE("a revoked card is refused at the desk after the list has come, and only then") {
    Line line;
    municipality::Faults faults;
    const auto users = municipality::read_roster(R"({"users":[)" + std::string(kUser) + "]}", faults);
    REQUIRE(line.municipality.ledger().put_users(users).ok());
    municipality::CardRequest wanted;
    wanted.user = "N-7001-2";
    wanted.at = *parse_instant("2026-11-01T09:00:00+09:00");
    const auto card = municipality::issue_card(line.municipality.office(), line.municipality.ledger(), wanted,
                                               system_random());
    REQUIRE(card.ok());
    line.desk.open();  // with the municipality's card key in trust/
    REQUIRE(clinic::read_card(line.desk.clinic(), *card).ok());

    REQUIRE(line.municipality.ledger()
                .revoke({"user", "N-7001-2", *parse_instant("2026-11-10T00:00:00+09:00")})
                .ok());
    auto list = fetch(line.municipality.endpoint(), kRevocationsPath);
    REQUIRE(list.ok());
    CHECK(*apply_revocations(line.desk.clinic(), "nerima", *list) == 1);
    const auto refused = clinic::read_card(line.desk.clinic(), *card);
    REQUIRE_FALSE(refused.ok());
    CHECK(card::word(refused.error()) == "revoked");

    // The list replaces the one before.
    CHECK(*apply_revocations(
              line.desk.clinic(), "nerima",
              R"({"issuer":"131202","answered_at":"2026-12-01T09:00:00+09:00","revoked":[]})") == 0);
    CHECK(clinic::read_card(line.desk.clinic(), *card).ok());
}

TEST_CASE("a list of revocations is taken whole or not at all") {
    Line line;
    const std::string one = R"({"kind":"identifier","subject":")" + std::string(64, 'a') + "\"}";
    const auto list = [](const std::string& entries) {
        return R"({"issuer":"131202","answered_at":"2026-12-01T09:00:00+09:00","revoked":[)" + entries + "]}";
    };
    CHECK(*apply_revocations(line.desk.clinic(), "nerima", list(one)) == 1);
    for (const std::string& wrong :
         {std::string(R"({"kind":"identifier","subject":"abc"})"),
          std::string(R"({"kind":"user","subject":"N-1"})"), std::string(R"({"kind":"card","subject":"x"})"),
          std::string("3"), std::string(R"({"kind":"user","subject":"N-1","issued_before":"yesterday"})"),
          R"({"issued_before":"2026-12-01T09:00:00+09:00",)" + one.substr(1)}) {
        CAPTURE(wrong);
        const auto applied = apply_revocations(line.desk.clinic(), "nerima", list(one + "," + wrong));
        CHECK(applied.error().code == "bad_answer");
        CHECK(applied.error().message.en.find("/revoked/1") != std::string::npos);
    }
    CHECK(line.desk.count("revocation") == 1);
}

TEST_CASE("a question that fails says why") {
    Line line;
    CHECK(fetch(line.municipality.endpoint(), "/v1/nothing").error().code == "not_known");
    Endpoint away = line.municipality.endpoint();
    line.municipality.close();
    CHECK(fetch(away, kRosterPath).error().code == "unreachable");
}
