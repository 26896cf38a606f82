#include "shared/report/totals.h"

#include "shared/programme/rules.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace sango::report {
namespace {

constexpr std::int64_t kHighestPrice = 9'999'999;

Result<std::optional<Yen>> unit_price(const clinic::Clinic& clinic, std::string_view programme,
                                      programme::Service service) {
    auto set = clinic::setting(clinic, "programme." + std::string(programme) + ".unit_price." +
                                           std::string(programme::word(service)));
    if (!set) return set.error();
    if (!*set) return std::optional<Yen>();
    std::int64_t yen = -1;
    const std::string& text = **set;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), yen);
    if (failed != std::errc() || end != text.data() + text.size() || yen < 0 || yen > kHighestPrice)
        return std::optional<Yen>();
    return std::optional(Yen(yen));
}

}  // namespace

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

    Yen fee;
    for (const auto& [service, count] : billed) {
        auto price = unit_price(clinic, programme, service);
        if (!price) return price.error();
        if (!*price) return totals;
        fee += **price * count;
    }
    if (!rows.empty()) totals.fee = fee;
    return totals;
}

}  // namespace sango::report
