#include "shared/clinic/papers.h"

#include "tests/clinic/desk.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::clinic;
using programme::Outcome;
using programme::Service;
using test::Desk;

namespace {

Paper paper(std::string number, PaperKind kind, std::string text = "ゆっくり休みたい") {
    Paper one;
    one.number = std::move(number);
    one.kind = kind;
    one.issued_on = make_date(2026, 11, 10);
    one.title = "書類 " + one.number;
    one.text = std::move(text);
    return one;
}

/// A mother of Setagaya who walks in today, with everything but the ward's decision.
CheckInDraft walk_in_of_setagaya(Desk& desk) {
    Registration told = desk.hanako();
    told.programme = "setagaya";
    told.user_number = "S-4821";
    told.facts.unwell_or_anxious = true;
    told.facts.family_support = programme::FamilySupport::none;
    CheckInDraft draft;
    draft.mother_id = register_mother(desk.clinic(), told).value();
    draft.service = Service::day_care;
    draft.acute_infection = false;
    card::Claims coupon = desk.claims();
    coupon.issuer = "131121";
    coupon.user = told.user_number;
    coupon.coupons_left = 5;
    draft.certificate_id = show_card(desk.clinic(), coupon).value().certificate_id;
    draft.shown = "coupon";
    return draft;
}

Paper decision_of_today(Desk& desk, std::string_view applied, bool granted = true) {
    Paper decided = paper("K-1", PaperKind::decision);
    decided.decision =
        PaperDecision{Service::day_care, desk.today(), desk.today(), *parse_instant(applied), granted, 0};
    return decided;
}

const programme::Reason* reason(const programme::Verdict& verdict, std::string_view rule) {
    for (const programme::Reason& one : verdict.reasons)
        if (one.rule == rule) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("what the municipality shared is kept once, sealed, newest first") {
    Desk desk;
    const std::string id = desk.register_hanako();
    Paper letter = paper("I-7", PaperKind::request_letter, "受け入れをお願いします。\n担当 佐々木");
    letter.issued_on = make_date(2026, 11, 12);
    const SharedPapers shared{true, desk.clock.now(), {paper("P-1", PaperKind::support_plan), letter}};
    CHECK(*keep_papers(desk.clinic(), id, shared) == 2);
    CHECK(*keep_papers(desk.clinic(), id, shared) == 0);
    const auto papers = papers_of(desk.clinic(), id);
    REQUIRE(papers.ok());
    REQUIRE(papers->size() == 2);
    CHECK((*papers)[0].kind == PaperKind::request_letter);
    CHECK((*papers)[0].title == "書類 I-7");
    CHECK((*papers)[0].text.empty());
    CHECK(read_paper(desk.clinic(), (*papers)[0].id)->text == "受け入れをお願いします。\n担当 佐々木");
    CHECK(desk.audit_holds());
    CHECK(keep_papers(desk.clinic(), "nobody", shared).error().code == "not_found");
    CHECK(read_paper(desk.clinic(), "nothing").error().code == "not_found");
}

TEST_CASE("who reads a paper, and when, is a link of the audit chain each time") {
    Desk desk;
    const std::string id = desk.register_hanako();
    REQUIRE(
        keep_papers(desk.clinic(), id, {true, desk.clock.now(), {paper("P-1", PaperKind::assessment)}}).ok());
    const std::string paper_id = papers_of(desk.clinic(), id)->front().id;
    REQUIRE(read_paper(desk.clinic(), paper_id).ok());
    REQUIRE(read_paper(desk.clinic(), paper_id).ok());
    CHECK(*desk.clinic().database.integer(
              "SELECT count(*) FROM audit WHERE action = 'read' AND table_name = 'paper' AND row_key = ?1 "
              "AND actor = ?2",
              {store::value(paper_id), store::value(desk.clinic().actor.staff_id)}) == 2);
}

TEST_CASE("without her consent no plan and no assessment is taken in, or shown once consent is gone") {
    Desk desk;
    const std::string id = desk.register_hanako();
    const Paper plan = paper("P-1", PaperKind::support_plan);
    CHECK(keep_papers(desk.clinic(), id, {false, desk.clock.now(), {plan}}).error().code == "no_consent");
    CHECK(desk.count("paper") == 0);
    CHECK(desk.count("paper_consent") == 0);
    REQUIRE(keep_papers(desk.clinic(), id,
                        {true, desk.clock.now(), {plan, paper("I-1", PaperKind::request_letter)}})
                .ok());
    std::string plan_id;
    const auto papers = papers_of(desk.clinic(), id);
    for (const Paper& one : *papers)
        if (one.kind == PaperKind::support_plan) plan_id = one.id;
    REQUIRE(keep_papers(desk.clinic(), id, {false, desk.clock.now(), {}}).ok());
    CHECK(papers_of(desk.clinic(), id)->size() == 1);
    CHECK(read_paper(desk.clinic(), plan_id).error().code == "no_consent");
}

TEST_CASE("001 III 1 (2) 4: a walk-in of Setagaya is judged by when she applied to the ward") {
    Desk desk;
    const CheckInDraft draft = walk_in_of_setagaya(desk);
    const auto judged = [&] { return assess(desk.clinic(), draft)->verdict; };
    CHECK(reason(judged(), "booking_window")->verdict == Outcome::refuse);
    CHECK(reason(judged(), "decision")->verdict == Outcome::ask);

    // The day before at 10:00:00 is in time.
    REQUIRE(keep_papers(desk.clinic(), draft.mother_id,
                        {false, desk.clock.now(), {decision_of_today(desk, "2026-11-20T10:00:00+09:00")}})
                .ok());
    CHECK(reason(judged(), "booking_window")->verdict == Outcome::accept);
    CHECK(reason(judged(), "decision")->verdict == Outcome::accept);
    CHECK(judged().verdict == Outcome::accept);
    CHECK(check_in(desk.clinic(), draft).ok());
}

TEST_CASE("an application that came too late for the ward is too late at the desk") {
    Desk desk;
    const CheckInDraft draft = walk_in_of_setagaya(desk);
    REQUIRE(keep_papers(desk.clinic(), draft.mother_id,
                        {false, desk.clock.now(), {decision_of_today(desk, "2026-11-20T10:00:01+09:00")}})
                .ok());
    CHECK(reason(assess(desk.clinic(), draft)->verdict, "booking_window")->verdict == Outcome::refuse);
}

TEST_CASE("who coordinates is told at the desk, from the roster first and then by the newest decision") {
    Desk desk;
    Registration told;
    told.source = "roster";
    told.programme = "kashiwa";
    told.user_number = "K-1120-5";
    told.name = "村上 彩乃";
    told.facts.resident = true;
    told.decision.granted = true;
    told.decision.centre = "中央エリア";
    told.decision.coordinator = "保健師 𠮷野";
    const std::string id = register_mother(desk.clinic(), told).value();
    CheckInDraft draft;
    draft.mother_id = id;
    draft.service = Service::day_care;
    const auto said = [&] { return reason(assess(desk.clinic(), draft)->verdict, "decision")->text.ja; };
    CHECK(said().find("担当は中央エリア（保健師 𠮷野）です。") != std::string::npos);

    Paper decided = decision_of_today(desk, "2026-11-19T09:00:00+09:00");
    decided.decision->centre = "南部エリア";
    decided.decision->coordinator = "保健師 木下";
    REQUIRE(keep_papers(desk.clinic(), id, {false, desk.clock.now(), {decided}}).ok());
    CHECK(said().find("担当は南部エリア（保健師 木下）です。") != std::string::npos);
    CHECK(*coordinating_centre(desk.clinic(), id, Service::day_care, desk.today()) == "南部エリア");
    CHECK(*coordinating_centre(desk.clinic(), id, Service::outreach, desk.today()) == "中央エリア");
    CHECK(desk.count("paper WHERE CAST(centre_sealed AS TEXT) LIKE '%南部%'") == 0);
    CHECK(desk.audit_holds());
}

TEST_CASE("a decision speaks of its service and its days only, and the newest one holds") {
    Desk desk;
    CheckInDraft draft = walk_in_of_setagaya(desk);
    Paper refused = decision_of_today(desk, "2026-11-18T10:00:00+09:00", false);
    refused.number = "K-2";
    refused.issued_on = make_date(2026, 11, 15);
    Paper other_day = decision_of_today(desk, "2026-11-18T10:00:00+09:00");
    other_day.number = "K-3";
    other_day.issued_on = make_date(2026, 11, 20);
    other_day.decision->first_day = other_day.decision->last_day = desk.today() + std::chrono::days(1);
    REQUIRE(keep_papers(desk.clinic(), draft.mother_id,
                        {false,
                         desk.clock.now(),
                         {decision_of_today(desk, "2026-11-18T10:00:00+09:00"), refused, other_day}})
                .ok());
    CHECK(reason(assess(desk.clinic(), draft)->verdict, "decision")->verdict == Outcome::refuse);
    draft.service = Service::outreach;
    CHECK(reason(assess(desk.clinic(), draft)->verdict, "decision")->verdict == Outcome::ask);
}

TEST_CASE("003 6 (1): the village's request letter opens a first use") {
    Desk desk;
    Registration told = desk.hanako();
    told.programme = "minamiaso";
    told.user_number = "M-4821";
    told.decision.granted = true;
    CheckInDraft draft;
    draft.mother_id = register_mother(desk.clinic(), told).value();
    draft.service = Service::day_care;
    const auto decision = [&] { return reason(assess(desk.clinic(), draft)->verdict, "decision")->verdict; };
    CHECK(decision() == Outcome::ask);
    REQUIRE(keep_papers(desk.clinic(), draft.mother_id,
                        {false, desk.clock.now(), {paper("I-1", PaperKind::request_letter)}})
                .ok());
    CHECK(decision() == Outcome::accept);
}
