#include "shared/clinic/check_in.h"

#include "shared/card/issue.h"
#include "tests/clinic/desk.h"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace sango;
using namespace sango::clinic;
using programme::Outcome;
using programme::Service;
using sango::test::code;
using sango::test::Desk;

namespace {

CheckOut leaving(const std::string& use, Yen received = Yen(1'500)) {
    return {use, Condition::tired, Condition::well, false, received};
}

nlohmann::json newest_body(Desk& desk, const char* kind) {
    const auto id = desk.clinic().database.text(
        "SELECT id FROM outbox WHERE kind = ?1 ORDER BY id DESC LIMIT 1", {store::value(kind)});
    REQUIRE(id->has_value());
    return nlohmann::json::parse(announced_body(desk.clinic(), **id).value());
}

}  // namespace

TEST_CASE("A mother whom the rules accept is checked in, and the municipality will know") {
    Desk desk;
    (void)desk.register_hanako();
    const CheckInDraft draft = desk.draft();
    const auto assessment = assess(desk.clinic(), draft);
    REQUIRE(assessment.ok());
    CHECK(assessment->verdict.verdict == Outcome::accept);
    CHECK(assessment->verdict.copay == Yen(1'500));
    CHECK(assessment->allowances.size() == 3);
    CHECK_FALSE(assessment->balance_age);

    const auto use = check_in(desk.clinic(), draft);
    REQUIRE(use.ok());
    const auto body = newest_body(desk, "use");
    CHECK(body["notice"] == *use);
    CHECK(body["clinic"] == "sakura-0123");
    CHECK(body["user_number"] == "N-4821-1");
    CHECK(body["service"] == "day_care");
    CHECK(body["first_day"] == "2026-11-21");
    CHECK(body["days"] == 1);
    CHECK(body["shown"] == "coupon");
    CHECK(body["certificate"].get<std::string>().size() == 64);
    CHECK(body["checked_in_at"] == "2026-11-21T14:05:00+09:00");
    const auto house = in_house(desk.clinic());
    REQUIRE(house->size() == 1);
    CHECK(house->front().place == "デイ1");
    CHECK(house->front().mother.name == "山田 花子");
    CHECK(house->front().copay == Yen(1'500));
    CHECK(desk.audit_holds());
}

TEST_CASE("Nobody is checked in twice") {
    Desk desk;
    (void)desk.check_in_hanako();
    CHECK(code(check_in(desk.clinic(), desk.draft("cti-2"))) == "already_in");
    CheckInDraft other = desk.draft("cti-2");
    other.service = Service::outreach;
    CHECK(code(check_in(desk.clinic(), other)) == "already_in");
    CHECK(desk.count("service_use") == 1);
    CHECK(desk.count("outbox") == 1);
}

TEST_CASE("The database itself refuses a second check-in") {
    Desk desk;
    (void)desk.check_in_hanako();
    const auto again = desk.clinic().database.run(
        "INSERT INTO service_use SELECT 'other', mother_id, NULL, NULL, service, first_day, days, units, "
        "place, shown, "
        "stamped, verdict, rules_asked, copay, coupons_used, attempt, checked_in_at, checked_in_by FROM "
        "service_use");
    CHECK(again.error().code == "constraint");
}

TEST_CASE("After she has left she may come for another service, not for the same again") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    desk.clock.turn(std::chrono::hours(2));
    REQUIRE(check_out(desk.clinic(), leaving(use)).ok());
    CHECK(code(check_in(desk.clinic(), desk.draft("cti-2"))) == "already_in");
    CheckInDraft visit = desk.draft("cti-2");
    visit.service = Service::outreach;
    CHECK(check_in(desk.clinic(), visit).ok());
}

TEST_CASE("A coupon works once, and again only when its check-in was undone") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    REQUIRE(undo_check_in(desk.clinic(), use, "別の方でした").ok());
    const auto again = check_in(desk.clinic(), desk.draft());
    REQUIRE(again.ok());
    desk.clock.turn(std::chrono::hours(24));
    const auto shown = show_card(desk.clinic(), desk.claims());
    CheckInDraft draft = desk.draft("cti-2");
    draft.certificate_id = shown->certificate_id;
    CHECK(code(check_in(desk.clinic(), draft)) == "already_used");
}

TEST_CASE("What still has to be asked or done at the desk is asked for") {
    Desk desk;
    (void)desk.register_hanako();
    CheckInDraft draft = desk.draft();
    draft.acute_infection.reset();
    CHECK(code(check_in(desk.clinic(), draft)) == "unanswered");
    draft.acute_infection = true;
    const auto refused = check_in(desk.clinic(), draft);
    CHECK(code(refused) == "refused");
    CHECK(refused.error().message.ja.find("感染症") != std::string::npos);
    draft.acute_infection = false;
    draft.medical_treatment = true;
    CHECK(code(check_in(desk.clinic(), draft)) == "refused");
    draft.medical_treatment.reset();
    draft.days = 0;
    CHECK(code(check_in(desk.clinic(), draft)) == "bad_draft");
    draft.days = 1;
    draft.shown = "smile";
    CHECK(code(check_in(desk.clinic(), draft)) == "bad_draft");
    draft.shown = "coupon";
    draft.booking_id = "no such booking";
    CHECK(code(check_in(desk.clinic(), draft)) == "not_found");
    draft.booking_id.clear();
    draft.certificate_id = "no such card";
    CHECK(code(check_in(desk.clinic(), draft)) == "not_found");
    CHECK(code(check_in(desk.clinic(), {})) == "not_found");
    CHECK(desk.count("service_use") == 0);
    CHECK(desk.count("outbox") == 0);
}

TEST_CASE("A paper card is dated, stamped and handed back before the check-in counts") {
    Desk desk;
    (void)desk.register_hanako();
    CheckInDraft draft = desk.draft();
    draft.certificate_id = show_card(desk.clinic(), desk.claims(card::Kind::card, "paper"))->certificate_id;
    draft.shown = "card";
    CHECK(code(check_in(desk.clinic(), draft)) == "not_stamped");
    draft.stamped = true;
    CHECK(code(check_in(desk.clinic(), draft)) == "ok");
    CHECK(uses_between(desk.clinic(), "nerima", desk.today(), desk.today())->front().stamped);
}

TEST_CASE("Without a number the copay needs, nobody is checked in for a guess") {
    Desk desk;
    Registration told;
    told.source = "roster";
    told.programme = "minamiaso";
    told.user_number = "M-0148-6";
    told.facts = desk.hanako().facts;
    told.facts.unwell_or_anxious = true;
    told.decision = {true, std::nullopt, true, 0};
    told.children = desk.hanako().children;
    CheckInDraft draft;
    draft.mother_id = *register_mother(desk.clinic(), told);
    draft.service = Service::day_care;
    draft.acute_infection = false;
    draft.units = 2;
    CHECK(code(check_in(desk.clinic(), draft)) == "no_copay");
    draft.copay_per_unit = Yen(500);
    const auto use = check_in(desk.clinic(), draft);
    REQUIRE(use.ok());
    CHECK(in_house(desk.clinic())->front().copay == Yen(1'000));
}

TEST_CASE("A check-in of today can be undone with a reason, and the municipality will know that too") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    CHECK(code(undo_check_in(desk.clinic(), use, "  ")) == "no_reason");
    CHECK(code(undo_check_in(desk.clinic(), "no such use", "まちがい")) == "not_found");
    REQUIRE(undo_check_in(desk.clinic(), use, "まちがい").ok());
    CHECK(code(undo_check_in(desk.clinic(), use, "まちがい")) == "not_found");
    CHECK(in_house(desk.clinic())->empty());
    CHECK(uses_between(desk.clinic(), "nerima", desk.today(), desk.today())->empty());
    const auto body = newest_body(desk, "use_undone");
    CHECK(body["notice"] == use);
    CHECK(body["withdrawn_at"] == "2026-11-21T14:05:00+09:00");
    const auto request = request_for(desk.clinic(), desk.draft("cti-2"));
    CHECK(request->used->empty());
    CHECK(desk.audit_holds());
}

TEST_CASE("A check-in cannot be undone on another day, nor after she has left") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    desk.clock.jump_to(*parse_instant("2026-11-21T23:59:59+09:00"));
    REQUIRE(check_out(desk.clinic(), leaving(use)).ok());
    CHECK(code(undo_check_in(desk.clinic(), use, "まちがい")) == "has_left");
    desk.clock.jump_to(*parse_instant("2026-11-22T09:00:00+09:00"));
    const auto next = check_in(desk.clinic(), desk.draft("cti-2"));
    REQUIRE(next.ok());
    desk.clock.jump_to(*parse_instant("2026-11-23T00:00:00+09:00"));
    CHECK(code(undo_check_in(desk.clinic(), *next, "まちがい")) == "too_late");
}

TEST_CASE("However often a check-in is undone, one stands at most and the allowance is right") {
    Desk desk;
    rc::check("check in and undo in any order", [&] {
        const CheckInDraft draft = desk.draft_of_someone_new();
        const auto before = desk.count("outbox");
        std::optional<std::string> standing;
        int announced = 0;
        for (const bool comes : *rc::gen::container<std::vector<bool>>(8, rc::gen::arbitrary<bool>())) {
            if (comes) {
                const auto use = check_in(desk.clinic(), draft);
                RC_ASSERT(use.ok() == !standing.has_value());
                if (!use) continue;
                standing = *use;
                ++announced;
            } else if (standing) {
                RC_ASSERT(undo_check_in(desk.clinic(), *standing, "まちがい").ok());
                standing.reset();
                ++announced;
            }
            RC_ASSERT(request_for(desk.clinic(), draft)->used->size() == (standing ? 1U : 0U));
            RC_ASSERT(assess(desk.clinic(), draft)->verdict.remaining.value().before == (standing ? 11 : 12));
        }
        RC_ASSERT(desk.count("outbox") - before == announced);
    });
    CHECK(desk.audit_holds());
}

TEST_CASE("What the municipality says was used elsewhere counts too") {
    Desk desk;
    const std::string mother = desk.register_hanako();
    const store::Stamp stamp{desk.clock.now(), "system"};
    REQUIRE(store::insert(desk.clinic().database, "balance",
                          {{"id", store::value("b1")},
                           {"mother_id", store::value(mother)},
                           {"answered_at", store::value(stamp.at)}},
                          stamp, "balance")
                .ok());
    REQUIRE(store::insert(desk.clinic().database, "balance_use",
                          {{"balance_id", store::value("b1")},
                           {"ordinal", store::value(1)},
                           {"service", store::value("day_care")},
                           {"first_day", store::value(make_date(2026, 10, 1))},
                           {"days", store::value(11)},
                           {"units", store::value(1)}},
                          stamp, "balance")
                .ok());
    const auto assessment = assess(desk.clinic(), desk.draft());
    CHECK(assessment->balance_age == stamp.at);
    CHECK(assessment->verdict.remaining == programme::Remaining{1, 0});
    REQUIRE(check_in(desk.clinic(), desk.draft()).ok());
    desk.clock.turn(std::chrono::hours(24));
    CHECK(code(check_in(desk.clinic(), desk.draft("cti-2"))) == "refused");
}

TEST_CASE("While the clock is not believed, the verdict asks") {
    Desk desk;
    (void)desk.register_hanako();
    const CheckInDraft draft = desk.draft();
    desk.clock.jump_to(*parse_instant("2026-11-20T14:05:00+09:00"));
    const auto assessment = assess(desk.clinic(), draft);
    CHECK(assessment->verdict.verdict == Outcome::ask);
    CHECK(assessment->verdict.reasons.front().text.ja.find("日付") != std::string::npos);
}

TEST_CASE("Leaving is recorded once, and only with the copay that is due") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    const auto differs = check_out(desk.clinic(), leaving(use, Yen(1'000)));
    CHECK(code(differs) == "copay_differs");
    CHECK(differs.error().message.ja.find("1,500円") != std::string::npos);
    CHECK(code(check_out(desk.clinic(), leaving("no such use"))) == "not_found");
    CheckOut out = leaving(use);
    out.follow_up = true;
    REQUIRE(check_out(desk.clinic(), out).ok());
    CHECK(code(check_out(desk.clinic(), out)) == "has_left");
    CHECK(in_house(desk.clinic())->empty());
    const auto uses = uses_between(desk.clinic(), "nerima", desk.today(), desk.today());
    REQUIRE(uses->size() == 1);
    REQUIRE(uses->front().left);
    CHECK(uses->front().left->on_arrival == Condition::tired);
    CHECK(uses->front().left->on_leaving == Condition::well);
    CHECK(uses->front().left->received == Yen(1'500));
    const auto mother = find_mother(desk.clinic(), uses->front().mother_id);
    CHECK((*mother)->follow_up_on == desk.today());
}

TEST_CASE("A stay is in the house on each of its days, first and last included") {
    Desk desk;
    (void)desk.register_hanako();
    CheckInDraft draft = desk.draft();
    draft.service = Service::short_stay;
    draft.days = 3;
    REQUIRE(check_in(desk.clinic(), draft).ok());
    for (const int in : {1, 1, 1, 0}) {
        CHECK(in_house(desk.clinic())->size() == static_cast<std::size_t>(in));
        desk.clock.turn(std::chrono::hours(24));
    }
}

TEST_CASE(
    "A shown card registers a mother who is new here, and the same card of the day is one certificate") {
    Desk desk;
    const auto shown = show_card(desk.clinic(), desk.claims());
    REQUIRE(shown.ok());
    const Mother mother = **find_mother(desk.clinic(), shown->mother_id);
    CHECK(mother.name.empty());
    CHECK(mother.facts.resident == true);
    CHECK(mother.children.size() == 1);
    CHECK(show_card(desk.clinic(), desk.claims())->certificate_id == shown->certificate_id);
    CHECK(desk.count("certificate") == 1);
    CHECK(desk.clinic()
              .database.integer("SELECT count(*) FROM audit WHERE action = 'show_card'")
              ->value_or(0) == 2);
    CHECK(show_card(desk.clinic(), desk.claims(card::Kind::coupon, "cti-2"))->certificate_id !=
          shown->certificate_id);
    card::Claims stranger = desk.claims();
    stranger.issuer = "999999";
    CHECK(show_card(desk.clinic(), stranger).error().code == "unknown_programme");
}

TEST_CASE("A card never makes a resident of someone who the roster says is none") {
    Desk desk;
    Registration told = desk.hanako();
    told.facts.resident = false;
    REQUIRE(register_mother(desk.clinic(), told).ok());
    const auto shown = show_card(desk.clinic(), desk.claims());
    CHECK((*find_mother(desk.clinic(), shown->mother_id))->facts.resident == false);
}

TEST_CASE("A scanned card is checked against trust, revocations, used coupons and the clock") {
    Desk desk;
    const card::PrivateKey key = card::make_private_key(seeded_random(3));
    const auto text = card::issue(desk.claims(), key);
    REQUIRE(text.ok());
    const auto reason = [&] {
        const auto claims = read_card(desk.clinic(), *text);
        return claims.ok() ? "ok" : std::string(card::word(claims.error()));
    };
    CHECK(reason() == "unknown_issuer");
    desk.clinic().trust.add("131202", card::public_key_of(key));
    CHECK(reason() == "ok");
    CHECK(std::string(card::word(read_card(desk.clinic(), "https://example.jp").error())) == "foreign");

    (void)desk.register_hanako();
    const auto use = check_in(desk.clinic(), desk.draft());
    REQUIRE(use.ok());
    CHECK(reason() == "already_used");
    REQUIRE(undo_check_in(desk.clinic(), *use, "まちがい").ok());
    CHECK(reason() == "ok");

    REQUIRE(desk.clinic()
                .database
                .run("INSERT INTO revocation VALUES ('131202', 'user', 'N-4821-1', ?1)",
                     {store::value(desk.clock.now())})
                .ok());
    CHECK(reason() == "revoked");
    REQUIRE(desk.clinic()
                .database
                .run("UPDATE revocation SET kind = 'identifier', subject = ?1, issued_before = 0",
                     {store::value(hex(card::sha256(bytes_of("cti-1"))))})
                .ok());
    CHECK(reason() == "revoked");
    REQUIRE(desk.clinic().database.run("DELETE FROM revocation").ok());
    desk.clock.jump_to(*parse_instant("2026-11-20T14:05:00+09:00"));
    CHECK(reason() == "clock");
}

TEST_CASE("A use that was never checked out is found on later days, until its leaving is recorded") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    CHECK(never_checked_out(desk.clinic())->empty());
    desk.clock.turn(std::chrono::hours(24));
    CHECK(in_house(desk.clinic())->empty());
    REQUIRE(never_checked_out(desk.clinic())->size() == 1);
    const auto open = open_use(desk.clinic(), use);
    REQUIRE(open.ok());
    REQUIRE(open->has_value());
    CHECK((*open)->mother.name == "山田 花子");
    REQUIRE(check_out(desk.clinic(), {use, Condition::well, Condition::well, false, Yen(1500)}).ok());
    CHECK(never_checked_out(desk.clinic())->empty());
    CHECK_FALSE(open_use(desk.clinic(), use)->has_value());
    CHECK_FALSE(open_use(desk.clinic(), "nothing")->has_value());
}
