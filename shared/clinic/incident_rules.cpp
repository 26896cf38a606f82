#include "shared/clinic/incident_rules.h"

#include "shared/clinic/safety_file.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

constexpr std::array<std::string_view, 5> kGravities{"near_miss", "spoken", "other", "serious", "death"};

IncidentClass read_class(programme::Fields& from) {
    IncidentClass rule;
    const std::string id = must_text(from, "id");
    const auto gravity = gravity_from(id);
    if (!gravity && !id.empty()) from.complain("id", "知らない種類です。", "is no class known.");
    rule.gravity = gravity.value_or(Gravity::near_miss);
    rule.name = from.must("name").message("name").value_or(Message{});
    rule.form = from.must("form").flag("form").value_or(false);
    if (const auto days = from.whole("first_report_days", 0, 30))
        rule.first_report_days = static_cast<int>(*days);
    if (const auto months = from.whole("second_report_months", 1, 12))
        rule.second_report_months = static_cast<int>(*months);
    rule.source = must_text(from, "source");
    return rule;
}

}  // namespace

std::string_view word(Gravity gravity) {
    return kGravities.at(static_cast<std::size_t>(gravity));
}

std::optional<Gravity> gravity_from(std::string_view word) {
    const auto at = std::ranges::find(kGravities, word);
    if (at == kGravities.end()) return std::nullopt;
    return static_cast<Gravity>(at - kGravities.begin());
}

Result<std::vector<IncidentClass>> read_incident_classes(std::string_view toml, std::string_view file_name) {
    const auto tree = programme::parse_toml(toml, file_name);
    if (!tree) return tree.error();
    programme::Complaints complaints(file_name);
    programme::Fields root(complaints, *tree, "");
    std::vector<IncidentClass> classes;
    (void)must_whole(root, "format", 1, 1);
    root.must("class").tables("class", [&](programme::Fields& from) { classes.push_back(read_class(from)); });
    root.finish();
    std::ranges::stable_sort(classes, {}, &IncidentClass::gravity);
    bool whole = classes.size() == kGravities.size();
    for (std::size_t i = 0; whole && i < classes.size(); ++i)
        whole = classes[i].gravity == static_cast<Gravity>(i);
    if (!whole && complaints.none())
        complaints.add(0, "class", "5つの種類を1つずつ書いてください。",
                       "each of the five classes is needed once.");
    if (!complaints.none()) return complaints.first();
    return classes;
}

const IncidentClass& class_of(const std::vector<IncidentClass>& classes, Gravity gravity) {
    return classes.at(static_cast<std::size_t>(gravity));
}

std::optional<Instant> report_due(const IncidentClass& rule, Instant happened_at, int number) {
    const Date day = japan_date(happened_at);
    constexpr std::chrono::seconds kLastSecond{std::chrono::hours(24) - std::chrono::seconds(1)};
    if (number == 1 && rule.first_report_days)
        return japan_instant(day + std::chrono::days(*rule.first_report_days), kLastSecond);
    if (number == 2 && rule.second_report_months)
        return japan_instant(last_day_within_months(day, *rule.second_report_months) + std::chrono::days(1),
                             kLastSecond);
    return std::nullopt;
}

}  // namespace sango::clinic
