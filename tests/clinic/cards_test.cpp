// Forgotten, lost and reissued cards; e-coupons seen by eye; stamps counted on a card; the questionnaire.

#include "shared/card/day_token.h"
#include "shared/card/issue.h"
#include "shared/card/pem.h"
#include "shared/clinic/card_loss.h"
#include "shared/clinic/coupon_desk.h"
#include "shared/clinic/questionnaire.h"
#include "tests/clinic/desk.h"

#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace sango;
using namespace sango::clinic;
using test::Desk;

namespace {

nlohmann::json announced(Desk& desk, const char* kind) {
    const auto id = desk.clinic().database.text(
        "SELECT id FROM outbox WHERE kind = ?1 ORDER BY id DESC LIMIT 1", {store::value(kind)});
    REQUIRE(id->has_value());
    return nlohmann::json::parse(announced_body(desk.clinic(), **id).value());
}

/// Nerima's key, so that cards can be read as well as shown.
struct Issuer {
    card::PrivateKey key = card::make_private_key(seeded_random(5));

    explicit Issuer(Desk& desk) {
        std::filesystem::create_directories(desk.data / "trust");
        std::ofstream(desk.data / "trust" / "131202-test.pem")
            << card::write_public_pem(card::public_key_of(key));
        desk.open();
    }
    [[nodiscard]] std::string card(const Desk& desk, Instant at, std::string_view cti) const {
        card::Claims claims = desk.claims(card::Kind::card, cti);
        claims.issued_at = claims.not_before = at;
        return card::issue(claims, key).value();
    }
};

CheckInDraft without_card(Desk& desk, const std::string& mother, std::string shown) {
    CheckInDraft draft = desk.draft();
    draft.mother_id = mother;
    draft.certificate_id.clear();
    draft.shown = std::move(shown);
    return draft;
}

}  // namespace

TEST_CASE("a lost card is reported at once, the old one holds no longer, the reissued one does") {
    Desk desk;
    const Issuer nerima(desk);
    const std::string id = desk.register_hanako();
    const std::string old_card = nerima.card(desk, desk.clock.now() - std::chrono::hours(24), "old");
    const auto claims = read_card(desk.clinic(), old_card);
    REQUIRE(claims.ok());
    REQUIRE(show_card(desk.clinic(), *claims).ok());
    CHECK_FALSE(card_missing_since(desk.clinic(), id)->has_value());

    REQUIRE(report_card_lost(desk.clinic(), id).ok());
    CHECK(*card_missing_since(desk.clinic(), id) == desk.clock.now());
    const auto body = announced(desk, "card_lost");
    CHECK(body["user_number"] == "N-4821-1");
    CHECK(body["reported_at"] == "2026-11-21T14:05:00+09:00");
    CHECK(body["certificate"].get<std::string>().size() == 64);
    CHECK(read_card(desk.clinic(), old_card).error() == card::Failure::revoked);
    CHECK(report_card_lost(desk.clinic(), id).error().code == "already_reported");

    desk.clock.turn(std::chrono::hours(48));
    const auto fresh = read_card(desk.clinic(), nerima.card(desk, desk.clock.now(), "fresh"));
    REQUIRE(fresh.ok());
    REQUIRE(show_card(desk.clinic(), *fresh).ok());
    CHECK_FALSE(card_missing_since(desk.clinic(), id)->has_value());
    // And may be lost again.
    CHECK(report_card_lost(desk.clinic(), id).ok());
    CHECK(desk.audit_holds());
    CHECK(report_card_lost(desk.clinic(), "nobody").error().code == "not_found");
}

TEST_CASE("what she showed instead of a card is recorded and announced in its own word") {
    for (const char* shown : {"forgotten", "lost", "coupon_seen", "number"}) {
        CAPTURE(shown);
        Desk desk;
        const std::string id = desk.register_hanako();
        const auto use = check_in(desk.clinic(), without_card(desk, id, shown));
        REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().message.en));
        CHECK(announced(desk, "use")["shown"] == shown);
        CHECK(announced(desk, "use")["certificate"].is_null());
        CHECK(*desk.clinic().database.text("SELECT shown FROM service_use WHERE id = ?1",
                                           {store::value(*use)}) == shown);
        CHECK(*desk.clinic().database.text("SELECT checked_in_by FROM service_use") ==
              desk.clinic().actor.staff_id);
    }
    Desk desk;
    CHECK(check_in(desk.clinic(), without_card(desk, desk.register_hanako(), "sworn")).error().code ==
          "bad_draft");
}

TEST_CASE("a coupon that was seen on her phone is judged as a coupon, whatever card was read before") {
    Desk desk;
    const std::string id = desk.register_hanako();
    card::Claims paper = desk.claims(card::Kind::card, "paper");
    REQUIRE(show_card(desk.clinic(), paper).ok());
    CheckInDraft draft;
    draft.mother_id = id;
    draft.service = programme::Service::day_care;
    draft.shown = "coupon_seen";
    const auto request = request_for(desk.clinic(), draft);
    REQUIRE(request.ok());
    CHECK(request->card->kind == programme::CardKind::coupon);
    draft.shown = "number";
    CHECK(request_for(desk.clinic(), draft)->card->kind == programme::CardKind::card);
}

TEST_CASE(
    "coupons that went here and elsewhere since her card was issued are gone from it, however often it is "
    "read") {
    Desk desk;
    Registration told = desk.hanako();
    told.programme = "setagaya";
    told.user_number = "S-1";
    told.facts.unwell_or_anxious = true;
    told.facts.family_support = programme::FamilySupport::none;
    const auto id = register_mother(desk.clinic(), told);
    REQUIRE(id.ok());
    card::Claims claims = desk.claims(card::Kind::coupon, "five");
    claims.issuer = "131121";
    claims.user = "S-1";
    claims.issued_at = claims.not_before = desk.clock.now() - std::chrono::hours(24 * 20);
    claims.coupons_left = 5;
    const auto left = [&] {
        const auto shown = show_card(desk.clinic(), claims);
        REQUIRE(shown.ok());
        CheckInDraft draft;
        draft.mother_id = shown->mother_id;
        draft.certificate_id = shown->certificate_id;
        draft.service = programme::Service::day_care;
        return *request_for(desk.clinic(), draft)->card->coupons_left;
    };
    CHECK(left() == 5);
    auto& database = desk.clinic().database;
    REQUIRE(database
                .run("INSERT INTO balance VALUES ('b1', ?1, ?2)",
                     {store::value(*id), store::value(desk.clock.now())})
                .ok());
    REQUIRE(database
                .run("INSERT INTO balance_use VALUES ('b1', 0, 'outreach', ?1, 1, 1, 1)",
                     {store::value(desk.today() - std::chrono::days(10))})
                .ok());
    REQUIRE(database
                .run("INSERT INTO balance_use VALUES ('b1', 1, 'outreach', ?1, 1, 1, 1)",
                     {store::value(desk.today() - std::chrono::days(30))})
                .ok());
    CHECK(left() == 4);
    desk.clock.turn(std::chrono::hours(24));
    CHECK(left() == 4);
}

TEST_CASE("what stands on her card and nobody else knows counts as used") {
    Desk desk;
    (void)desk.register_hanako();
    CheckInDraft draft = desk.draft();
    const auto before = [&] { return assess(desk.clinic(), draft)->verdict.remaining->before; };
    CHECK(before() == 12);
    draft.stamps = 0;
    CHECK(before() == 12);
    draft.stamps = 4;
    CHECK(before() == 8);
    CHECK(assess(desk.clinic(), draft)->used_known == 0);
    const auto use = check_in(desk.clinic(), draft);
    REQUIRE(use.ok());
    CHECK(*desk.clinic().database.integer("SELECT used FROM stamp_count WHERE use_id = ?1",
                                          {store::value(*use)}) == 4);
    // What is known by now is not counted twice.
    CHECK(before() == 8);
    draft.stamps = 12;
    CHECK(assess(desk.clinic(), draft)->verdict.verdict == programme::Outcome::refuse);
    draft.stamps = -1;
    CHECK(check_in(desk.clinic(), draft).error().code == "bad_draft");
    CHECK(desk.audit_holds());
}

TEST_CASE("the clinic's code is today's, of the newest secret, and the secret is sealed") {
    Desk desk;
    CHECK_FALSE(coupon_code(desk.clinic(), "nerima")->has_value());
    CouponDesk given{"https://coupon.example/desk", Bytes(32, 7), desk.clock.now()};
    REQUIRE(keep_coupon_desk(desk.clinic(), "nerima", given).ok());
    REQUIRE(keep_coupon_desk(desk.clinic(), "nerima", given).ok());
    CHECK(desk.count("coupon_desk") == 1);
    CHECK(**coupon_code(desk.clinic(), "nerima") ==
          card::desk_code("https://coupon.example/desk", "sakura-0123", desk.today(), given.secret));
    CHECK_FALSE(coupon_code(desk.clinic(), "minamiaso")->has_value());
    given.secret = Bytes(32, 8);
    REQUIRE(keep_coupon_desk(desk.clinic(), "nerima", given).ok());
    desk.clock.turn(std::chrono::hours(10));
    CHECK(**coupon_code(desk.clinic(), "nerima") == card::desk_code("https://coupon.example/desk",
                                                                    "sakura-0123", make_date(2026, 11, 22),
                                                                    given.secret));
    CHECK(*desk.clinic().database.integer("SELECT count(*) FROM coupon_desk WHERE secret_sealed = x'" +
                                          hex(given.secret) + "'") == 0);
    CHECK(desk.audit_holds());
    // A token of a wrong day would send her phone away.
    desk.clock.turn(-std::chrono::hours(24 * 30));
    CHECK_FALSE(coupon_code(desk.clinic(), "nerima")->has_value());
}

TEST_CASE("a questionnaire's code is counted each time it is shown, by programme and day") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    CHECK_FALSE(questionnaire_address(desk.clinic(), "nerima")->has_value());
    REQUIRE(set_setting(desk.clinic(), "questionnaire.nerima", "https://answers.example/?clinic={clinic}&v=1")
                .ok());
    CHECK(**questionnaire_address(desk.clinic(), "nerima") ==
          "https://answers.example/?clinic=sakura-0123&v=1");
    const auto shown = [&](Date first, Date last) {
        return *questionnaires_shown(desk.clinic(), "nerima", first, last);
    };
    REQUIRE(record_questionnaire_shown(desk.clinic(), use).ok());
    REQUIRE(record_questionnaire_shown(desk.clinic(), use).ok());
    CHECK(shown(desk.today(), desk.today()) == 2);
    CHECK(shown(desk.today() + std::chrono::days(1), desk.today() + std::chrono::days(9)) == 0);
    CHECK(*questionnaires_shown(desk.clinic(), "minamiaso", desk.today(), desk.today()) == 0);
    CHECK(record_questionnaire_shown(desk.clinic(), "nothing").error().code == "not_found");
    CHECK(desk.audit_holds());
}
