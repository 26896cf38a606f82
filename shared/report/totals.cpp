#include "shared/report/totals.h"

#include "shared/clinic/programme_settings.h"
#include "shared/programme/rules.h"
#include "shared/report/paper_words.h"

#include <algorithm>
#include <set>

namespace sango::report {
namespace {

constexpr std::int64_t kHighestPrice = 9'999'999;

}  // namespace

std::optional<Yen> unit_price(const programme::Programme& programme, const programme::Settings& settings,
                              programme::Service service) {
    if (const auto* rules = programme.rules().service(service))
        if (rules->unit_price && !rules->unit_price->open()) return rules->unit_price->yen;
    const auto set = settings.find("unit_price." + std::string(programme::word(service)));
    if (set == settings.end() || set->second < 0 || set->second > kHighestPrice) return std::nullopt;
    return Yen(set->second);
}

int billed_count(const clinic::Clinic& clinic, std::string_view programme, const Row& row) {
    const auto* found = clinic.programmes.find(programme, row.first_day);
    if (found == nullptr) return row.days;
    const auto& service = found->rules().services[static_cast<std::size_t>(row.service)];
    if (!service) return row.days;
    switch (service->counting) {
        case programme::Counting::days:
            return row.days;
        case programme::Counting::nights:
            return std::max(1, row.days - 1);
        case programme::Counting::units:
        case programme::Counting::dates:
            return std::max(row.days, row.units);
    }
    return row.days;
}

Result<Totals> add_up(const clinic::Clinic& clinic, std::string_view programme,
                      const std::vector<Row>& rows) {
    Totals totals;
    std::set<std::string_view> persons;
    std::map<programme::Service, std::set<std::string_view>> persons_of;
    std::map<programme::Service, int> billed;
    for (const Row& row : rows) {
        ServiceTotals& service = totals.by_service[row.service];
        persons.insert(row.user_number);
        persons_of[row.service].insert(row.user_number);
        service.days += row.days;
        service.units += row.units;
        totals.days += row.days;
        totals.units += row.units;
        totals.copay += row.copay;
        billed[row.service] += billed_count(clinic, programme, row);
    }
    totals.persons = static_cast<int>(persons.size());
    for (auto& [service, sums] : totals.by_service)
        sums.persons = static_cast<int>(persons_of[service].size());

    if (rows.empty()) return totals;
    const auto* version = version_for(clinic, programme, month_of(rows.front().first_day));
    if (version == nullptr) return totals;
    const auto settings = clinic::programme_settings(clinic, programme);
    if (!settings) return settings.error();
    Yen fee;
    for (const auto& [service, count] : billed) {
        const auto price = unit_price(*version, *settings, service);
        if (!price) return totals;
        fee += *price * count;
    }
    totals.fee = fee;
    return totals;
}

}  // namespace sango::report
