// The reference receiver against the contract: whatever is not exactly of its form is refused with a pointer
// to it.

#include "tests/municipality/post_box.h"
#include "tests/sync/municipality_desk.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace sango;
using namespace sango::municipality;
using nlohmann::json;
using test::MunicipalityDesk;

namespace {

/// Hands letters over the counter, without a line.
struct Counter {
    test::TempFolder folder;
    HandClock clock{*parse_instant("2026-12-08T10:00:00+09:00")};
    Office office = *found_office(folder.path(), "131202", "nerima", SystemClock().now(), system_random());
    Ledger ledger = Ledger::open(folder.path() / "ledger.db").value();

    Counter() { REQUIRE(ledger.put_users({{"N-4821-7", "{}"}, {"N-4830-1", "{}"}}).ok()); }

    [[nodiscard]] Letter letter(const std::string& path, const std::string& body, std::string_view kind,
                                std::string_view subject) const {
        return {"sakura-0123",
                path,
                "application/json",
                "\"" + idempotency_key("sakura-0123", kind, "nerima", subject) + "\"",
                municipality::content_digest(body),
                body};
    }
    [[nodiscard]] Letter use(const json& body) const {
        return letter("/v1/uses", body.dump(), "use", body.value("notice", ""));
    }
    [[nodiscard]] Letter report(const json& body) const {
        return letter("/v1/reports", body.dump(), "report", "2026-11/1");
    }
    Reply hand_in(const Letter& letter) { return take(office, ledger, clock, letter); }
};

json good_use() {
    return json::parse(test::use_job().body);
}

json row(int nth, const char* user, const char* day, const char* service = "day_care") {
    return {{"use", "019a9d4c-7a10-7c3e-9d0a-" + std::to_string(100'000'000'000 + nth)},
            {"user_number", user},
            {"service", service},
            {"first_day", day},
            {"days", 1},
            {"units", 2},
            {"copay_yen", 1'500},
            {"copay_received_yen", 1'500},
            {"shown", "coupon"},
            {"care", {{"milk", 3}, {"bath", 1}}},
            {"state_on_arrival", "tired"},
            {"state_on_leaving", "well"},
            {"follow_up", false}};
}

json good_report() {
    return {{"clinic", "sakura-0123"},
            {"programme", "nerima"},
            {"month", "2026-11"},
            {"revision", 1},
            {"rows",
             {row(1, "N-4821-7", "2026-11-02"), row(2, "N-4830-1", "2026-11-21"),
              row(3, "N-4830-1", "2026-11-22", "outreach")}},
            {"totals",
             {{"services",
               {{"day_care", {{"persons", 2}, {"days", 2}, {"units", 4}}},
                {"outreach", {{"persons", 1}, {"days", 1}, {"units", 2}}}}},
              {"persons", 2},
              {"days", 3},
              {"units", 6},
              {"copay_yen", 4'500},
              {"fee_yen", nullptr}}},
            {"audit_head", "12:" + std::string(64, 'a')}};
}

std::vector<std::string> pointers(const Reply& reply) {
    const json problem = json::parse(reply.body);
    std::vector<std::string> all;
    for (const json& error : problem["errors"]) all.push_back(error["pointer"].get<std::string>());
    return all;
}

bool names(const Reply& reply, const std::string& pointer) {
    const auto all = pointers(reply);
    return std::find(all.begin(), all.end(), pointer) != all.end();
}

/// Every member of `value`, deep, as pointers.
void members(const json& value, const std::string& at, std::vector<std::string>& all) {
    if (!at.empty()) all.push_back(at);
    if (value.is_object())
        for (const auto& [name, member] : value.items()) members(member, at + "/" + name, all);
    if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i) members(value[i], at + "/" + std::to_string(i), all);
}

void remove(json& body, const std::string& pointer) {
    const json::json_pointer place(pointer);
    body[place.parent_pointer()].erase(place.back());
}

bool optional(const std::string& pointer) {
    return pointer.find("/care/") != std::string::npos;
}

}  // namespace

TEST_CASE("a whole use notice and a whole report are taken") {
    Counter counter;
    CHECK(counter.hand_in(counter.use(good_use())).status == 201);
    const Reply reply = counter.hand_in(counter.report(good_report()));
    CHECK_MESSAGE(reply.status == 201, reply.body);
    const json receipt = json::parse(reply.body);
    CHECK(receipt["number"] == "R8-12-0002");
    CHECK(receipt["subject"] == "2026-11/1");
    CHECK(receipt["audit_head"] == good_report()["audit_head"]);
}

TEST_CASE("every member that is missing is named") {
    Counter counter;
    std::vector<std::string> all;
    members(good_report(), "", all);
    CHECK(all.size() > 60);
    for (const std::string& pointer : all) {
        const json::json_pointer place(pointer);
        if (good_report()[place.parent_pointer()].is_array() || optional(pointer)) continue;
        CAPTURE(pointer);
        json body = good_report();
        remove(body, pointer);
        const Reply reply = counter.hand_in(counter.report(body));
        CHECK(reply.status == 422);
        CHECK(names(reply, pointer));
    }
    const json use = good_use();
    for (const auto& [name, value] : use.items()) {
        CAPTURE(name);
        json body = good_use();
        body.erase(name);
        const Reply reply = counter.hand_in(
            counter.letter("/v1/uses", body.dump(), "use", good_use()["notice"].get<std::string>()));
        CHECK(reply.status == 422);
        CHECK(names(reply, "/" + name));
    }
    CHECK(counter.ledger.receipts()->empty());
}

TEST_CASE("every member of a wrong kind is named") {
    Counter counter;
    std::vector<std::string> all;
    members(good_report(), "", all);
    for (const std::string& pointer : all)
        for (const json& wrong :
             {json(-7), json(1.5), json("x y\n"), json(json::array()), json(true), json({{"a", 1}})}) {
            const json::json_pointer place(pointer);
            if (good_report()[place].type() == wrong.type() && wrong.is_boolean()) continue;
            CAPTURE(pointer);
            CAPTURE(wrong.dump());
            json body = good_report();
            body[place] = wrong;
            const Reply reply = counter.hand_in(counter.report(body));
            CHECK(reply.status == 422);
            const auto named = pointers(reply);
            CHECK(std::any_of(named.begin(), named.end(),
                              [&](const std::string& one) { return one.starts_with(pointer); }));
        }
}

TEST_CASE("a member that the contract does not know is refused, at any depth") {
    Counter counter;
    for (const char* place :
         {"", "/rows/1", "/rows/0/care", "/totals", "/totals/services", "/totals/services/day_care"}) {
        CAPTURE(place);
        json body = good_report();
        body[json::json_pointer(place)]["name"] = 1;
        CHECK(names(counter.hand_in(counter.report(body)), std::string(place) + "/name"));
    }
    json use = good_use();
    use["mother"] = "山田 花子";
    CHECK(names(counter.hand_in(counter.use(use)), "/mother"));
}

TEST_CASE("sums that do not follow from the rows are named") {
    Counter counter;
    for (const char* sum : {"/totals/persons", "/totals/days", "/totals/units", "/totals/copay_yen",
                            "/totals/services/day_care/persons", "/totals/services/outreach/days",
                            "/totals/services/day_care/units"}) {
        CAPTURE(sum);
        json body = good_report();
        body[json::json_pointer(sum)] = body[json::json_pointer(sum)].get<int>() + 1;
        CHECK(pointers(counter.hand_in(counter.report(body))) == std::vector<std::string>{sum});
    }
}

TEST_CASE("rows stand in their month, in order, each use once") {
    Counter counter;
    json body = good_report();
    body["rows"][1]["first_day"] = "2026-12-01";
    CHECK(names(counter.hand_in(counter.report(body)), "/rows/1/first_day"));
    body = good_report();
    std::swap(body["rows"][0], body["rows"][1]);
    CHECK(names(counter.hand_in(counter.report(body)), "/rows/1/first_day"));
    body = good_report();
    body["rows"][2]["use"] = body["rows"][0]["use"];
    CHECK(pointers(counter.hand_in(counter.report(body))) == std::vector<std::string>{"/rows/2/use"});
    body = good_report();
    body["rows"] = json::array();
    CHECK(names(counter.hand_in(counter.report(body)), "/rows"));
}

TEST_CASE("users whom the municipality does not know are named row by row") {
    Counter counter;
    json body = good_report();
    body["rows"][0]["user_number"] = "N-9999-9";
    CHECK(pointers(counter.hand_in(counter.report(body))) == std::vector<std::string>{"/rows/0/user_number"});
    json use = good_use();
    use["user_number"] = "N-9999-9";
    CHECK(pointers(counter.hand_in(counter.use(use))) == std::vector<std::string>{"/user_number"});
}

TEST_CASE("a report of another programme, or of a revision that is not later, is refused") {
    Counter counter;
    json body = good_report();
    body["programme"] = "setagaya";
    CHECK(names(counter.hand_in(counter.report(body)), "/programme"));

    const auto revision = [&](int number) {
        json one = good_report();
        one["revision"] = number;
        return counter.hand_in(
            counter.letter("/v1/reports", one.dump(), "report", "2026-11/" + std::to_string(number)));
    };
    CHECK(revision(2).status == 201);
    CHECK(revision(1).status == 409);
    CHECK(revision(2).status == 200);
    CHECK(revision(3).status == 201);
}

TEST_CASE("the envelope must be whole") {
    Counter counter;
    const Letter good = counter.use(good_use());
    const auto status = [&](auto&& change) {
        Letter letter = good;
        change(letter);
        return counter.hand_in(letter).status;
    };
    CHECK(status([](Letter& letter) { letter.content_type = "text/plain"; }) == 415);
    CHECK(status([](Letter& letter) { letter.idempotency_key.clear(); }) == 400);
    CHECK(status([](Letter& letter) { letter.idempotency_key = letter.idempotency_key.substr(1, 64); }) ==
          400);
    CHECK(status([](Letter& letter) { letter.idempotency_key[1] = 'g'; }) == 400);
    CHECK(status([](Letter& letter) { letter.idempotency_key = "\"" + std::string(64, '0') + "\""; }) == 400);
    CHECK(status([](Letter& letter) { letter.content_digest.clear(); }) == 400);
    CHECK(status([](Letter& letter) { letter.content_digest = municipality::content_digest(""); }) == 400);
    CHECK(status([](Letter& letter) { letter.clinic = "other-0001"; }) == 403);
    for (const char* broken : {"", "{", "[]", "null", "\xff", R"({"notice":1,"notice":2})"}) {
        CAPTURE(broken);
        CHECK(status([&](Letter& letter) {
                  letter.body = broken;
                  letter.content_digest = municipality::content_digest(broken);
              }) == 400);
    }
    CHECK(status([](Letter&) {}) == 201);
}

TEST_CASE("a withdrawal must speak of the same clinic and user as its notice") {
    Counter counter;
    REQUIRE(counter.hand_in(counter.use(good_use())).status == 201);
    const std::string notice = good_use()["notice"];
    json body = {{"notice", notice},
                 {"clinic", "sakura-0123"},
                 {"user_number", "N-4830-1"},
                 {"withdrawn_at", "2026-11-21T14:20:00+09:00"}};
    const auto hand_in = [&] {
        return counter.hand_in(counter.letter("/v1/uses/withdrawals", body.dump(), "use_undone", notice));
    };
    CHECK(names(hand_in(), "/notice"));
    body["user_number"] = "N-4821-7";
    CHECK(hand_in().status == 201);
    CHECK(counter.ledger.uses_of("N-4821-7")->empty());
    CHECK(hand_in().status == 200);
}

TEST_CASE("receipts are numbered by era year and month without a gap, refusals take no number") {
    Counter counter;
    json use = good_use();
    const auto number = [&](int nth) {
        const sync::Job job = test::use_job(nth);
        return json::parse(counter.hand_in(counter.use(json::parse(job.body))).body)["number"]
            .get<std::string>();
    };
    CHECK(number(1) == "R8-12-0001");
    use["days"] = 0;
    (void)counter.hand_in(counter.use(use));
    CHECK(number(2) == "R8-12-0002");
    counter.clock.jump_to(*parse_instant("2027-01-01T00:00:00+09:00"));
    CHECK(number(3) == "R9-01-0001");
    counter.clock.jump_to(*parse_instant("2026-12-31T23:59:59+09:00"));
    CHECK(number(4) == "R8-12-0003");
}
