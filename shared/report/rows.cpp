#include "shared/report/rows.h"

#include "shared/clinic/deemed_use.h"
#include "shared/clinic/papers.h"
#include "shared/programme/rules.h"
#include "shared/report/user_report.h"

#include <algorithm>
#include <set>

namespace sango::report {
namespace {

Gap gap(std::string_view code, std::string_view ja, std::string_view en) {
    return {std::string(code), {std::string(ja), std::string(en)}};
}

bool comes_along(programme::Service service) {
    return service == programme::Service::sibling_short_stay ||
           service == programme::Service::sibling_day_care;
}

bool wants_stamp(const clinic::Clinic& clinic, std::string_view programme, Date day) {
    const auto* rules = clinic.programmes.find(programme, day);
    return rules != nullptr && !rules->card_instruction(programme::CardKind::card).ja.empty();
}

Result<std::set<std::string>> unstamped(const clinic::Clinic& clinic, Date first, Date last) {
    std::set<std::string> uses;
    const auto read = clinic.database.query(
        "SELECT id FROM service_use WHERE first_day BETWEEN ?1 AND ?2 AND shown = 'card' AND stamped = 0",
        {store::value(first), store::value(last)}, [&](const store::Row& row) {
            uses.insert(row.text(0));
            return true;
        });
    if (!read) return read.error();
    return uses;
}

/// Uses that have a report of their own (利用者別実施報告書).
Result<std::set<std::string>> reported(const clinic::Clinic& clinic, Date first, Date last) {
    std::set<std::string> uses;
    const auto read = clinic.database.query(
        "SELECT r.use_id FROM user_report r JOIN service_use u ON u.id = r.use_id WHERE u.first_day BETWEEN "
        "?1 AND ?2",
        {store::value(first), store::value(last)}, [&](const store::Row& row) {
            uses.insert(row.text(0));
            return true;
        });
    if (!read) return read.error();
    return uses;
}

bool has_centres(const clinic::Clinic& clinic, std::string_view programme, Date day) {
    const auto* rules = clinic.programmes.find(programme, day);
    return rules != nullptr && !rules->centres().empty();
}

void take_incidents(const std::vector<clinic::ToldIncident>& incidents, Row& row) {
    auto one = std::ranges::lower_bound(incidents, row.use_id, {}, &clinic::ToldIncident::use_id);
    for (; one != incidents.end() && one->use_id == row.use_id; ++one)
        if (one->told_at)
            row.told.push_back(*one);
        else
            row.untold = one->incident_id;
}

}  // namespace

Result<std::vector<Row>> collect_rows(const clinic::Clinic& clinic, std::string_view programme,
                                      std::chrono::year_month month) {
    const Date first = first_day(month);
    const Date last = last_day(month);
    auto uses = clinic::uses_between(clinic, programme, first, last);
    if (!uses) return uses.error();
    auto without_stamp = unstamped(clinic, first, last);
    if (!without_stamp) return without_stamp.error();

    auto with_report = reported(clinic, first, last);
    if (!with_report) return with_report.error();

    auto incidents = clinic::told_incidents(clinic, programme, first, last);
    if (!incidents) return incidents.error();

    std::vector<Row> rows;
    rows.reserve(uses->size());
    for (clinic::RecordedUse& use : *uses) {
        Row row;
        row.use_id = std::move(use.use_id);
        row.mother_id = std::move(use.mother_id);
        row.user_number = std::move(use.user_number);
        row.service = use.service;
        row.first_day = use.first_day;
        row.days = use.days;
        row.units = use.units;
        row.copay = use.copay;
        row.shown = std::move(use.shown);
        row.care = std::move(use.care);
        std::sort(row.care.begin(), row.care.end());
        row.left = use.left;
        take_incidents(*incidents, row);
        if (has_centres(clinic, programme, row.first_day)) {
            auto centre = clinic::coordinating_centre(clinic, row.mother_id, row.service, row.first_day);
            if (!centre) return centre.error();
            row.centre = std::move(*centre);
        }
        const bool came = !clinic::is_deemed(row.shown);
        if (came && !row.left)
            row.gaps.push_back(gap("no_check_out", "退所の記録なし", "No check-out recorded"));
        if (came && row.care.empty() && !comes_along(row.service))
            row.gaps.push_back(gap("no_care", "ケア記録なし", "No care noted"));
        if (without_stamp->contains(row.use_id) && wants_stamp(clinic, programme, row.first_day))
            row.gaps.push_back(
                gap("not_stamped", "利用者カードの日付・押印なし", "User card not dated and stamped"));
        if (came && row.left && !comes_along(row.service) && !with_report->contains(row.use_id) &&
            wants_user_report(clinic, programme, row.first_day))
            row.gaps.push_back(gap("no_user_report", "利用者別報告なし", "No report on this use"));
        if (!row.untold.empty())
            row.gaps.push_back(gap("not_told", "出来事をまだ自治体に伝えていません",
                                   "An incident was not told to the municipality"));
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(a.first_day, a.use_id) < std::tie(b.first_day, b.use_id);
    });
    return rows;
}

Result<Row> row_of(const clinic::Clinic& clinic, const clinic::Use& use) {
    auto rows = collect_rows(clinic, use.programme, month_of(use.first_day));
    if (!rows) return rows.error();
    const auto found = std::ranges::find(*rows, use.id, &Row::use_id);
    if (found == rows->end())
        return error("not_found", "この利用の記録が見つかりません。", "This use is not on record.");
    return std::move(*found);
}

}  // namespace sango::report
