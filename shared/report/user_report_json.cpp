#include "shared/report/user_report.h"

#include <nlohmann/json.hpp>

namespace sango::report {

std::string user_report_json(std::string_view clinic_id, std::string_view programme, const Row& row,
                             const UserReport& report) {
    using Json = nlohmann::ordered_json;
    Json care = Json::object();
    for (const auto& [kind, count] : row.care) care[kind] = count;
    Json body = {{"clinic", clinic_id},
                 {"programme", programme},
                 {"use", report.use_id},
                 {"revision", report.revision},
                 {"user_number", row.user_number},
                 {"service", programme::word(row.service)},
                 {"first_day", date_text(row.first_day)},
                 {"days", row.days},
                 {"units", row.units},
                 {"care", std::move(care)},
                 {"state_on_arrival", nullptr},
                 {"state_on_leaving", nullptr},
                 {"follow_up", nullptr},
                 {"consent", report.consent},
                 {"urgent", report.urgent},
                 {"remarks", report.remarks},
                 {"written_at", instant_text(report.written_at)}};
    if (row.left) {
        body["state_on_arrival"] = clinic::word(row.left->on_arrival);
        body["state_on_leaving"] = clinic::word(row.left->on_leaving);
        body["follow_up"] = row.left->follow_up;
    }
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sango::report
