// What the five papers leave open or only imply, as the delivered files have it: what an office can answer,
// from which day the files answer, how long one use is.

#include "shared/programme/rules.h"
#include "tests/programme/sample.h"

#include <map>
#include <string>
#include <utility>

using namespace sango;
using namespace sango::programme;
using namespace sango::programme::sample;

TEST_CASE("What a paper leaves open can be answered from nothing to what no office would mean") {
    using Bounds = std::pair<std::int64_t, std::int64_t>;
    const Bounds copay{0, 100'000}, unit_price{0, 300'000}, uses{1, 100}, yes_no{0, 1};
    const std::map<std::string, std::map<std::string, Bounds>> expected{
        {"nerima",
         {{"unit_price.short_stay", unit_price},
          {"unit_price.day_care", unit_price},
          {"unit_price.outreach", unit_price},
          {"clinic.day_care_from_months", {0, 12}},
          {"clinic.day_care_until_months", {1, 12}},
          {"clinic.orientation", yes_no},
          {"clinic.orientation_done", yes_no}}},
        {"setagaya", {{"copay.sibling_short_stay", copay}, {"copay.sibling_day_care", copay}}},
        {"minamiaso", {}},
        {"nakano",
         {{"limit.total", uses},
          {"limit.total_multiples", uses},
          {"copay.short_stay", copay},
          {"copay.outreach", copay}}},
        {"kashiwa",
         {{"window.months", {1, 36}},
          {"limit.total", uses},
          {"copay.short_stay", copay},
          {"copay.day_care", copay},
          {"copay.outreach", copay}}}};
    for (const char* id : kProgrammeIds) {
        CAPTURE(id);
        const Programme programme = rules_of(id);
        std::map<std::string, Bounds> told;
        for (const OpenSetting& one : programme.rules().settings)
            told.emplace(one.name, Bounds{one.least, one.most});
        CHECK(told == expected.at(id));
    }
}

TEST_CASE("001 沿革: the files answer from 1 April 2021, when postpartum care came into the law") {
    for (const char* id : kProgrammeIds) {
        CAPTURE(id);
        CHECK(rules_of(id).valid_from() == day("2021-04-01"));
    }
}

TEST_CASE("002 利用日数, 003 5: a visit in Nerima takes 90 minutes, one use in Minamiaso up to two hours") {
    const auto minutes = [](const char* id, Service service) {
        return rules_of(id).rules().services[static_cast<std::size_t>(service)]->unit_minutes.value_or(0);
    };
    CHECK(minutes("nerima", Service::outreach) == 90);
    CHECK(minutes("minamiaso", Service::day_care) == 120);
    CHECK(minutes("minamiaso", Service::outreach) == 120);
}
