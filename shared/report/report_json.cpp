#include "shared/clinic/deemed_use.h"
#include "shared/report/implementation_report.h"

#include <nlohmann/json.hpp>

namespace sango::report {
namespace {

using Json = nlohmann::ordered_json;

Json row_json(const Row& row) {
    Json care = Json::object();
    for (const auto& [kind, count] : row.care) care[kind] = count;
    Json json = {{"use", row.use_id},
                 {"user_number", row.user_number},
                 {"service", programme::word(row.service)},
                 {"first_day", date_text(row.first_day)},
                 {"days", row.days},
                 {"units", row.units},
                 {"copay_yen", row.copay.amount()},
                 {"copay_received_yen", nullptr},
                 {"shown", row.shown},
                 {"care", std::move(care)},
                 {"state_on_arrival", nullptr},
                 {"state_on_leaving", nullptr},
                 {"follow_up", nullptr}};
    if (clinic::is_deemed(row.shown)) json["follow_up"] = false;
    if (row.left) {
        json["copay_received_yen"] = row.left->received.amount();
        json["state_on_arrival"] = clinic::word(row.left->on_arrival);
        json["state_on_leaving"] = clinic::word(row.left->on_leaving);
        json["follow_up"] = row.left->follow_up;
    }
    // Left out where there was none: most rows have none.
    if (!row.centre.empty()) json["centre"] = row.centre;
    for (const clinic::ToldIncident& one : row.told)
        json["told"].push_back({{"class", clinic::word(one.gravity)},
                                {"happened_at", instant_text(one.happened_at)},
                                {"told_at", instant_text(*one.told_at)},
                                {"told_to", one.told_to}});
    return json;
}

Json totals_json(const Totals& totals) {
    Json services = Json::object();
    for (const auto& [service, sums] : totals.by_service)
        services[std::string(programme::word(service))] = {
            {"persons", sums.persons}, {"days", sums.days}, {"units", sums.units}};
    Json json = {
        {"services", std::move(services)}, {"persons", totals.persons},          {"days", totals.days},
        {"units", totals.units},           {"copay_yen", totals.copay.amount()}, {"fee_yen", nullptr}};
    if (totals.fee) json["fee_yen"] = totals.fee->amount();
    return json;
}

}  // namespace

std::string report_json(const clinic::Clinic& clinic, const ImplementationReport& report,
                        std::string_view audit_head) {
    const auto id = clinic::setting(clinic, "clinic.id");
    Json rows = Json::array();
    for (const Row& row : report.rows) rows.push_back(row_json(row));
    const Json body = {{"clinic", id && *id ? **id : std::string()},
                       {"programme", report.programme},
                       {"month", month_text(report.month)},
                       {"revision", report.revision},
                       {"rows", std::move(rows)},
                       {"totals", totals_json(report.totals)},
                       {"audit_head", audit_head}};
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sango::report
