#include "shared/report/figures.h"

#include <fmt/format.h>

namespace sango::report {
namespace {

// Written by hand: a rate has one or two decimals, exactly, and no number here passes through floating point.

std::string decimal(const std::optional<std::int64_t>& scaled, int digits) {
    if (!scaled) return "null";
    const std::int64_t unit = digits == 1 ? 10 : 100;
    return digits == 1 ? fmt::format("{}.{}", *scaled / unit, *scaled % unit)
                       : fmt::format("{}.{:02}", *scaled / unit, *scaled % unit);
}

std::string counts_text(const Counts& counts) {
    std::string ages;
    for (const auto& [months, uses] : counts.ages)
        ages += fmt::format("{}\"{}\":{}", ages.empty() ? "" : ",", months, uses);
    return fmt::format(
        "\"persons\":{},\"days\":{},\"uses\":{},\"units\":{},\"copay_yen\":{},\"copay_unknown\":{},"
        "\"first_time\":{},\"first_time_percent\":{},\"applied\":{},\"decided\":{},"
        "\"decision_rate_percent\":{},\"ages\":{{{}}},\"age_unknown\":{},\"average_uses\":{},"
        "\"average_days\":{}",
        counts.persons, counts.days, counts.uses, counts.units, counts.copay.amount(), counts.copay_unknown,
        counts.first_time, decimal(first_time_share(counts), 1), counts.applied, counts.decided,
        decimal(decision_rate(counts), 1), ages, counts.age_unknown, decimal(average_uses(counts), 2),
        decimal(average_days(counts), 2));
}

std::string or_null(const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : "null";
}

}  // namespace

std::string figures_json(const Figures& figures) {
    std::string services;
    for (const auto& [service, counts] : figures.services)
        services += fmt::format("{}\"{}\":{{{}}}", services.empty() ? "" : ",", programme::word(service),
                                counts_text(counts));
    return fmt::format(
        "{{\"services\":{{{}}},{},\"programme\":\"{}\",\"fiscal_year\":{},\"capacity\":{},"
        "\"days_in_places\":{},\"utilisation_percent\":{},\"invoiced_yen\":{},\"questionnaires_shown\":{},"
        "\"questionnaires_answered\":{}}}"
        "\n",
        services, counts_text(figures.all), figures.programme, figures.fiscal_year, or_null(figures.capacity),
        figures.days_in_places, decimal(utilisation(figures), 1),
        or_null(figures.invoiced ? std::optional(figures.invoiced->amount()) : std::nullopt),
        figures.questionnaires_shown, or_null(figures.questionnaires_answered));
}

}  // namespace sango::report
