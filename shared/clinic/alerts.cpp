#include "shared/clinic/alerts.h"

#include "shared/clinic/writing.h"

namespace sango::clinic {

using store::value;

std::string_view word(Alert alert) {
    switch (alert) {
        case Alert::allergy:
            return "allergy";
        case Alert::follow_up:
            return "follow_up";
        case Alert::support:
            return "support";
    }
    return "";
}

std::optional<Alert> alert_from(std::string_view text) {
    for (const Alert alert : {Alert::allergy, Alert::follow_up, Alert::support})
        if (word(alert) == text) return alert;
    return std::nullopt;
}

std::set<Alert> alerts_of(const Mother& mother) {
    std::set<Alert> alerts;
    if (!mother.allergies.empty()) alerts.insert(Alert::allergy);
    if (!mother.follow_up.empty() || mother.follow_up_on) alerts.insert(Alert::follow_up);
    if (mother.facts.support_need == programme::SupportNeed::high) alerts.insert(Alert::support);
    return alerts;
}

Result<Done> see_alert(Clinic& clinic, std::string_view mother_id, Alert alert) {
    return transact(clinic, Right::reception, [&]() -> Result<Done> {
        const auto profile = clinic.database.text("SELECT max(id) FROM mother_profile WHERE mother_id = ?1",
                                                  {value(mother_id)});
        if (!profile) return profile.error();
        if (!*profile || (*profile)->empty())
            return error("not_found", "この方の登録が見つかりません。名前で探すか、登録してください。",
                         "She is not registered here. Search by name, or register her.");
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "alert_seen",
                             {{"id", value(clinic.ids.next())},
                              {"mother_id", value(mother_id)},
                              {"alert", value(word(alert))},
                              {"profile_id", value(**profile)},
                              {"seen_at", value(now.at)},
                              {"seen_by", value(now.actor)}},
                             now, "see_alert");
    });
}

Result<std::set<Alert>> alerts_seen_today(const Clinic& clinic, std::string_view mother_id) {
    std::set<Alert> seen;
    const Date today = japan_date(clinic.clock.now());
    const auto read = clinic.database.query(
        "SELECT DISTINCT alert FROM alert_seen WHERE mother_id = ?1 AND seen_at >= ?2 AND profile_id = "
        "(SELECT max(id) FROM mother_profile WHERE mother_id = ?1)",
        {value(mother_id), value(japan_instant(today, std::chrono::seconds(0)))}, [&](const store::Row& row) {
            if (const auto alert = alert_from(row.text(0))) seen.insert(*alert);
            return true;
        });
    if (!read) return read.error();
    return seen;
}

}  // namespace sango::clinic
