// Setagaya's policy (document 001), worked by hand.

#include "tests/programme/answers.h"

#include <string>

#include <doctest/doctest.h>

using namespace sango::programme::sample;

namespace {

/// `fields`: what differs from the whole request, asked for in time.
std::string setagaya(const std::string& fields) {
    return answer_to(R"({"programme": "setagaya")" + (fields.empty() ? "" : ", " + fields) + "}");
}

}  // namespace

TEST_CASE("001 III 1 (2) ② 利用料金: a stay is ¥4,500 a day, ¥2,000 with a coupon") {
    CHECK(setagaya("") == "accept, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons");
    CHECK(setagaya(R"("card": {"coupons_left": 0})") == "accept, until 2026-06-30, 7 to 5, 9000 yen");
}

TEST_CASE("001 III 1 (2) ② 利用料金: what multiples add is gone with a coupon") {
    // Four days of twins with one coupon left: 2,000 + 3 x 4,500 + 3 x 500.
    CHECK(setagaya(R"("days": 4, "card": {"coupons_left": 1},
                      "children": [{"born": "2026-03-01", "due": "2026-03-10", "weight_g": 2900},
                                   {"born": "2026-03-01", "due": "2026-03-10", "weight_g": 2800}])") ==
          "accept, until 2026-06-30, 7 to 3, 17000 yen (2000 + 13500 + 1500), 1 coupon");
}

TEST_CASE(
    "001 III 1 (2) ② 利用料金: day care ¥3,000 or ¥500, a visit ¥2,000 or nothing, exempt households "
    "nothing") {
    CHECK(setagaya(R"("service": "day_care", "days": 1, "card": {"coupons_left": 0})") ==
          "accept, until 2026-06-30, 6 to 5, 3000 yen");
    CHECK(setagaya(R"("service": "day_care", "days": 1)") ==
          "accept, until 2026-06-30, 6 to 5, 500 yen, 1 coupon");
    CHECK(setagaya(R"("service": "outreach", "days": 1)") ==
          "accept, until 2027-02-28, 6 to 5, 0 yen, 1 coupon");
    CHECK(setagaya(R"("mother": {"household": "tax_exempt"}, "card": null)") ==
          "accept, until 2026-06-30, 7 to 5, 0 yen");
}

TEST_CASE("001 III 4 (1) 現状（クーポン券）: five coupons a mother, one a day") {
    CHECK(setagaya(R"("days": 7, "card": {"coupons_left": 5})") ==
          "accept, until 2026-06-30, 7 to 0, 19000 yen (10000 + 9000), 5 coupons");
    CHECK(setagaya(R"("days": 7, "card": {"coupons_left": 7})") ==
          "accept, until 2026-06-30, 7 to 0, 19000 yen (10000 + 9000), 5 coupons");
    CHECK(setagaya(R"("card": {"coupons_left": null})") ==
          "ask, until 2026-06-30, 7 to 5; ask card (card.coupons_left)");
}

TEST_CASE("001 III 1 (2) ③ 利用期間、利用上限日数: day care and visits share seven") {
    CHECK(setagaya(R"("service": "outreach", "days": 1,
                      "used": [{"service": "day_care", "date": "2026-03-20", "days": 6, "units": 6},
                               {"service": "short_stay", "date": "2026-04-01", "days": 7, "units": 1}])") ==
          "accept, until 2027-02-28, 1 to 0, 0 yen, 1 coupon");
    CHECK(setagaya(R"("service": "outreach", "days": 1,
                      "used": [{"service": "day_care", "date": "2026-03-20", "days": 7, "units": 7}])") ==
          "refuse, until 2027-02-28, 0 to 0, 0 yen, 1 coupon; refuse limit");
}

TEST_CASE("001 III 1 (2) ④ 利用方法: from two weeks before until 10:00 the day before") {
    CHECK(setagaya(R"("asked_at": "2026-05-09T10:00:00+09:00")") ==
          "accept, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons");
    CHECK(setagaya(R"("asked_at": "2026-05-09T10:00:01+09:00")") ==
          "refuse, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons; refuse booking_window");
    CHECK(setagaya(R"("asked_at": "2026-04-25T23:59:59+09:00")") ==
          "refuse, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons; refuse booking_window");
}

TEST_CASE(
    "001 III 1 (2) ④ 利用方法・VII 6: the ward decides, and may raise the limit of a high-need family") {
    CHECK(setagaya(R"("decision": {"granted": false})") ==
          "refuse, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons; refuse decision");
    CHECK(setagaya(R"("decision": null)") ==
          "ask, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons; ask decision (decision.granted)");
    const std::string seven_used =
        R"("mother": {"support_need": "high"},
           "used": [{"service": "short_stay", "date": "2026-03-20", "days": 7, "units": 1}], )";
    CHECK(setagaya(seven_used + R"("decision": {"extra_days": 3})") ==
          "accept, until 2026-06-30, 3 to 1, 4000 yen, 2 coupons");
    CHECK(setagaya(seven_used + R"("decision": {"extra_days": 0})") ==
          "refuse, until 2026-06-30, 0 to 0, 4000 yen, 2 coupons; refuse limit");
    CHECK(setagaya(seven_used + R"("decision": {"extra_days": null})") ==
          "ask, until 2026-06-30, 0 to 0, 4000 yen, 2 coupons; ask limit (decision.extra_days)");
}

TEST_CASE("001 V 2 対象者, 001 III 1 (2) ① 利用対象者: anxious, without enough help, in the ward") {
    CHECK(setagaya(R"("mother": {"family_support": "partial"})") ==
          "accept, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons");
    CHECK(setagaya(R"("mother": {"family_support": "enough"})") ==
          "refuse, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons; refuse need");
    CHECK(setagaya(R"("mother": {"unwell_or_anxious": false})") ==
          "refuse, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons; refuse need");
    CHECK(setagaya(R"("mother": {"resident": false})") ==
          "refuse, until 2026-06-30, 7 to 5, 4000 yen, 2 coupons; refuse residency");
    CHECK(setagaya(R"("service": "outreach", "days": 1, "mother": {"loss_on": "2026-04-15"},
                      "card": {"coupons_left": 0})") == "accept, until 2027-04-14, 6 to 5, 2000 yen");
}

TEST_CASE(
    "001 V 3 (1) 対象時期, (2) 対象時期, 001 V 3 (3) 対象時期: corrected age for stays and day care only") {
    const std::string early =
        R"(, "children": [{"born": "2026-01-05", "due": "2026-02-10", "weight_g": 2100}])";
    // Four months from the due date, 10 February.
    CHECK(setagaya(R"("service": "short_stay")" + early) ==
          "accept, until 2026-06-09, 7 to 5, 4000 yen, 2 coupons");
    // 001 V 3 (2) 対象時期
    CHECK(setagaya(R"("service": "day_care", "days": 1)" + early) ==
          "accept, until 2026-06-09, 6 to 5, 500 yen, 1 coupon");
    CHECK(setagaya(R"("service": "outreach", "days": 1)" + early) ==
          "accept, until 2027-01-04, 6 to 5, 0 yen, 1 coupon");
}

TEST_CASE("001 V 5 (3), 001 V 5 (4): an older child rides on the mother's own booking of the same days") {
    const std::string stay =
        R"("service": "sibling_short_stay", "settings": {"copay.sibling_short_stay": 1000}, )";
    CHECK(setagaya(stay +
                   R"("used": [{"service": "short_stay", "date": "2026-05-10", "days": 2, "units": 1}])") ==
          "accept, until 2026-06-30, 2000 yen");
    CHECK(setagaya(stay +
                   R"("used": [{"service": "short_stay", "date": "2026-05-11", "days": 2, "units": 1}])") ==
          "ask, until 2026-06-30, 2000 yen; ask booking_window (used)");
    CHECK(setagaya(stay + R"("used": null)") == "ask, until 2026-06-30, 2000 yen; ask booking_window (used)");
    CHECK(setagaya(stay + R"("asked_at": "2026-05-09T10:00:01+09:00", "used": null)") ==
          "refuse, until 2026-06-30, 2000 yen; refuse booking_window");
    // The mother's day care carries a sibling's day care, her stay does not; the price is the ward's to tell.
    CHECK(setagaya(R"("service": "sibling_day_care", "days": 1,
                      "used": [{"service": "day_care", "date": "2026-05-10", "days": 1, "units": 1}])") ==
          "ask, until 2026-06-30; ask setting (settings.copay.sibling_day_care)");
    CHECK(setagaya(R"("service": "sibling_day_care", "days": 1, "settings": {"copay.sibling_day_care": 0},
                      "used": [{"service": "short_stay", "date": "2026-05-10", "days": 1, "units": 1}])") ==
          "ask, until 2026-06-30, 0 yen; ask booking_window (used)");
}

TEST_CASE(
    "001 V 5 (1), 001 V 5 (2), 001 V 5 (5): a stay of 6泊7日 is seven days, and each day or visit counts "
    "one") {
    CHECK(setagaya(R"("days": 7, "card": {"coupons_left": 0})") ==
          "accept, until 2026-06-30, 7 to 0, 31500 yen");
    CHECK(setagaya(R"("days": 8, "card": {"coupons_left": 0})") ==
          "refuse, until 2026-06-30, 7 to 0, 36000 yen; refuse limit");
}
