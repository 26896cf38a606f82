// Minamiaso's manual (003), Nakano's report (000) and Kashiwa's plan (004), worked by hand.

#include "tests/programme/answers.h"

#include <string>

#include <doctest/doctest.h>

using namespace sango::programme::sample;

namespace {

std::string asked(const std::string& programme, const std::string& fields) {
    return answer_to(R"({"programme": ")" + programme + R"(", )" + fields + "}");
}
std::string minamiaso(const std::string& fields) {
    return asked("minamiaso", fields);
}
std::string nakano(const std::string& fields) {
    return asked("nakano", fields);
}
std::string kashiwa(const std::string& fields) {
    return asked("kashiwa", fields);
}

}  // namespace

TEST_CASE("003 5 ※・6 (2): six hours of day care are three units of copay and one use") {
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "units": 3)") ==
          "accept, until 2027-02-28, 6 to 5, 1800 yen");
    // Carried on in the afternoon of a day that has its use already.
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "units": 1,
                       "used": [{"service": "day_care", "date": "2026-05-10", "days": 1, "units": 2}])") ==
          "accept, until 2027-02-28, 6 to 6, 600 yen");
}

TEST_CASE("003 5 利用時間及び利用回数: one night, or one visit of two hours, is one of seven") {
    CHECK(minamiaso(R"("service": "short_stay")") == "accept, until 2027-02-28, 6 to 5, 600 yen");
    CHECK(minamiaso(R"("service": "outreach", "days": 1, "units": 2)") ==
          "accept, until 2027-02-28, 6 to 4, 1200 yen");
    CHECK(minamiaso(R"("service": "outreach", "days": 1,
                       "used": [{"service": "outreach", "date": "2026-04-01", "days": 1, "units": 7}])") ==
          "refuse, until 2027-02-28, 0 to 0, 600 yen; refuse limit");
    CHECK(minamiaso(R"("service": "outreach", "days": 1, "decision": {"extra_days": 1},
                       "used": [{"service": "outreach", "date": "2026-04-01", "days": 1, "units": 7}])") ==
          "accept, until 2027-02-28, 1 to 0, 600 yen");
}

TEST_CASE(
    "003 3 対象者: under one year, unwell or anxious or specially admitted, not in need of medical care") {
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "children": [{"born": "2025-05-10"}])") ==
          "refuse, until 2026-05-09, 6 to 5, 600 yen; refuse window");
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "children": [{"born": "2025-05-11"}])") ==
          "accept, until 2026-05-10, 6 to 5, 600 yen");
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "mother": {"unwell_or_anxious": false})") ==
          "refuse, until 2027-02-28, 6 to 5, 600 yen; refuse need");
    CHECK(minamiaso(R"("service": "day_care", "days": 1,
                       "mother": {"unwell_or_anxious": false, "support_need": "high"})") ==
          "accept, until 2027-02-28, 6 to 5, 600 yen");
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "mother": {"medical_treatment": true})") ==
          "refuse, until 2027-02-28, 6 to 5, 600 yen; refuse medical");
}

TEST_CASE(
    "003 6 (1) 利用申請受付から利用決定まで: the village decides; the first use at a clinic needs its "
    "letter") {
    const std::string day_care = R"("service": "day_care", "days": 1, )";
    CHECK(minamiaso(day_care + R"("decision": {"first_use_here": true, "request_letter": false})") ==
          "refuse, until 2027-02-28, 6 to 5, 600 yen; refuse decision");
    CHECK(minamiaso(day_care + R"("decision": {"first_use_here": true, "request_letter": null})") ==
          "ask, until 2027-02-28, 6 to 5, 600 yen; ask decision (decision.request_letter)");
    CHECK(minamiaso(day_care + R"("decision": {"first_use_here": false, "request_letter": false})") ==
          "accept, until 2027-02-28, 6 to 5, 600 yen");
}

TEST_CASE("003 6 (2) 利用日当日の受付・確認事項: the copay stands on the certificate") {
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "card": {"copay_per_unit": null})") ==
          "ask, until 2027-02-28, 6 to 5; ask card (card.copay_per_unit)");
    CHECK(minamiaso(R"("service": "day_care", "days": 1, "card": {"copay_per_unit": 0})") ==
          "accept, until 2027-02-28, 6 to 5, 0 yen");
}

TEST_CASE("000 1 事業の概要: one limit over three services, another for multiples, both to be asked for") {
    CHECK(nakano(R"("service": "day_care", "days": 1, "settings": {"limit.total": 10})") ==
          "accept, until 2026-09-30, 9 to 8, 1000 yen");
    CHECK(nakano(R"("service": "outreach", "days": 1, "settings": {"limit.total": 10, "copay.outreach": 500},
                    "children": [{"born": "2026-03-01"}, {"born": "2026-03-01"}])") ==
          "ask, until 2027-02-28, 500 yen; ask setting (settings.limit.total_multiples)");
    CHECK(nakano(R"("service": "outreach", "days": 1,
                    "settings": {"limit.total": 10, "limit.total_multiples": 14, "copay.outreach": 500},
                    "children": [{"born": "2026-03-01"}, {"born": "2026-03-01"}])") ==
          "accept, until 2027-02-28, 13 to 12, 500 yen");
}

TEST_CASE("000 1 (1): a stay until the day before five months") {
    const std::string answered = R"(, "settings": {"limit.total": 10, "copay.short_stay": 3000})";
    CHECK(nakano(R"("service": "short_stay")") ==
          "ask, until 2026-07-31; ask setting (settings.limit.total, settings.copay.short_stay)");
    CHECK(nakano(R"("service": "short_stay")" + answered) == "accept, until 2026-07-31, 9 to 7, 6000 yen");
    // Five months after 30 September there is no such day: February's last.
    CHECK(nakano(R"("service": "short_stay", "start": "2026-02-27", "children": [{"born": "2025-09-30"}])" +
                 answered) == "accept, until 2026-02-28, 9 to 7, 6000 yen");
    CHECK(nakano(R"("service": "short_stay", "start": "2026-02-28",
                    "children": [{"born": "2025-09-30", "due": "2025-09-30", "weight_g": 3000}])" +
                 answered) == "refuse, until 2026-02-28, 9 to 7, 6000 yen; refuse window");
}

TEST_CASE(
    "000 1 (2), 000 1 (2) 利用者の主な意見: day care until the day before seven months, ¥1,000; corrected "
    "for small babies") {
    CHECK(nakano(R"("service": "day_care", "days": 1, "settings": {"limit.total": 10},
                    "children": [{"born": "2026-03-01", "due": "2026-03-20", "weight_g": 2400}])") ==
          "accept, until 2026-10-19, 9 to 8, 1000 yen");
}

TEST_CASE("000 1 (3): a visit until the day before the first birthday, its price to be asked for") {
    CHECK(nakano(R"("service": "outreach", "days": 1, "settings": {"limit.total": 10})") ==
          "ask, until 2027-02-28, 9 to 8; ask setting (settings.copay.outreach)");
    CHECK(nakano(R"("service": "outreach", "days": 1, "mother": {"loss_on": "2026-04-15"},
                    "settings": {"limit.total": 10, "copay.outreach": 500})") ==
          "accept, until 2027-04-14, 9 to 8, 500 yen");
}

TEST_CASE("004 産後ケア事業: what the plan leaves open is asked for by name") {
    CHECK(kashiwa(R"("service": "day_care", "days": 1)") ==
          "ask; ask setting (settings.window.months, settings.limit.total, settings.copay.day_care)");
    CHECK(kashiwa(R"("service": "day_care", "days": 1,
                     "settings": {"window.months": 4, "limit.total": 5, "copay.day_care": 800})") ==
          "accept, until 2026-06-30, 4 to 3, 800 yen");
}

TEST_CASE(
    "004 産後ケア事業 対象者: without enough help, and unwell or anxious or in special need; not in "
    "hospital") {
    const std::string day_care = R"("service": "day_care", "days": 1,
        "settings": {"window.months": 4, "limit.total": 5, "copay.day_care": 800}, )";
    CHECK(kashiwa(day_care + R"("mother": {"family_support": "enough"})") ==
          "refuse, until 2026-06-30, 4 to 3, 800 yen; refuse need");
    CHECK(kashiwa(day_care + R"("mother": {"unwell_or_anxious": false})") ==
          "refuse, until 2026-06-30, 4 to 3, 800 yen; refuse need");
    CHECK(kashiwa(day_care + R"("mother": {"unwell_or_anxious": false, "support_need": "high"})") ==
          "accept, until 2026-06-30, 4 to 3, 800 yen");
    CHECK(kashiwa(day_care + R"("mother": {"family_support": null})") ==
          "ask, until 2026-06-30, 4 to 3, 800 yen; ask need (mother.family_support)");
    CHECK(kashiwa(day_care + R"("mother": {"medical_treatment": true})") ==
          "refuse, until 2026-06-30, 4 to 3, 800 yen; refuse medical");
}

TEST_CASE("004 効率的なサービスの提供: the centre's decision is needed, and may give the days itself") {
    const std::string day_care =
        R"("service": "day_care", "days": 1, "settings": {"window.months": 4, "copay.day_care": 800}, )";
    CHECK(kashiwa(day_care + R"("decision": {"extra_days": 3})") ==
          "accept, until 2026-06-30, 2 to 1, 800 yen");
    CHECK(kashiwa(day_care + R"("decision": {"granted": null, "extra_days": 3})") ==
          "ask, until 2026-06-30, 2 to 1, 800 yen; ask decision (decision.granted)");
    CHECK(kashiwa(day_care + R"("decision": {"granted": false, "extra_days": 3})") ==
          "refuse, until 2026-06-30, 2 to 1, 800 yen; refuse decision");
}
