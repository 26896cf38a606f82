#include "shared/clinic/incident_told.h"

#include "shared/clinic/clinic.h"

namespace sango::clinic {

using store::value;

Result<std::vector<ToldIncident>> told_incidents(const Clinic& clinic, std::string_view programme, Date first,
                                                 Date last) {
    std::vector<ToldIncident> told;
    const auto read = clinic.database.query(
        "SELECT i.subject, i.use_id, i.gravity, i.happened_at, t.told_at, t.whom FROM incident i "
        "JOIN service_use u ON u.id = i.use_id JOIN mother m ON m.id = u.mother_id "
        "LEFT JOIN incident_told t ON t.id = (SELECT min(o.id) FROM incident_told o WHERE o.incident_id = "
        "i.subject) WHERE m.programme = ?1 AND u.first_day BETWEEN ?2 AND ?3 AND NOT EXISTS "
        "(SELECT 1 FROM incident n WHERE n.replaces = i.id) AND (t.id IS NOT NULL OR i.gravity <> "
        "'near_miss') ORDER BY i.use_id, i.happened_at, i.subject",
        {value(programme), value(first), value(last)}, [&](const store::Row& row) {
            told.push_back({row.text(0), row.text(1), gravity_from(row.text(2)).value_or(Gravity::spoken),
                            row.instant(3), row.maybe_instant(4), row.maybe_text(5).value_or("")});
            return true;
        });
    if (!read) return read.error();
    return told;
}

}  // namespace sango::clinic
