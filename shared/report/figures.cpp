#include "shared/report/figures.h"

#include "shared/clinic/questionnaire.h"
#include "shared/report/births.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace sango::report {
namespace {

using store::value;

struct CountedUse {
    std::string user_number;
    programme::Service service{};
    Date first_day{};
    int days = 0;
    int units = 0;
    std::optional<Yen> copay;
    std::optional<Date> born;
    std::optional<bool> first_time;
    int applied = 0;
    int decided = 0;
};

Result<Done> read_recorded(const clinic::Clinic& clinic, std::string_view programme, Date last,
                           std::vector<CountedUse>& uses) {
    const auto births = births_of(clinic, programme);
    if (!births) return births.error();
    return clinic.database.query(
        "SELECT m.user_number, u.service, u.first_day, u.days, u.units, u.copay, m.id FROM mother m JOIN "
        "service_use u ON u.mother_id = m.id WHERE m.programme = ?1 AND u.first_day <= ?2 AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id)",
        {value(programme), value(last)}, [&](const store::Row& row) {
            CountedUse& use = uses.emplace_back();
            use.user_number = row.text(0);
            use.service = programme::service_from(row.text(1)).value_or(programme::Service::day_care);
            use.first_day = row.date(2);
            use.days = static_cast<int>(row.integer(3));
            use.units = static_cast<int>(row.integer(4));
            use.copay = row.yen(5);
            use.born = youngest(*births, row.text(6), use.first_day);
            return true;
        });
}

Result<Done> read_earlier(const clinic::Clinic& clinic, std::string_view programme, Date last,
                          std::vector<CountedUse>& uses) {
    return clinic.database.query(
        "SELECT e.user_number, e.service, e.first_day, e.days, e.units, e.copay, e.born, e.first_time, "
        "e.applied, e.decided FROM earlier_use e WHERE e.programme = ?1 AND e.first_day <= ?2 AND NOT EXISTS "
        "(SELECT 1 FROM mother m JOIN service_use u ON u.mother_id = m.id WHERE m.programme = e.programme "
        "AND m.user_number = e.user_number AND u.service = e.service AND u.first_day = e.first_day AND NOT "
        "EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id))",
        {value(programme), value(last)}, [&](const store::Row& row) {
            CountedUse& use = uses.emplace_back();
            use.user_number = row.text(0);
            use.service = programme::service_from(row.text(1)).value_or(programme::Service::day_care);
            use.first_day = row.date(2);
            use.days = static_cast<int>(row.integer(3));
            use.units = static_cast<int>(row.integer(4));
            if (const auto yen = row.maybe_integer(5)) use.copay = Yen(*yen);
            use.born = row.maybe_date(6);
            if (const auto first = row.maybe_integer(7)) use.first_time = *first != 0;
            use.applied = static_cast<int>(row.maybe_integer(8).value_or(0));
            use.decided = static_cast<int>(row.maybe_integer(9).value_or(0));
            return true;
        });
}

void count(Counts& counts, const CountedUse& use, bool first) {
    counts.applied += use.applied;
    counts.decided += use.decided;
    if (use.days == 0) return;  // an application that led to no use
    ++counts.uses;
    counts.days += use.days;
    counts.units += use.units;
    if (use.copay)
        counts.copay += *use.copay;
    else
        ++counts.copay_unknown;
    counts.first_time += first ? 1 : 0;
    const auto age = use.born ? age_on(*use.born, use.first_day) : std::nullopt;
    if (age)
        ++counts.ages[age->months];
    else
        ++counts.age_unknown;
}

Result<std::optional<int>> number_set(const clinic::Clinic& clinic, const std::string& name) {
    const auto text = clinic::setting(clinic, name);
    if (!text) return text.error();
    if (!*text) return std::optional<int>();
    int number = 0;
    const auto [end, failed] = std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), number);
    if (failed != std::errc() || end != (*text)->data() + (*text)->size()) return std::optional<int>();
    return std::optional(number);
}

Result<std::optional<int>> capacity_of(const clinic::Clinic& clinic, std::string_view programme, Date first,
                                       Date last) {
    const std::string prefix = fmt::format("programme.{}.capacity.", programme);
    const auto places = number_set(clinic, prefix + "places");
    if (!places) return places.error();
    const auto closed = number_set(clinic, prefix + "closed_days");
    if (!closed) return closed.error();
    const int days = static_cast<int>((last - first).count()) + 1 - closed->value_or(0);
    if (!*places || **places < 1 || **places > 10'000 || days < 1 || closed->value_or(0) < 0)
        return std::optional<int>();
    return std::optional(**places * days);
}

bool fills_a_place(programme::Service service) {
    return service == programme::Service::short_stay || service == programme::Service::day_care;
}

}  // namespace

Result<Figures> figures(const clinic::Clinic& clinic, std::string_view programme, int fiscal_year) {
    Figures figures;
    for (const programme::Programme& version : clinic.programmes.all())
        if (version.id() == programme || version.code() == programme) {
            figures.programme = version.id();
            figures.programme_name = version.name();
            figures.colour = version.colour();
        }
    if (figures.programme.empty()) return programme::no_such_programme();
    if (fiscal_year < 1990 || fiscal_year > 2200)
        return error("bad_year", "年度は西暦の4けたで入れてください（例: 2023）。",
                     "The fiscal year must be a year like 2023.");
    figures.fiscal_year = fiscal_year;
    const Date first = make_date(fiscal_year, 4, 1);
    const Date last = make_date(fiscal_year + 1, 3, 31);

    std::vector<CountedUse> uses;
    if (auto read = read_recorded(clinic, figures.programme, last, uses); !read) return read.error();
    if (auto read = read_earlier(clinic, figures.programme, last, uses); !read) return read.error();
    std::ranges::stable_sort(uses, {}, &CountedUse::first_day);

    std::set<std::string_view> met;  // who had a use before
    std::set<std::string_view> persons;
    std::map<programme::Service, std::set<std::string_view>> persons_of;
    for (const CountedUse& use : uses) {
        const bool first_here = use.days > 0 && met.insert(use.user_number).second;
        if (use.first_day < first) continue;
        const bool is_first = use.first_time.value_or(first_here);
        count(figures.services[use.service], use, is_first);
        count(figures.all, use, is_first);
        if (use.days == 0) continue;
        persons.insert(use.user_number);
        persons_of[use.service].insert(use.user_number);
        if (fills_a_place(use.service)) figures.days_in_places += use.days;
    }
    figures.all.persons = static_cast<int>(persons.size());
    for (auto& [service, counts] : figures.services)
        counts.persons = static_cast<int>(persons_of[service].size());

    auto capacity = capacity_of(clinic, figures.programme, first, last);
    if (!capacity) return capacity.error();
    figures.capacity = *capacity;
    const auto shown = clinic::questionnaires_shown(clinic, figures.programme, first, last);
    if (!shown) return shown.error();
    figures.questionnaires_shown = *shown;
    const auto answered = clinic::questionnaires_answered(clinic, figures.programme, first, last);
    if (!answered) return answered.error();
    if (*answered) {
        figures.questionnaires_answered = (*answered)->answered;
        figures.answered_as_of = (*answered)->as_of;
    }
    const auto invoiced = clinic.database.integer(
        "SELECT sum(i.total) FROM invoice i WHERE i.programme = ?1 AND i.month BETWEEN ?2 AND ?3 AND NOT "
        "EXISTS "
        "(SELECT 1 FROM invoice n WHERE n.replaces = i.number)",
        {value(figures.programme), value(month_text(month_of(first))), value(month_text(month_of(last)))});
    if (!invoiced) return invoiced.error();
    if (*invoiced) figures.invoiced = Yen(**invoiced);
    return figures;
}

namespace {

std::optional<std::int64_t> rounded(std::int64_t part, std::int64_t whole, std::int64_t scale) {
    if (whole <= 0) return std::nullopt;
    return (2 * part * scale + whole) / (2 * whole);
}

}  // namespace

std::optional<std::int64_t> tenths_of_percent(std::int64_t part, std::int64_t whole) {
    return rounded(part, whole, 1'000);
}

std::string percent_text(std::int64_t tenths) {
    return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

std::optional<std::int64_t> utilisation(const Figures& figures) {
    return tenths_of_percent(figures.days_in_places, figures.capacity.value_or(0));
}

std::optional<std::int64_t> decision_rate(const Counts& counts) {
    return tenths_of_percent(counts.decided, counts.applied);
}

std::optional<std::int64_t> first_time_share(const Counts& counts) {
    return tenths_of_percent(counts.first_time, counts.uses);
}

std::optional<std::int64_t> average_uses(const Counts& counts) {
    return rounded(counts.uses, counts.persons, 100);
}

std::optional<std::int64_t> average_days(const Counts& counts) {
    return rounded(counts.days, counts.persons, 100);
}

}  // namespace sango::report
