#include "shared/clinic/orientation.h"

#include "shared/clinic/people.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {

using store::value;

Result<Done> record_orientation(Clinic& clinic, std::string_view mother_id) {
    return transact(clinic, Right::reception, [&]() -> Result<Done> {
        const auto mother = find_mother(clinic, mother_id);
        if (!mother) return mother.error();
        if (!*mother)
            return error("not_found", "この方の登録が見つかりません。名前で探すか、登録してください。",
                         "She is not registered here. Search by name, or register her.");
        const auto had = had_orientation(clinic, mother_id);
        if (!had) return had.error();
        if (*had) return Done{};
        const store::Stamp now = stamp(clinic);
        return store::insert(clinic.database, "orientation",
                             {{"id", value(clinic.ids.next())},
                              {"mother_id", value(mother_id)},
                              {"recorded_at", value(now.at)},
                              {"recorded_by", value(now.actor)}},
                             now, "orientation");
    });
}

Result<bool> had_orientation(const Clinic& clinic, std::string_view mother_id) {
    const auto found =
        clinic.database.integer("SELECT 1 FROM orientation WHERE mother_id = ?1", {value(mother_id)});
    if (!found) return found.error();
    return found->has_value();
}

}  // namespace sango::clinic
