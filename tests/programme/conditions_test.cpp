// What is asked of the mother, her household, her card and her booking.

#include "tests/programme/sample.h"

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

TEST_CASE("002 利用できる方: only residents of Nerima") {
    const Programme nerima = rules_of("nerima");
    Request asked = request();
    CHECK(outcome(judge(nerima, asked), "residency") == "accept");
    asked.mother->resident = false;
    CHECK(outcome(judge(nerima, asked), "residency") == "refuse");
    asked.mother->resident.reset();
    CHECK(missing(judge(nerima, asked), "residency") == std::vector<std::string>{"mother.resident"});
}

TEST_CASE("002 転出後の利用について: from the day after moving out a use is refused") {
    const Programme nerima = rules_of("nerima");
    Request asked = request(Service::day_care, "2026-05-10");
    for (const auto& [moved, expected] :
         {std::pair{"2026-05-09", "refuse"}, std::pair{"2026-05-10", "accept"},
          std::pair{"2026-06-30", "accept"}}) {
        asked.mother->moved_out_on = day(moved);
        CHECK(outcome(judge(nerima, asked), "residency") == expected);
    }
    // On the day of the move itself it depends on what is known of that day.
    asked.settings["unit_price.day_care"] = 20000;
    asked.mother->moved_out_on = day("2026-05-10");
    CHECK(judge(nerima, asked).copay == Yen(1500));
    asked.mother->resident = false;
    CHECK(outcome(judge(nerima, asked), "residency") == "refuse");
    CHECK(judge(nerima, asked).copay == Yen(21500));
    asked = request(Service::short_stay, "2026-05-10", 2);
    asked.mother->moved_out_on = day("2026-05-10");
    CHECK(outcome(judge(nerima, asked), "residency") == "refuse");
    CHECK(find(judge(nerima, asked), "residency")->source == "002 転出後の利用について");
}

TEST_CASE("002 利用できる方, 003 3: who needs medical treatment is refused") {
    for (const char* id : {"nerima", "minamiaso", "kashiwa"}) {
        const Programme one = rules_of(id);
        Request asked = request();
        CHECK(outcome(judge(one, asked), "medical") == "accept");
        asked.mother->medical_treatment = true;
        CHECK(outcome(judge(one, asked), "medical") == "refuse");
        asked.mother.reset();
        CHECK(missing(judge(one, asked), "medical") == std::vector<std::string>{"mother.medical_treatment"});
    }
    CHECK(outcome(judge(rules_of("nakano"), request()), "medical") == "-");
}

TEST_CASE("002 ご利用できない場合について: an acute infection is refused in Nerima; 003 says nothing of it") {
    Request asked = request();
    asked.mother->acute_infection = true;
    CHECK(outcome(judge(rules_of("nerima"), asked), "infection") == "refuse");
    CHECK(outcome(judge(rules_of("minamiaso"), asked), "infection") == "-");
    asked.mother->acute_infection.reset();
    CHECK(outcome(judge(rules_of("nerima"), asked), "infection") == "ask");
}

TEST_CASE("003 3: unwell or anxious, or specially admitted") {
    const Programme minamiaso = rules_of("minamiaso");
    struct Case {
        std::optional<bool> unwell;
        std::optional<SupportNeed> need;
        const char* expected;
        std::vector<std::string> asks;
    };
    for (const Case& one :
         {Case{true, SupportNeed::ordinary, "accept", {}}, Case{true, std::nullopt, "accept", {}},
          Case{false, SupportNeed::high, "accept", {}}, Case{std::nullopt, SupportNeed::high, "accept", {}},
          Case{false, SupportNeed::ordinary, "refuse", {}},
          Case{false, std::nullopt, "ask", {"mother.support_need"}},
          Case{std::nullopt, SupportNeed::ordinary, "ask", {"mother.unwell_or_anxious"}}}) {
        Request asked = request();
        asked.mother->unwell_or_anxious = one.unwell;
        asked.mother->support_need = one.need;
        const Verdict verdict = judge(minamiaso, asked);
        CHECK(outcome(verdict, "need") == one.expected);
        CHECK(missing(verdict, "need") == one.asks);
    }
    CHECK(outcome(judge(rules_of("nerima"), request()), "need") == "-");
}

TEST_CASE("001 V 2, 004 対象者: enough help from the family rules a use out, some does not") {
    for (const char* id : {"setagaya", "kashiwa"}) {
        const Programme one = rules_of(id);
        Request asked = request();
        asked.mother->family_support = FamilySupport::partial;
        CHECK(outcome(judge(one, asked), "need") == "accept");
        asked.mother->family_support = FamilySupport::enough;
        CHECK(outcome(judge(one, asked), "need") == "refuse");
        asked.mother->family_support.reset();
        CHECK(missing(judge(one, asked), "need") == std::vector<std::string>{"mother.family_support"});
    }
    Request special = request();
    special.mother->unwell_or_anxious = false;
    special.mother->support_need = SupportNeed::high;
    CHECK(outcome(judge(rules_of("setagaya"), special), "need") == "refuse");
    CHECK(outcome(judge(rules_of("kashiwa"), special), "need") == "accept");
}

TEST_CASE("004 産後ケア事業, 新規事業予定①: need opens the door, each on its own beside the want of help") {
    const Programme kashiwa = rules_of("kashiwa");
    for (const bool unwell : {false, true})
        for (const SupportNeed need : {SupportNeed::ordinary, SupportNeed::high}) {
            Request asked = request();
            asked.mother->unwell_or_anxious = unwell;
            asked.mother->support_need = need;
            CAPTURE(unwell);
            CAPTURE(word(need));
            CHECK(outcome(judge(kashiwa, asked), "need") ==
                  (unwell || need == SupportNeed::high ? "accept" : "refuse"));
        }
}

TEST_CASE("004 新規事業予定①: the decision says which centre and person coordinate") {
    const Programme kashiwa = rules_of("kashiwa");
    const auto told = [&](const char* centre, const char* coordinator) {
        Request asked = request();
        asked.decision->centre = centre;
        asked.decision->coordinator = coordinator;
        return find(judge(kashiwa, asked), "decision")->text;
    };
    CHECK(told("南部エリア", "保健師 木下").ja ==
          "利用決定を受けた方です。担当は南部エリア（保健師 "
          "木下）です。ご利用の後は、担当のセンターに報告します。");
    CHECK(told("南部エリア", "").ja ==
          "利用決定を受けた方です。担当は南部エリアです。ご利用の後は、担当のセンターに報告します。");
    CHECK(told("", "保健師 木下").en.find("Coordinated by 保健師 木下.") != std::string::npos);
    CHECK(told("", "").ja == "利用決定を受けた方です。ご利用の後は、担当のセンターに報告します。");

    Request elsewhere = request();
    elsewhere.decision->centre = "南部エリア";
    CHECK(find(judge(rules_of("setagaya"), elsewhere), "decision")->text.ja == "利用決定を受けた方です。");
}

TEST_CASE("003 6 (1): the village decides, and a first use needs its request letter") {
    const Programme minamiaso = rules_of("minamiaso");
    struct Case {
        Decision decision;
        const char* expected;
        std::vector<std::string> asks;
    };
    const auto unknown = std::nullopt;
    for (const Case& one :
         {Case{{true, false, unknown, 0}, "accept", {}}, Case{{true, true, true, 0}, "accept", {}},
          Case{{true, true, false, 0}, "refuse", {}}, Case{{false, false, true, 0}, "refuse", {}},
          Case{{true, true, unknown, 0}, "ask", {"decision.request_letter"}},
          Case{{true, unknown, unknown, 0}, "ask", {"decision.first_use_here"}},
          Case{{true, unknown, true, 0}, "accept", {}},
          Case{{unknown, false, unknown, 0}, "ask", {"decision.granted"}}}) {
        Request asked = request();
        asked.decision = one.decision;
        const Verdict verdict = judge(minamiaso, asked);
        CHECK(outcome(verdict, "decision") == one.expected);
        CHECK(missing(verdict, "decision") == one.asks);
    }
    Request without = request();
    without.decision.reset();
    CHECK(outcome(judge(minamiaso, without), "decision") == "ask");
    CHECK(judge(rules_of("nerima"), without).verdict == Outcome::accept);
}

TEST_CASE("002 利用までの流れ 1: paper cards until the interviews of 31 March 2026, e-coupons from 1 April") {
    const Programme nerima = rules_of("nerima");
    struct Case {
        CardKind kind;
        const char* interview;
        const char* expected;
    };
    for (const Case& one :
         {Case{CardKind::card, "2026-03-31", "accept"}, Case{CardKind::coupon, "2026-04-01", "accept"},
          Case{CardKind::coupon, "2026-03-31", "refuse"}, Case{CardKind::card, "2026-04-01", "ask"}}) {
        Request asked = request();
        asked.card->kind = one.kind;
        asked.card->interview_on = day(one.interview);
        CHECK(outcome(judge(nerima, asked), "card") == one.expected);
    }
    Request without = request();
    without.card.reset();
    CHECK(missing(judge(nerima, without), "card") ==
          std::vector<std::string>{"card.kind", "card.interview_on"});
}

TEST_CASE("002 利用までの流れ 2: nothing is booked before the birth") {
    const Programme nerima = rules_of("nerima");
    Request asked = request();
    asked.asked_at = moment("2026-02-28T23:59:59+09:00");
    CHECK(outcome(judge(nerima, asked), "booking_window") == "refuse");
    asked.asked_at = moment("2026-03-01T00:00:00+09:00");
    CHECK(outcome(judge(nerima, asked), "booking_window") == "accept");
    asked.asked_at.reset();
    CHECK(missing(judge(nerima, asked), "booking_window") == std::vector<std::string>{"asked_at"});
    CHECK(outcome(judge(rules_of("minamiaso"), asked), "booking_window") == "-");
    asked = request(Service::outreach);
    asked.mother->loss_on = day("2026-05-05");
    CHECK(outcome(judge(nerima, asked), "booking_window") == "-");
}

TEST_CASE("001 III 1 (2) ④: Setagaya is asked from two weeks before until 10:00 the day before") {
    const Programme setagaya = rules_of("setagaya");
    for (const auto& [asked_at, expected] :
         {std::pair{"2026-04-25T23:59:59+09:00", "refuse"}, std::pair{"2026-04-26T00:00:00+09:00", "accept"},
          std::pair{"2026-05-09T10:00:00+09:00", "accept"}, std::pair{"2026-05-09T10:00:01+09:00", "refuse"},
          std::pair{"2026-05-09T01:00:00Z", "accept"}}) {
        Request asked = request();
        asked.asked_at = moment(asked_at);
        CHECK(outcome(judge(setagaya, asked), "booking_window") == expected);
    }
}

TEST_CASE("002 利用者負担額について: an exemption confirmed before the latest 1 July is asked about") {
    const Programme nerima = rules_of("nerima");
    struct Case {
        const char* start;
        const char* confirmed;
        const char* expected;
    };
    for (const Case& one :
         {Case{"2026-06-30", "2025-07-01", "accept"}, Case{"2026-06-30", "2025-06-30", "ask"},
          Case{"2026-07-01", "2026-06-30", "ask"}, Case{"2026-07-01", "2026-07-01", "accept"},
          Case{"2026-07-01", "2025-07-01", "ask"}, Case{"2027-01-15", "2026-07-01", "accept"}}) {
        Request asked = request(Service::day_care, one.start);
        asked.mother->household = Household::tax_exempt;
        asked.mother->household_confirmed_on = day(one.confirmed);
        const Verdict verdict = judge(nerima, asked);
        CAPTURE(one.start);
        CHECK(outcome(verdict, "household") == one.expected);
        CHECK(verdict.copay.has_value() == (std::string(one.expected) == "accept"));
    }
    // A stay into July needs July's confirmation.
    Request stay = request(Service::short_stay, "2026-06-30", 2);
    stay.mother->household = Household::welfare;
    stay.mother->household_confirmed_on = day("2025-07-01");
    CHECK(outcome(judge(nerima, stay), "household") == "ask");
}

TEST_CASE("002 利用日数 ※4: the household has to be known, and a taxed one needs no confirmation") {
    const Programme nerima = rules_of("nerima");
    Request asked = request();
    CHECK(outcome(judge(nerima, asked), "household") == "accept");
    asked.mother->household.reset();
    CHECK(missing(judge(nerima, asked), "household") == std::vector<std::string>{"mother.household"});
    CHECK_FALSE(judge(nerima, asked).copay);
    asked.mother->household = Household::tax_exempt;
    CHECK(missing(judge(nerima, asked), "household") ==
          std::vector<std::string>{"mother.household_confirmed_on"});
    CHECK(outcome(judge(rules_of("minamiaso"), asked), "household") == "-");
}

TEST_CASE("001 III 1 (2) ②: Setagaya's exempt households pay nothing, without a yearly confirmation") {
    Request asked = request();
    asked.mother->household = Household::tax_exempt;
    const Verdict verdict = judge(rules_of("setagaya"), asked);
    CHECK(outcome(verdict, "household") == "accept");
    CHECK(verdict.copay == Yen(0));
    CHECK(verdict.coupons_used == 0);
}

TEST_CASE("002 利用までの流れ 2: an orientation is the clinic's choice, unset it restricts nothing") {
    const Programme nerima = rules_of("nerima");
    Request asked = request();
    CHECK(outcome(judge(nerima, asked), "orientation") == "-");
    asked.settings["clinic.orientation"] = 1;
    CHECK(outcome(judge(nerima, asked), "orientation") == "ask");
    asked.settings["clinic.orientation_done"] = 1;
    CHECK(outcome(judge(nerima, asked), "orientation") == "accept");
    asked.settings["clinic.orientation"] = 0;
    CHECK(outcome(judge(nerima, asked), "orientation") == "-");
}

TEST_CASE("002 ご利用できない場合について: siblings do not come along in Nerima") {
    const Verdict verdict = judge(rules_of("nerima"), request(Service::sibling_day_care));
    CHECK(verdict.verdict == Outcome::refuse);
    REQUIRE(verdict.reasons.size() == 1);
    CHECK(verdict.reasons[0].source == "002 ご利用できない場合について");
    CHECK(judge(rules_of("minamiaso"), request(Service::sibling_short_stay)).verdict == Outcome::refuse);
}
