#include "shared/report/user_report.h"

#include "tests/report/month_desk.h"

namespace sango::report {
namespace {

using test::MonthDesk;

TEST_CASE("001 V 7: after a use the municipality is told of it, urgently only with her consent") {
    MonthDesk desk;
    const std::string in_house = desk.use_in_house();
    CHECK(write_user_report(desk.clinic(), {in_house, true, false, ""}).error().code == "not_left");

    const std::string use = desk.whole_use();
    CHECK(write_user_report(desk.clinic(), {use, false, true, ""}).error().code == "no_consent");
    CHECK(write_user_report(desk.clinic(), {use, false, false, "眠れない"}).error().code == "no_consent");
    REQUIRE(write_user_report(desk.clinic(), {use, true, true, "夜間\n眠れないとのこと"}).ok());

    const auto written = user_report(desk.clinic(), use);
    REQUIRE((written.ok() && written->has_value()));
    CHECK((*written)->urgent);
    CHECK((*written)->remarks == "夜間 眠れないとのこと");
    const auto id = desk.clinic().database.text("SELECT id FROM outbox WHERE kind = 'user_report'");
    REQUIRE((id.ok() && id->has_value()));
    const std::string body = clinic::announced_body(desk.clinic(), **id).value();
    CHECK(body.find(R"("urgent":true)") != std::string::npos);
    CHECK(body.find(R"("state_on_leaving":"well")") != std::string::npos);
    CHECK(body.find("山田") == std::string::npos);
    CHECK(desk.audit_holds());
}

TEST_CASE("a second report on the same use is its next revision") {
    MonthDesk desk;
    const std::string use = desk.whole_use();
    REQUIRE(write_user_report(desk.clinic(), {use, false, false, ""}).ok());
    REQUIRE(write_user_report(desk.clinic(), {use, true, false, "母乳の相談を希望"}).ok());
    CHECK(user_report(desk.clinic(), use)->value().revision == 2);
    CHECK(desk.count("outbox") == 3);  // the use itself, and both reports
}

TEST_CASE("001 V 7: a month of Setagaya's is not complete while a use has no report of its own") {
    MonthDesk desk;
    desk.go_to("2026-11-15T10:00:00+09:00");  // it must be asked for within two weeks, before the day before
    clinic::Registration told = desk.hanako();
    told.programme = "setagaya";
    told.user_number = "S-1001";
    told.facts.unwell_or_anxious = true;
    told.facts.family_support = programme::FamilySupport::none;
    told.decision.granted = true;
    const auto mother = clinic::register_mother(desk.clinic(), told);
    REQUIRE(mother.ok());
    card::Claims claims = desk.claims(card::Kind::card, "S-1001");
    claims.issuer = "131121";
    claims.user = "S-1001";
    claims.coupons_left = 0;
    const auto card = clinic::show_card(desk.clinic(), claims);
    REQUIRE(card.ok());
    clinic::CheckInDraft draft;
    draft.mother_id = *mother;
    draft.certificate_id = card->certificate_id;
    draft.shown = "card";
    draft.stamped = true;
    draft.service = programme::Service::day_care;
    draft.acute_infection = false;
    clinic::NewBooking booking;
    booking.mother_id = *mother;
    booking.service = programme::Service::day_care;
    booking.first_day = make_date(2026, 11, 21);
    const auto booked = clinic::book(desk.clinic(), booking);
    REQUIRE_MESSAGE(booked.ok(), (booked.ok() ? "" : booked.error().message.en));
    draft.booking_id = *booked;
    desk.go_to("2026-11-21T14:05:00+09:00");
    const auto use = clinic::check_in(desk.clinic(), draft);
    REQUIRE_MESSAGE(use.ok(), (use.ok() ? "" : use.error().message.en));
    REQUIRE(clinic::write_note(desk.clinic(), desk.milk(*use)).ok());
    desk.leave(*use, Yen(3'000));
    const auto gaps = [&] {
        return build(desk.clinic(), "setagaya", MonthDesk::kNovember)->rows.front().gaps;
    };
    REQUIRE(gaps().size() == 1);
    CHECK(gaps().front().code == "no_user_report");
    REQUIRE(write_user_report(desk.clinic(), {*use, false, false, ""}).ok());
    CHECK(gaps().empty());
}

TEST_CASE("her words lie sealed") {
    MonthDesk desk;
    const std::string use = desk.whole_use();
    REQUIRE(write_user_report(desk.clinic(), {use, true, false, "眠れないとのこと"}).ok());
    const auto found = desk.clinic().database.integer(
        "SELECT count(*) FROM user_report WHERE instr(remarks_sealed, CAST('眠れない' AS BLOB)) > 0");
    CHECK(found->value_or(-1) == 0);
}

}  // namespace
}  // namespace sango::report
