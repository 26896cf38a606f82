// Nerima's guide (document 002), worked by hand: what its sentences make of one request after another.

#include "tests/programme/answers.h"

#include <doctest/doctest.h>

using namespace sango::programme::sample;

TEST_CASE("002 利用日数: 1泊2日 ¥7,000, each further day ¥3,500, 7 days") {
    // 7 days unused; the last day of the four months is 30 June; 9 May is closed, so 8 May is the day before.
    CHECK(answer_to("{}") == "accept, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00");
    // 6泊7日: 7,000 + 5 x 3,500.
    CHECK(answer_to(R"({"days": 7})") ==
          "accept, until 2026-06-30, 7 to 0, 24500 yen (7000 + 17500), cancel by 2026-05-08 10:00:00");
}

TEST_CASE("002 利用日数 ※1・利用できる方: past about four months ask, past a year refuse") {
    CHECK(answer_to(R"({"start": "2026-07-01", "closed_days": []})") ==
          "ask, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-06-30 10:00:00; ask window");
    CHECK(answer_to(R"({"start": "2027-02-28", "closed_days": []})") ==
          "refuse, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2027-02-27 10:00:00; refuse window");
}

TEST_CASE("002 利用日数: 12 days of day care at ¥1,500, 18 for multiples") {
    CHECK(answer_to(R"({"service": "day_care", "days": 1})") ==
          "accept, until 2027-02-28, 11 to 10, 1500 yen, cancel by 2026-05-08 10:00:00");
    CHECK(answer_to(R"({"service": "day_care", "days": 1,
                        "children": [{"born": "2026-03-01"}, {"born": "2026-03-01"}],
                        "used": [{"service": "day_care", "date": "2026-03-05", "days": 17, "units": 1}]})") ==
          "accept, until 2027-02-28, 1 to 0, 1500 yen, cancel by 2026-05-08 10:00:00");
}

TEST_CASE("002 利用日数: 6 visits at ¥500, 10 for multiples") {
    CHECK(answer_to(R"({"service": "outreach", "days": 1})") ==
          "accept, until 2027-02-28, 6 to 5, 500 yen, cancel by 2026-05-08 10:00:00");
    CHECK(answer_to(R"({"service": "outreach", "days": 1,
                        "children": [{"born": "2026-03-01"}, {"born": "2026-03-01"}],
                        "used": [{"service": "outreach", "date": "2026-03-05", "days": 10, "units": 1}],
                        "settings": {"unit_price.outreach": 8000}})") ==
          "refuse, until 2027-02-28, 0 to 0, 8500 yen (500 + 8000), cancel by 2026-05-08 10:00:00; "
          "refuse limit");
}

TEST_CASE("002 利用日数 ※4・利用者負担額について: exempt households, whose confirmation lapses in July") {
    CHECK(answer_to(R"({"service": "day_care", "days": 1,
                        "mother": {"household": "welfare", "household_confirmed_on": "2026-04-01"}})") ==
          "accept, until 2027-02-28, 11 to 10, 0 yen, cancel by 2026-05-08 10:00:00");
    CHECK(answer_to(R"({"service": "day_care", "days": 1, "start": "2026-07-01",
                        "mother": {"household": "tax_exempt", "household_confirmed_on": "2026-06-30"}})") ==
          "ask, until 2027-02-28, 11 to 10, cancel by 2026-06-30 10:00:00; ask household");
    CHECK(answer_to(R"({"mother": {"household": null}})") ==
          "ask, until 2026-06-30, 7 to 5, cancel by 2026-05-08 10:00:00; ask household (mother.household)");
}

TEST_CASE("002 利用回数について: over the limit the whole price, copay and unit price") {
    // Five of the seven days used: of three days two are within, one is beyond.
    CHECK(answer_to(R"({"days": 3, "settings": {"unit_price.short_stay": 30000},
                        "used": [{"service": "short_stay", "date": "2026-03-20", "days": 5, "units": 1}]})") ==
          "refuse, until 2026-06-30, 2 to 0, 40500 yen (7000 + 3500 + 30000), cancel by 2026-05-08 10:00:00; "
          "refuse limit");
    CHECK(answer_to(R"({"days": 3,
                        "used": [{"service": "short_stay", "date": "2026-03-20", "days": 5, "units": 1}]})") ==
          "refuse, until 2026-06-30, 2 to 0, cancel by 2026-05-08 10:00:00; refuse limit; "
          "ask setting (settings.unit_price.short_stay)");
}

TEST_CASE("002 転出後の利用について: after moving out the whole price") {
    // She moves on 10 May, the first day of the stay: the second day is at the whole price.
    CHECK(answer_to(R"({"mother": {"moved_out_on": "2026-05-10"},
                        "settings": {"unit_price.short_stay": 30000}})") ==
          "refuse, until 2026-06-30, 7 to 5, 37000 yen (7000 + 30000), cancel by 2026-05-08 10:00:00; "
          "refuse residency");
}

TEST_CASE(
    "002 利用までの流れ 1: a coupon from an interview in March 2026 is not hers, a card from April is "
    "asked") {
    CHECK(answer_to(R"({"card": {"interview_on": "2026-03-31"}})") ==
          "refuse, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; refuse card");
    CHECK(answer_to(R"({"card": {"kind": "card", "interview_on": "2026-03-31"}})") ==
          "accept, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00");
    CHECK(answer_to(R"({"card": {"kind": "card", "interview_on": "2026-04-01"}})") ==
          "ask, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; ask card");
    CHECK(answer_to(R"({"card": null})") ==
          "ask, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; "
          "ask card (card.kind, card.interview_on)");
}

TEST_CASE("002 利用できる方 ★: a corrected age is asked about") {
    // Born 35 days early: a year from the birth ends on 30 April, from the due date on 4 June.
    CHECK(answer_to(R"({"service": "day_care", "days": 1,
                        "children": [{"born": "2025-05-01", "due": "2025-06-05", "weight_g": 2300}]})") ==
          "ask, until 2026-04-30, 11 to 10, 1500 yen, cancel by 2026-05-08 10:00:00; ask window");
}

TEST_CASE("002 ご利用できない場合について: neither with an acute infection nor with the older child") {
    CHECK(answer_to(R"({"mother": {"acute_infection": true}})") ==
          "refuse, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; refuse infection");
    CHECK(answer_to(R"({"service": "sibling_short_stay"})") == "refuse; refuse window");
}

TEST_CASE("002 利用できる方: a resident, and neither of them in need of medical treatment") {
    CHECK(answer_to(R"({"mother": {"medical_treatment": true}})") ==
          "refuse, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; refuse medical");
    CHECK(answer_to(R"({"mother": {"resident": false, "medical_treatment": null}})") ==
          "refuse, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; refuse residency; "
          "ask medical (mother.medical_treatment)");
}

TEST_CASE("002 利用までの流れ 2: no booking before the birth; some clinics want an orientation") {
    CHECK(answer_to(R"({"asked_at": "2026-02-28T23:59:59+09:00"})") ==
          "refuse, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; refuse booking_window");
    CHECK(answer_to(R"({"settings": {"clinic.orientation": 1}})") ==
          "ask, until 2026-06-30, 7 to 5, 7000 yen, cancel by 2026-05-08 10:00:00; ask orientation");
}

TEST_CASE("001 V 2 対象者（流産・死産は訪問型。002に定めはない）: a visit, a year from the loss") {
    CHECK(answer_to(R"({"service": "outreach", "days": 1, "children": null,
                        "mother": {"loss_on": "2026-04-15"}})") ==
          "accept, until 2027-04-14, 6 to 5, 500 yen, cancel by 2026-05-08 10:00:00");
    CHECK(answer_to(R"({"mother": {"loss_on": "2026-04-15"}})") == "refuse; refuse window");
}
