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
    const Programme nerima = rules_of("nerima");
    const auto told = [&](std::optional<CardKind> kind, bool after_loss) {
        return nerima.forgotten_card_instruction(kind, after_loss).ja;
    };
    const auto says = [](const std::string& text, const char* words) {
        return text.find(words) != std::string::npos;
    };
    CHECK(says(told(std::nullopt, false), "母子健康手帳16ページ"));
    CHECK(says(told(std::nullopt, false), "区に利用を報告"));
    CHECK(says(told(CardKind::card, false), "母子健康手帳16ページ"));
    CHECK_FALSE(says(told(CardKind::card, false), "区に利用を報告"));
    CHECK_FALSE(says(told(CardKind::coupon, false), "手帳"));
    CHECK(rules_of("minamiaso").forgotten_card_instruction(std::nullopt, false).ja.empty());
    CHECK(says(nerima.lost_card_instruction(false).ja, "カードは1枚"));
}

TEST_CASE(
    "after a loss what is said of a forgotten or lost card names neither handbook nor child, in any "
    "programme") {
    for (const char* id : {"nerima", "setagaya", "minamiaso", "nakano", "kashiwa"}) {
        const Programme programme = rules_of(id);
        for (const auto kind :
             {std::optional<CardKind>(), std::optional(CardKind::card), std::optional(CardKind::coupon)})
            for (const sango::Message& text :
                 {programme.forgotten_card_instruction(kind, true), programme.lost_card_instruction(true),
                  programme.questionnaire_text(true)})
                for (const char* word :
                     {"母子", "手帳", "お子さん", "赤ちゃん", "handbook", "baby", "child"}) {
                    CAPTURE(text.ja);
                    CHECK(text.ja.find(word) == std::string::npos);
                    CHECK(text.en.find(word) == std::string::npos);
                }
    }
    CHECK_FALSE(rules_of("nerima").forgotten_card_instruction(CardKind::card, true).ja.empty());
}
