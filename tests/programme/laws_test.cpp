// What holds for every request, whatever a programme rules.

#include "shared/programme/rules.h"
#include "shared/programme/verdict_json.h"
#include "tests/programme/sample.h"

#include <algorithm>
#include <array>

#include <rapidcheck.h>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

namespace {

const Programme& any_programme() {
    static const std::vector<Programme> all = [] {
        std::vector<Programme> loaded;
        for (const char* id : kProgrammeIds) loaded.push_back(rules_of(id));
        return loaded;
    }();
    return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

template <class T>
std::optional<T> maybe(rc::Gen<T> gen) {
    return *rc::gen::weightedOneOf<int>({{8, rc::gen::just(1)}, {1, rc::gen::just(0)}}) == 1
               ? std::optional(*std::move(gen))
               : std::nullopt;
}

/// A day within a year and a half around the sample request.
rc::Gen<Date> near() {
    return rc::gen::map(rc::gen::inRange(-300, 300),
                        [](int off) { return make_date(2026, 5, 10) + std::chrono::days(off); });
}

template <class Enum>
rc::Gen<Enum> any_of(int count) {
    return rc::gen::map(rc::gen::inRange(0, count), [](int i) { return static_cast<Enum>(i); });
}

Request any_request() {
    Request asked;
    asked.service = *any_of<Service>(kServiceCount);
    asked.start = *near();
    asked.days = maybe(rc::gen::inRange(1, 10));
    asked.units = maybe(rc::gen::inRange(1, 6));
    asked.asked_at =
        maybe(rc::gen::map(near(), [](Date on) { return japan_instant(on, std::chrono::hours(9)); }));
    Mother mother;
    mother.resident = maybe(rc::gen::arbitrary<bool>());
    if (*rc::gen::inRange(0, 5) == 0) mother.moved_out_on = *near();
    mother.household = maybe(any_of<Household>(3));
    mother.household_confirmed_on = maybe(near());
    mother.medical_treatment = maybe(rc::gen::arbitrary<bool>());
    mother.acute_infection = maybe(rc::gen::arbitrary<bool>());
    mother.unwell_or_anxious = maybe(rc::gen::arbitrary<bool>());
    mother.family_support = maybe(any_of<FamilySupport>(3));
    mother.support_need = maybe(any_of<SupportNeed>(2));
    if (*rc::gen::inRange(0, 6) == 0) mother.loss_on = *near();
    asked.mother = mother;
    asked.children.emplace();
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        asked.children->push_back({maybe(near()), maybe(near()), maybe(rc::gen::inRange(1500, 3500))});
    asked.used.emplace();
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i)
        asked.used->push_back(
            {*any_of<Service>(3), *near(), *rc::gen::inRange(1, 4), *rc::gen::inRange(1, 4)});
    asked.card =
        Card{maybe(any_of<CardKind>(2)), maybe(rc::gen::inRange(0, 7)),
             maybe(rc::gen::map(rc::gen::inRange(0, 3000), [](int yen) { return Yen(yen); })), maybe(near())};
    asked.decision = Decision{maybe(rc::gen::arbitrary<bool>()), maybe(rc::gen::arbitrary<bool>()),
                              maybe(rc::gen::arbitrary<bool>()), *rc::gen::inRange(0, 3)};
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) asked.closed_days.push_back(*near());
    for (const char* name : {"limit.total", "limit.total_multiples", "window.months"})
        if (const auto answer = maybe(rc::gen::inRange(1, 15))) asked.settings[name] = *answer;
    for (const char* name : {"copay.short_stay", "copay.day_care", "copay.outreach", "unit_price.short_stay",
                             "unit_price.day_care", "unit_price.outreach"})
        if (const auto answer = maybe(rc::gen::inRange(0, 30000))) asked.settings[name] = *answer;
    return asked;
}

}  // namespace

TEST_CASE("Every verdict keeps its own sums") {
    CHECK(rc::check("sums", [] {
        const Verdict verdict = judge(any_programme(), any_request());
        Outcome worst = Outcome::accept;
        for (const Reason& reason : verdict.reasons) {
            worst = std::max(worst, reason.verdict);
            RC_ASSERT(!reason.text.ja.empty() && !reason.text.en.empty() && !reason.source.empty());
            RC_ASSERT(reason.missing.empty() || reason.verdict == Outcome::ask);
        }
        RC_ASSERT(verdict.verdict == worst);
        if (verdict.remaining) {
            RC_ASSERT(verdict.remaining->after >= 0);
            RC_ASSERT(verdict.remaining->after <= verdict.remaining->before);
        }
        Yen sum;
        for (const CopayLine& line : verdict.lines) {
            RC_ASSERT(line.yen >= Yen(0));
            sum += line.yen;
        }
        RC_ASSERT(verdict.copay.value_or(Yen(0)) == sum);
        RC_ASSERT(verdict.coupons_used >= 0);
    }));
}

TEST_CASE("The order of earlier uses and of closed days does not matter") {
    CHECK(rc::check("order", [] {
        const Programme& one = any_programme();
        const Request asked = any_request();
        Request turned = asked;
        std::reverse(turned.used->begin(), turned.used->end());
        std::reverse(turned.closed_days.begin(), turned.closed_days.end());
        if (!turned.used->empty()) {
            const auto by = *rc::gen::inRange<std::size_t>(0, turned.used->size());
            std::rotate(turned.used->begin(), turned.used->begin() + static_cast<std::ptrdiff_t>(by),
                        turned.used->end());
        }
        RC_ASSERT(verdict_json(judge(one, asked)) == verdict_json(judge(one, turned)));
    }));
}

TEST_CASE("One more earlier use never makes an answer better, nor what is left more") {
    CHECK(rc::check("uses", [] {
        const Programme& one = any_programme();
        Request asked = any_request();
        const Verdict before = judge(one, asked);
        asked.used->push_back(
            {*any_of<Service>(3), *near(), *rc::gen::inRange(1, 4), *rc::gen::inRange(1, 4)});
        const Verdict after = judge(one, asked);
        RC_ASSERT(after.verdict >= before.verdict);
        if (before.remaining && after.remaining) {
            RC_ASSERT(after.remaining->before <= before.remaining->before);
            RC_ASSERT(after.remaining->after <= before.remaining->after);
        }
    }));
}

TEST_CASE("A longer stay is never judged better, and never cheaper") {
    CHECK(rc::check("length", [] {
        const Programme& one = any_programme();
        Request asked = any_request();
        asked.days = *rc::gen::inRange(1, 10);
        const Verdict shorter = judge(one, asked);
        ++*asked.days;
        const Verdict longer = judge(one, asked);
        RC_ASSERT(longer.verdict >= shorter.verdict);
        if (shorter.copay && longer.copay) RC_ASSERT(*longer.copay >= *shorter.copay);
    }));
}

TEST_CASE("Forgetting one fact of an accepted request never turns it into a refusal") {
    CHECK(rc::check("forgetting", [] {
        const Programme nerima_or = any_programme();
        Request asked = request(*any_of<Service>(3));
        asked.settings = {{"limit.total", 10},
                          {"copay.short_stay", 1},
                          {"copay.day_care", 1},
                          {"copay.outreach", 1},
                          {"window.months", 12}};
        asked.asked_at = moment("2026-05-09T09:00:00+09:00");
        RC_PRE(judge(nerima_or, asked).verdict == Outcome::accept);
        switch (*rc::gen::inRange(0, 16)) {
            case 0:
                asked.mother.reset();
                break;
            case 1:
                asked.children.reset();
                break;
            case 2:
                asked.used.reset();
                break;
            case 3:
                asked.card.reset();
                break;
            case 4:
                asked.decision.reset();
                break;
            case 5:
                asked.asked_at.reset();
                break;
            case 6:
                asked.days.reset();
                break;
            case 7:
                asked.units.reset();
                break;
            case 8:
                asked.mother->household.reset();
                break;
            case 9:
                asked.mother->unwell_or_anxious.reset();
                break;
            case 10:
                asked.mother->family_support.reset();
                break;
            case 11:
                asked.children->front().due.reset();
                break;
            case 12:
                asked.children->front().weight_g.reset();
                break;
            case 13:
                asked.children->front().born.reset();
                break;
            case 14:
                asked.settings.clear();
                break;
            default:
                asked.card->coupons_left.reset();
                break;
        }
        RC_ASSERT(judge(nerima_or, asked).verdict != Outcome::refuse);
    }));
}

TEST_CASE("After a loss no sentence speaks of a child or a birth") {
    CHECK(rc::check("loss", [] {
        const Programme& one = any_programme();
        Request asked = any_request();
        asked.mother->loss_on = *near();
        const Verdict verdict = judge(one, asked);
        const auto check = [](const Message& text) {
            for (const char* word :
                 {"お子", "子ども", "赤ちゃん", "出産", "育児", "妊婦", "多胎", "月齢", "きょうだい"})
                RC_ASSERT(text.ja.find(word) == std::string::npos);
            for (const char* word : {"child", "baby", "babies", "birth", "pregnan", "corrected"})
                RC_ASSERT(text.en.find(word) == std::string::npos);
        };
        for (const Reason& reason : verdict.reasons) check(reason.text);
        for (const CopayLine& line : verdict.lines) check(line.text);
        if (asked.service != Service::outreach) RC_ASSERT(verdict.verdict == Outcome::refuse);
    }));
}

TEST_CASE("A window shifts with the birth: a day later is judged as a day earlier was") {
    CHECK(rc::check("window", [] {
        const Date born = *near();
        const int months = *rc::gen::inRange(1, 13);
        const Date last = last_day_within_months(born, months);
        RC_ASSERT(last > born);
        RC_ASSERT(last_day_within_months(born + std::chrono::days(1), months) >= last);
        RC_ASSERT(age_on(born, last)->months == months - 1);
        RC_ASSERT(age_on(born, last + std::chrono::days(1))->months == months);
    }));
}
