// What the front desk asks of a municipality before a use, and tells it of a lost card.

#include "shared/card/day_token.h"
#include "shared/clinic/card_loss.h"
#include "shared/clinic/coupon_desk.h"
#include "shared/clinic/papers.h"
#include "shared/clinic/questionnaire.h"
#include "shared/report/figures.h"
#include "shared/sync/pull.h"
#include "tests/municipality/coupon_desk.h"
#include "tests/municipality/papers.h"
#include "tests/municipality/questionnaire.h"
#include "tests/sync/line_to_municipality.h"

#include <doctest/doctest.h>

using namespace sango;
using namespace sango::sync;
using test::Line;

namespace {

constexpr const char* kPlan =
    R"({"number":"P-1","kind":"support_plan","issued_on":"2026-11-10","title":"支援計画","sections":[
        {"heading":"本人の希望","words":"夜に眠りたい"},{"heading":"","words":"担当 保健師 𠮷野"}]})";
constexpr const char* kDecision =
    R"({"number":"K-1","kind":"decision","issued_on":"2026-11-18","title":"利用決定通知書","sections":[],
        "decision":{"service":"day_care","first_day":"2026-11-21","last_day":"2026-11-22",
                    "applied_at":"2026-11-17T09:00:00+09:00","granted":true,"extra_days":2,
                    "centre":"南部エリア","coordinator":"保健師 木下"}})";

std::string papers_of_hanako(const std::string& papers, bool consent = true) {
    return R"({"user_number":"N-4821-1","answered_at":"2026-11-21T14:00:00+09:00","consent":)" +
           std::string(consent ? "true" : "false") + R"(,"papers":[)" + papers + "]}";
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void share(Line& line, const char* paper) {
    municipality::Faults faults;
    const auto entry = municipality::read_paper(paper, faults);
    REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().pointer));
    REQUIRE(municipality::put_paper(line.municipality.ledger(), "N-4821-1", entry).ok());
}

}  // namespace

TEST_CASE("what is shared of a mother comes over the line, plan and assessment only with her consent") {
    Line line;
    const std::string id = line.desk.register_hanako();
    line.share_roster();
    share(line, kPlan);
    share(line, kDecision);
    const auto pull = [&] {
        const auto answer = fetch(line.municipality.endpoint(), papers_path("N-4821-1"));
        REQUIRE(answer.ok());
        const auto applied = apply_papers(line.desk.clinic(), "nerima", *answer);
        REQUIRE_MESSAGE(applied.ok(), (applied.ok() ? "" : applied.error().message.en));
        return *applied;
    };
    CHECK(pull() == 1);
    REQUIRE(municipality::put_consent(line.municipality.ledger(), "N-4821-1", true).ok());
    CHECK(pull() == 1);
    CHECK(pull() == 0);
    const auto papers = clinic::papers_of(line.desk.clinic(), id);
    REQUIRE(papers->size() == 2);
    CHECK((*papers)[0].decision->extra_days == 2);
    CHECK((*papers)[0].decision->applied_at == *parse_instant("2026-11-17T09:00:00+09:00"));
    CHECK(clinic::read_paper(line.desk.clinic(), (*papers)[1].id)->text ==
          "本人の希望\n夜に眠りたい\n\n担当 保健師 𠮷野");
    REQUIRE(municipality::put_consent(line.municipality.ledger(), "N-4821-1", false).ok());
    CHECK(pull() == 0);
    CHECK(clinic::papers_of(line.desk.clinic(), id)->size() == 1);
    CHECK(fetch(line.municipality.endpoint(), papers_path("N-0000-0")).error().code == "not_known");
}

TEST_CASE("one wrong member of the shared papers, and none is taken in") {
    Line line;
    (void)line.desk.register_hanako();
    const std::string good = papers_of_hanako(std::string(kPlan) + "," + kDecision);
    for (const auto& [from, to] :
         {std::pair("support_plan", "diary"), std::pair("\"P-1\"", "\"\""),
          std::pair("2026-11-10", "2026-11-31"),
          std::pair("\"last_day\":\"2026-11-22\"", "\"last_day\":\"2026-11-20\""),
          std::pair("\"granted\":true", "\"granted\":1"), std::pair("\"extra_days\":2", "\"extra_days\":400"),
          std::pair("day_care", "spa"), std::pair("\"heading\":\"\",", ""),
          std::pair("\"consent\":true,", ""), std::pair("\"consent\":true", "\"consent\":false"),
          std::pair("\"number\"", "\"nummer\"")}) {
        CAPTURE(to);
        CHECK(apply_papers(line.desk.clinic(), "nerima", changed(good, from, to)).error().code ==
              "bad_answer");
    }
    CHECK(line.desk.count("paper") == 0);
    CHECK(apply_papers(line.desk.clinic(), "nerima", good).ok());
    CHECK(apply_papers(line.desk.clinic(), "nerima", changed(good, "N-4821-1", "N-0000-0")).error().code ==
          "not_found");
}

TEST_CASE("the receiver is as strict with the papers it is given") {
    for (const auto& [from, to] : {std::pair("decision\",\"issued", "plan\",\"issued"), std::pair("K-1", ""),
                                   std::pair("\"granted\":true,", ""), std::pair("day_care", "spa"),
                                   std::pair("2026-11-22", "2026-11-20"), std::pair("\"title\"", "\"name\""),
                                   std::pair("\"南部エリア\"", "7")}) {
        municipality::Faults faults;
        (void)municipality::read_paper(changed(kDecision, from, to), faults);
        CAPTURE(to);
        CHECK_FALSE(faults.empty());
    }
}

TEST_CASE("the clinic's code comes from the municipality, which can tell that it is this clinic's of today") {
    Line line;
    CHECK(fetch(line.municipality.endpoint(), kCouponDeskPath).error().code == "not_known");
    REQUIRE(municipality::set_coupon_address(line.municipality.ledger(), "https://coupon.example/desk").ok());
    const auto answer = fetch(line.municipality.endpoint(), kCouponDeskPath);
    REQUIRE(answer.ok());
    CHECK(fetch(line.municipality.endpoint(), kCouponDeskPath)->find("\"secret\"") != std::string::npos);
    REQUIRE(apply_coupon_desk(line.desk.clinic(), "nerima", *answer).ok());

    line.desk.clock.turn(line.municipality.clock().now() - line.desk.clock.now());
    const auto code = clinic::coupon_code(line.desk.clinic(), "nerima");
    REQUIRE((code.ok() && code->has_value()));
    const std::string path = (*code)->substr(std::string_view("https://coupon.example/desk").size());
    CHECK(path.starts_with("/sakura-0123/2026-12-08/"));
    const auto opened = [&](const std::string& rest) {
        return fetch(line.municipality.endpoint(), "/v1/coupon-desk" + rest);
    };
    // 204 has no body, which is no answer to a question of ours: the token held.
    CHECK(opened(path).error().code == "server_error");
    CHECK(opened(path + "0").error().code == "not_known");
    CHECK(opened(changed(path, "12-08", "12-07")).error().code == "not_known");
    CHECK(opened(changed(path, "0123", "0124")).error().code == "not_known");
    line.municipality.clock().turn(std::chrono::hours(24));
    CHECK(opened(path).error().code == "not_known");
}

TEST_CASE("a code for another clinic, of another municipality or to no address is not taken in") {
    Line line;
    REQUIRE(municipality::set_coupon_address(line.municipality.ledger(), "https://coupon.example/desk").ok());
    const std::string good = *fetch(line.municipality.endpoint(), kCouponDeskPath);
    const auto code = [&](const std::string& answer) {
        return apply_coupon_desk(line.desk.clinic(), "nerima", answer).error().code;
    };
    CHECK(code(changed(good, "sakura-0123", "other-0001")) == "wrong_clinic");
    CHECK(code(changed(good, "131202", "434337")) == "wrong_issuer");
    CHECK(code(changed(good, "https://", "http://")) == "bad_answer");
    CHECK(code(changed(good, "/desk", "/desk/")) == "bad_answer");
    CHECK(code(changed(good, "\"secret\":\"", "\"secret\":\"g")) == "bad_answer");
    CHECK(line.desk.count("coupon_desk") == 0);
}

TEST_CASE("a lost card is told once, and from then on stands on the municipality's list") {
    Line line;
    const std::string id = line.desk.register_hanako();
    REQUIRE(clinic::report_card_lost(line.desk.clinic(), id).ok());
    CHECK(line.send().refused == 1);  // the municipality does not know her yet
    line.share_roster();
    const auto refused = sync::refused_items(line.desk.clinic());
    for (const std::string& item : *refused) REQUIRE(sync::release_refused(line.desk.clinic(), item).ok());
    CHECK(line.send().accepted == 1);
    REQUIRE(line.municipality.receipts().size() == 1);
    CHECK(line.municipality.receipts()[0].kind == "card_lost");
    const auto revoked = line.municipality.ledger().revocations();
    REQUIRE(revoked->size() == 1);
    CHECK((*revoked)[0].subject == "N-4821-1");
    CHECK((*revoked)[0].issued_before == line.desk.clock.now());
    const auto list = fetch(line.municipality.endpoint(), kRevocationsPath);
    CHECK(*apply_revocations(line.desk.clinic(), "nerima", *list) == 1);
}

TEST_CASE("coupons used at other clinics come with the balance") {
    Line line;
    const std::string id = line.desk.register_hanako();
    const std::string answer =
        R"({"user_number":"N-4821-1","answered_at":"2026-11-21T13:00:00+09:00","uses":[
            {"clinic":"other-0001","service":"outreach","first_day":"2026-11-03","days":1,"units":1,"coupons_used":1},
            {"clinic":"other-0001","service":"outreach","first_day":"2026-11-04","days":1,"units":1}]})";
    REQUIRE(apply_balance(line.desk.clinic(), "nerima", answer).ok());
    CHECK(*line.desk.clinic().database.integer("SELECT sum(coupons_used) FROM balance_use") == 1);
    CHECK(line.desk.audit_holds());
    CHECK(apply_balance(line.desk.clinic(), "nerima",
                        changed(answer, "\"coupons_used\":1", "\"coupons_used\":61"))
              .error()
              .code == "bad_answer");
}

TEST_CASE("how many answered the questionnaire comes over the line, for this clinic, with its age") {
    Line line;
    auto& clinic = line.desk.clinic();
    auto& municipality = line.municipality;
    const auto year = [&] { return report::figures(clinic, "nerima", 2026).value(); };
    CHECK(fetch(municipality.endpoint(), kQuestionnairePath).error().code == "not_known");
    CHECK_FALSE(year().questionnaires_answered);

    using std::chrono::year_month;
    const year_month november{std::chrono::year(2026), std::chrono::November};
    const year_month march{std::chrono::year(2026), std::chrono::March};  // of the fiscal year before
    REQUIRE(municipality::set_questionnaire(municipality.ledger(), "sakura-0123", november, 5).ok());
    REQUIRE(municipality::set_questionnaire(municipality.ledger(), "sakura-0123", march, 9).ok());
    REQUIRE(municipality::set_questionnaire(municipality.ledger(), "other-clinic", november, 70).ok());
    const auto first = fetch(municipality.endpoint(), kQuestionnairePath);
    REQUIRE(first.ok());
    REQUIRE(apply_questionnaire(clinic, "nerima", *first).ok());
    CHECK(year().questionnaires_answered == 5);
    CHECK(year().answered_as_of == municipality.clock().now());
    CHECK(report::figures_json(year()).find("\"questionnaires_answered\":5") != std::string::npos);
    CHECK(report::figures(clinic, "nerima", 2025)->questionnaires_answered == 9);

    // A later answer replaces it; an older one that comes late changes nothing.
    REQUIRE(municipality::set_questionnaire(municipality.ledger(), "sakura-0123", november, 6).ok());
    municipality.clock().turn(std::chrono::hours(1));
    REQUIRE(apply_questionnaire(clinic, "nerima", *fetch(municipality.endpoint(), kQuestionnairePath)).ok());
    REQUIRE(apply_questionnaire(clinic, "nerima", *first).ok());
    CHECK(year().questionnaires_answered == 6);
    CHECK(line.desk.audit_holds());

    CHECK(apply_questionnaire(clinic, "nerima", changed(*first, "sakura-0123", "other-0001")).error().code ==
          "wrong_clinic");
    CHECK(apply_questionnaire(clinic, "nerima", changed(*first, "131202", "131121")).error().code ==
          "wrong_issuer");
    CHECK(apply_questionnaire(clinic, "nerima", changed(*first, "2026-11", "2026-13")).error().code ==
          "bad_answer");
    CHECK(apply_questionnaire(clinic, "nerima", changed(*first, "2026-11", "2026-03")).error().code ==
          "bad_answer");
}
