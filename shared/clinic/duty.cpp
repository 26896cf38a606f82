#include "shared/clinic/duty.h"

#include "shared/clinic/writing.h"

namespace sango::clinic {

Result<Done> take_over(Clinic& clinic, std::string_view staff_id) {
    if (auto acts = act_as(clinic, staff_id); !acts) return acts;
    return transact(clinic, [&] {
        return store::note_action(clinic.database, "staff", staff_id, stamp(clinic), "take_over");
    });
}

}  // namespace sango::clinic
