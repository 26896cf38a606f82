#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

std::int64_t copay(const Programme& one, const Request& asked) {
    const Verdict verdict = judge(one, asked);
    REQUIRE(verdict.copay);
    return verdict.copay->amount();
}

}  // namespace

TEST_CASE("002 利用日数: a short stay is ¥7,000 for 1泊2日 and ¥3,500 for each further day") {
    const Programme nerima = rules_of("nerima");
    CHECK(copay(nerima, request(Service::short_stay, "2026-05-10", 2)) == 7000);
    CHECK(copay(nerima, request(Service::short_stay, "2026-05-10", 3)) == 10500);
    CHECK(copay(nerima, request(Service::short_stay, "2026-05-10", 7)) == 24500);
    const Verdict three = judge(nerima, request(Service::short_stay, "2026-05-10", 3));
    REQUIRE(three.lines.size() == 2);
    CHECK(three.lines[0].yen == Yen(7000));
    CHECK(three.lines[1].yen == Yen(3500));
}

TEST_CASE("002 利用日数: day care is ¥1,500 a day, a visit ¥500, twins or not") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::day_care);
    CHECK(copay(nerima, asked) == 1500);
    asked.days = 2;
    CHECK(copay(nerima, asked) == 3000);
    asked.children->push_back(asked.children->front());
    CHECK(copay(nerima, asked) == 3000);
    CHECK(copay(nerima, request(Service::outreach)) == 500);
    CHECK(judge(nerima, asked).coupons_used == 0);  // an e-coupon counts uses, it is not money
}

TEST_CASE("002 利用日数 ※4: exempt and welfare households pay nothing once confirmed") {
    const Programme nerima = rules_of("nerima");
    for (const Household household : {Household::tax_exempt, Household::welfare}) {
        Request asked = request();
        asked.mother->household = household;
        CHECK(judge(nerima, asked).copay == std::nullopt);
        asked.mother->household_confirmed_on = day("2026-04-01");
        const Verdict verdict = judge(nerima, asked);
        CHECK(verdict.copay == Yen(0));
        REQUIRE(verdict.lines.size() == 1);
        CHECK(verdict.lines[0].yen == Yen(0));
    }
}

TEST_CASE("002 利用回数について: a use beyond the limit costs copay and unit price") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::day_care);
    asked.used = {use(Service::day_care, "2026-03-10", 12)};
    CHECK(judge(nerima, asked).copay == std::nullopt);
    CHECK(missing(judge(nerima, asked), "setting") ==
          std::vector<std::string>{"settings.unit_price.day_care"});
    asked.settings["unit_price.day_care"] = 20000;
    CHECK(copay(nerima, asked) == 21500);
    CHECK(judge(nerima, asked).verdict == Outcome::refuse);
    // The subsidy that ends there is what made it free.
    asked.mother->household = Household::welfare;
    asked.mother->household_confirmed_on = day("2026-04-01");
    CHECK(copay(nerima, asked) == 21500);
}

TEST_CASE("002 利用回数について: only the days beyond the limit are at the whole price") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::short_stay, "2026-05-10", 4);
    asked.used = {use(Service::short_stay, "2026-04-01", 6)};
    asked.settings["unit_price.short_stay"] = 30000;
    CHECK(copay(nerima, asked) == 7000 + 2 * 3500 + 3 * 30000);
    asked.mother->household = Household::tax_exempt;
    asked.mother->household_confirmed_on = day("2026-04-01");
    CHECK(copay(nerima, asked) == 2 * 3500 + 3 * 30000);  // the first day, ¥7,000, is waived
}

TEST_CASE("002 転出後の利用について: the days after moving out are at the whole price") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::short_stay, "2026-05-10", 3);
    asked.settings["unit_price.short_stay"] = 30000;
    asked.mother->moved_out_on = day("2026-05-01");
    CHECK(copay(nerima, asked) == 10500 + 3 * 30000);
    asked.mother->moved_out_on = day("2026-05-11");
    CHECK(copay(nerima, asked) == 10500 + 30000);
    asked.mother->moved_out_on = day("2026-05-12");
    CHECK(copay(nerima, asked) == 10500);
}

TEST_CASE("003 5 ※: Minamiaso's copay counts every started two hours at the certificate's price") {
    const Programme minamiaso = rules_of("minamiaso");
    Request asked = request(Service::day_care);
    asked.units = 3;  // six hours
    CHECK(copay(minamiaso, asked) == 1800);
    asked.service = Service::outreach;
    asked.units = 1;
    CHECK(copay(minamiaso, asked) == 600);
    CHECK(copay(minamiaso, request(Service::short_stay, "2026-05-10", 2)) == 600);
    CHECK(copay(minamiaso, request(Service::short_stay, "2026-05-10", 4)) == 1800);
    asked.card->copay_per_unit = Yen(0);
    CHECK(copay(minamiaso, asked) == 0);
}

TEST_CASE("003 6 (2): a copay missing from the certificate is asked for") {
    const Programme minamiaso = rules_of("minamiaso");
    Request asked = request(Service::day_care);
    asked.card->copay_per_unit.reset();
    asked.units.reset();
    const Verdict verdict = judge(minamiaso, asked);
    CHECK_FALSE(verdict.copay);
    CHECK(missing(verdict, "card") == std::vector<std::string>{"card.copay_per_unit", "units"});
}

TEST_CASE("001 III 1 (2) ②: Setagaya's prices without and with coupons, and what multiples add") {
    const Programme setagaya = rules_of("setagaya");
    struct Price {
        Service service;
        int coupons;
        std::int64_t one;
        std::int64_t twins;
    };
    for (const Price& price :
         {Price{Service::short_stay, 0, 4500, 5000}, Price{Service::short_stay, 5, 2000, 2000},
          Price{Service::day_care, 0, 3000, 3250}, Price{Service::day_care, 5, 500, 500},
          Price{Service::outreach, 0, 2000, 2200}, Price{Service::outreach, 5, 0, 0}}) {
        Request asked = request(price.service, "2026-05-10", 1);
        asked.card->coupons_left = price.coupons;
        CHECK(copay(setagaya, asked) == price.one);
        CHECK(judge(setagaya, asked).coupons_used == (price.coupons > 0 ? 1 : 0));
        asked.children->push_back(asked.children->front());
        CHECK(copay(setagaya, asked) == price.twins);
    }
}

TEST_CASE("001 III 4 (1): one coupon a day while they last, five a mother at most") {
    const Programme setagaya = rules_of("setagaya");
    Request asked = request(Service::short_stay, "2026-05-10", 3);
    asked.card->coupons_left = 2;
    CHECK(copay(setagaya, asked) == 2 * 2000 + 4500);
    CHECK(judge(setagaya, asked).coupons_used == 2);
    asked.days = 7;
    asked.card->coupons_left = 9;
    CHECK(judge(setagaya, asked).coupons_used == 5);
    asked.card->coupons_left.reset();
    CHECK(missing(judge(setagaya, asked), "card") == std::vector<std::string>{"card.coupons_left"});
    asked.mother->household = Household::tax_exempt;
    CHECK(copay(setagaya, asked) == 0);
    CHECK(outcome(judge(setagaya, asked), "card") == "accept");
}

TEST_CASE("000 1: Nakano's day care is ¥1,000, its other prices are settings") {
    const Programme nakano = rules_of("nakano");
    Request asked = request(Service::day_care);
    asked.settings["limit.total"] = 10;
    CHECK(copay(nakano, asked) == 1000);
    asked.service = Service::short_stay;
    CHECK(missing(judge(nakano, asked), "setting") == std::vector<std::string>{"settings.copay.short_stay"});
    asked.settings["copay.short_stay"] = 3000;
    asked.days = 2;
    CHECK(copay(nakano, asked) == 6000);
    CHECK(judge(nakano, asked).verdict == Outcome::accept);
}
