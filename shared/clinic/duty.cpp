#include "shared/clinic/duty.h"

#include "shared/clinic/sign_in.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {

Result<Done> take_over(Clinic& clinic, std::string_view staff_id) {
    const auto asks = sign_in_needed(clinic);
    if (!asks) return asks.error();
    if (*asks)
        return error("badge_needed", "バッジをかざして交代してください。", "Show your badge to take over.");
    if (auto acts = act_as(clinic, staff_id); !acts) return acts;
    return transact(clinic, Right::screen, [&] {
        return store::note_action(clinic.database, "staff", staff_id, stamp(clinic), "take_over");
    });
}

}  // namespace sango::clinic
