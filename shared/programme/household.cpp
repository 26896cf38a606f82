#include "shared/programme/case.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::programme {
namespace {

/// The latest day on or before `day` on which confirmations lapse.
Date latest_lapse(const HouseholdRule::MonthDay& lapses, Date day) {
    const std::chrono::year year = std::chrono::year_month_day(day).year();
    const auto month_day = std::chrono::month(static_cast<unsigned>(lapses.month)) /
                           std::chrono::day(static_cast<unsigned>(lapses.day));
    const Date this_year(year / month_day);
    return this_year <= day ? this_year : Date((year - std::chrono::years(1)) / month_day);
}

bool listed(const HouseholdRule& rule, Household household) {
    return std::find(rule.exempt.begin(), rule.exempt.end(), household) != rule.exempt.end();
}

/// The lapse that the confirmation has to have outlived by the last day of the use, if the programme has one.
std::optional<Date> confirmed_since(const Case& at) {
    if (!at.rules.household->confirmation_lapses) return std::nullopt;
    return latest_lapse(*at.rules.household->confirmation_lapses, at.last.value_or(at.request.start));
}

}  // namespace

std::optional<bool> exempt(const Case& at) {
    if (!at.rules.household) return false;
    const Mother& mother = at.mother();
    if (!mother.household) return std::nullopt;
    if (!listed(*at.rules.household, *mother.household)) return false;
    const auto since = confirmed_since(at);
    if (since && (!mother.household_confirmed_on || *mother.household_confirmed_on < *since))
        return std::nullopt;
    return true;
}

std::optional<Reason> judge_household(const Case& at) {
    if (!at.rules.household) return std::nullopt;
    const HouseholdRule& rule = *at.rules.household;
    const Mother& mother = at.mother();
    if (!mother.household) return ask_for("household", {"mother.household"}, rule.source);
    if (!listed(rule, *mother.household))
        return reason("household", Outcome::accept,
                      {"課税世帯の利用者負担額です。", "The copay of a taxed household applies."},
                      rule.source);
    const auto since = confirmed_since(at);
    if (since && !mother.household_confirmed_on)
        return ask_for("household", {"mother.household_confirmed_on"}, rule.source);
    if (since && *mother.household_confirmed_on < *since)
        return reason(
            "household", Outcome::ask,
            {fmt::format("無償の確認が{}より前です。{}に今年度の確認をお願いしてください。",
                         era_date_text(*since), office(at).ja),
             fmt::format("The exemption was confirmed before {}; please have {} confirm this year's.",
                         english_date_text(*since), office(at).en)},
            rule.source);
    const bool welfare = *mother.household == Household::welfare;
    return reason(
        "household", Outcome::accept,
        {fmt::format("{}のため、利用者負担はありません。", welfare ? "生活保護世帯" : "住民税非課税世帯"),
         fmt::format("A {} household pays nothing.", welfare ? "welfare" : "tax-exempt")},
        rule.source);
}

}  // namespace sango::programme
