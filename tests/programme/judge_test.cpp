#include "shared/programme/verdict_json.h"
#include "tests/programme/sample.h"

#include <algorithm>
#include <array>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

/// A stay of two days for a two-month-old in Nerima, as a request comes on the wire.
constexpr std::string_view kStay = R"({
  "programme": "nerima", "service": "short_stay", "start": "2026-05-10", "days": 2, "units": 1,
  "asked_at": "2026-05-01T09:00:00+09:00",
  "mother": { "resident": true, "moved_out_on": null, "household": "taxed", "household_confirmed_on": null,
              "medical_treatment": false, "acute_infection": false, "unwell_or_anxious": true,
              "family_support": "none", "support_need": "ordinary", "loss_on": null },
  "children": [ { "born": "2026-03-01", "due": "2026-03-10", "weight_g": 2900 } ],
  "used": [ { "service": "day_care", "date": "2026-04-20", "days": 1, "units": 1 } ],
  "card": { "kind": "coupon", "coupons_left": 5, "copay_per_unit": null, "interview_on": "2026-04-03" },
  "decision": { "granted": true, "first_use_here": false, "request_letter": true, "extra_days": 0 },
  "closed_days": [ "2026-05-09" ], "settings": {} })";

constexpr std::array<std::string_view, 12> kRuleNames{
    "residency", "window", "card",           "medical",   "infection", "need",
    "decision",  "limit",  "booking_window", "household", "setting",   "orientation"};

}  // namespace

TEST_CASE("A stay of two days in Nerima is accepted with its money, uses and deadline") {
    const auto parsed = parse_request(kStay);
    REQUIRE(parsed);
    CHECK(parsed->programme == "nerima");
    const Verdict verdict = judge(rules_of("nerima"), parsed->request);
    CHECK(verdict.verdict == Outcome::accept);
    CHECK(verdict.last_day == day("2026-06-30"));
    CHECK(verdict.remaining == Remaining{7, 5});
    CHECK(verdict.copay == Yen(7000));
    REQUIRE(verdict.lines.size() == 1);
    CHECK(verdict.lines[0].yen == Yen(7000));
    CHECK(verdict.coupons_used == 0);
    REQUIRE(verdict.cancel_by);
    CHECK(instant_text(*verdict.cancel_by) == "2026-05-08T10:00:00+09:00");
    const std::string json = verdict_json(verdict);
    CHECK(json.starts_with(
        R"({"verdict": "accept", "reasons": [{"rule": "residency", "verdict": "accept", "text": ")"));
    CHECK(json.ends_with(R"("yen": 7000}], "coupons_used": 0, "cancel_by": "2026-05-08T10:00:00+09:00"})"));
    CHECK(json.find(R"("last_day": "2026-06-30", "remaining": {"before": 7, "after": 5}, "copay_yen": 7000, )"
                    R"("lines": [{"text": ")") != std::string::npos);
}

TEST_CASE("Nerima's stay is judged by these rules and no others, each with its source") {
    const Verdict verdict = judge(rules_of("nerima"), request());
    std::vector<std::string> rules;
    for (const Reason& reason : verdict.reasons) {
        rules.push_back(reason.rule);
        CHECK(reason.source.starts_with("002 "));
        CHECK_FALSE(reason.text.ja.empty());
        CHECK_FALSE(reason.text.en.empty());
    }
    CHECK(rules == std::vector<std::string>{"residency", "window", "card", "medical", "infection", "limit",
                                            "booking_window", "household"});
}

TEST_CASE("Every answer's rule is one of the twelve, at most once") {
    for (const char* id : {"nerima", "minamiaso", "setagaya", "nakano", "kashiwa"})
        for (int i = 0; i < kServiceCount; ++i) {
            Request bare;
            bare.service = static_cast<Service>(i);
            bare.start = day("2026-05-10");
            const Verdict verdict = judge(rules_of(id), bare);
            std::vector<std::string> seen;
            for (const Reason& reason : verdict.reasons) {
                CHECK(std::find(kRuleNames.begin(), kRuleNames.end(), reason.rule) != kRuleNames.end());
                CHECK(std::find(seen.begin(), seen.end(), reason.rule) == seen.end());
                seen.push_back(reason.rule);
            }
        }
}

TEST_CASE("A request that says only programme, service and start is answered, and what lacks is named") {
    const Programme nerima = rules_of("nerima");
    Request bare;
    bare.service = Service::day_care;
    bare.start = day("2026-05-10");
    const Verdict verdict = judge(nerima, bare);
    CHECK(verdict.verdict == Outcome::ask);
    CHECK(missing(verdict, "residency") == std::vector<std::string>{"mother.resident"});
    CHECK(missing(verdict, "window") == std::vector<std::string>{"children"});
    CHECK(missing(verdict, "limit") == std::vector<std::string>{"children", "days", "used"});
    CHECK(missing(verdict, "booking_window") == std::vector<std::string>{"children", "asked_at"});
    CHECK_FALSE(verdict.last_day);
    CHECK_FALSE(verdict.remaining);
    CHECK_FALSE(verdict.copay);
    CHECK(verdict.lines.empty());
}

TEST_CASE("A field which a programme does not rule may be missing") {
    Request asked = request();
    asked.decision.reset();
    asked.units.reset();
    asked.mother->unwell_or_anxious.reset();
    asked.mother->family_support.reset();
    asked.mother->support_need.reset();
    asked.card->coupons_left.reset();
    asked.card->copay_per_unit.reset();
    CHECK(judge(rules_of("nerima"), asked).verdict == Outcome::accept);

    asked = request();
    asked.asked_at.reset();
    asked.mother->household.reset();
    asked.mother->acute_infection.reset();
    asked.mother->family_support.reset();
    asked.mother->support_need.reset();
    asked.card->kind.reset();
    asked.card->interview_on.reset();
    asked.decision->request_letter.reset();
    CHECK(judge(rules_of("minamiaso"), asked).verdict == Outcome::accept);
}

TEST_CASE("What a programme reads is asked for where it is missing") {
    struct Lack {
        const char* programme;
        const char* rule;
        void (*take)(Request&);
    };
    for (const Lack& lack : {
             Lack{"nerima", "residency", [](Request& r) { r.mother.reset(); }},
             Lack{"nerima", "window", [](Request& r) { r.children.reset(); }},
             Lack{"nerima", "window", [](Request& r) { r.children->front().born.reset(); }},
             Lack{"nerima", "window", [](Request& r) { r.days.reset(); }},
             Lack{"nerima", "card", [](Request& r) { r.card.reset(); }},
             Lack{"nerima", "card", [](Request& r) { r.card->interview_on.reset(); }},
             Lack{"nerima", "limit", [](Request& r) { r.used.reset(); }},
             Lack{"nerima", "limit", [](Request& r) { r.days.reset(); }},
             Lack{"nerima", "booking_window", [](Request& r) { r.asked_at.reset(); }},
             Lack{"minamiaso", "decision", [](Request& r) { r.decision.reset(); }},
             Lack{"minamiaso", "need", [](Request& r) { r.mother->unwell_or_anxious.reset(); }},
             Lack{"minamiaso", "card", [](Request& r) { r.card.reset(); }},
             Lack{"minamiaso", "limit", [](Request& r) { r.used.reset(); }},
         }) {
        Request asked = request();
        REQUIRE(judge(rules_of(lack.programme), asked).verdict == Outcome::accept);
        lack.take(asked);
        const Verdict verdict = judge(rules_of(lack.programme), asked);
        CHECK(verdict.verdict == Outcome::ask);
        CHECK(outcome(verdict, lack.rule) == "ask");
        CHECK_FALSE(missing(verdict, lack.rule).empty());
    }
}
