#include "tests/programme/sample.h"

using namespace sango::programme;
using namespace sango::programme::sample;

TEST_CASE("Every word of the wire reads back as what it was written for, and no other word does") {
    for (int i = 0; i < kServiceCount; ++i)
        CHECK(service_from(word(static_cast<Service>(i))) == static_cast<Service>(i));
    for (const Household one : {Household::taxed, Household::tax_exempt, Household::welfare})
        CHECK(household_from(word(one)) == one);
    for (const FamilySupport one : {FamilySupport::none, FamilySupport::partial, FamilySupport::enough})
        CHECK(family_support_from(word(one)) == one);
    for (const SupportNeed one : {SupportNeed::ordinary, SupportNeed::high})
        CHECK(support_need_from(word(one)) == one);
    for (const CardKind one : {CardKind::card, CardKind::coupon}) CHECK(card_kind_from(word(one)) == one);
    CHECK(word(Outcome::refuse) == "refuse");
    CHECK_FALSE(service_from("Short_Stay"));
    CHECK_FALSE(household_from(""));
}

TEST_CASE("A service has a name in a programme that does not offer it, too") {
    CHECK(rules_of("nerima").service_name(Service::sibling_day_care).ja == "きょうだいデイケア");
    CHECK(rules_of("nerima").service_name(Service::outreach).ja == "産後ケア訪問");
    CHECK(rules_of("kashiwa").card_instruction(CardKind::card).ja.empty());
}

TEST_CASE("003 5 ※: only Minamiaso's day care and visits count started units, and its stays count nights") {
    CHECK(rules_of("minamiaso").counts_units(Service::day_care));
    CHECK(rules_of("minamiaso").counts_units(Service::outreach));
    CHECK_FALSE(rules_of("minamiaso").counts_units(Service::short_stay));
    CHECK_FALSE(rules_of("nerima").counts_units(Service::outreach));
    CHECK_FALSE(rules_of("nerima").counts_units(Service::sibling_day_care));
}

TEST_CASE("002 持参できなかった場合について: a forgotten card and a forgotten coupon each have their way") {
    const std::string told = rules_of("nerima").forgotten_card_instruction().ja;
    CHECK(told.find("母子健康手帳16ページ") != std::string::npos);
    CHECK(told.find("区に利用を報告") != std::string::npos);
    CHECK(rules_of("minamiaso").forgotten_card_instruction().ja.empty());
}
