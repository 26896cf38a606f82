#include "shared/clinic/booking_row.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/kept_draft.h"
#include "shared/clinic/use.h"
#include "shared/clinic/writing.h"

#include <fmt/format.h>

namespace sango::clinic {

using store::value;

Result<Done> check_out(Clinic& clinic, const CheckOut& leaving) {
    return transact(clinic, Right::reception, [&]() -> Result<Done> {
        const auto use = standing_use(clinic, leaving.use_id);
        if (!use) return use.error();
        if (use->left_at)
            return error("has_left", "この方の退所はすでに記録されています。",
                         "Her leaving has been recorded already.");
        if (leaving.received != use->copay)
            return error("copay_differs",
                         fmt::format("利用者負担額は{}です。受け取った金額を確かめてください。",
                                     yen_text_ja(use->copay)),
                         fmt::format("The copay is {}. Check the amount received.", yen_text_en(use->copay)));
        const store::Stamp now = stamp(clinic);
        // Who leaves early leaves her place to others from tomorrow on.
        const auto booking = clinic.database.text(
            "SELECT coalesce(b.root, b.id) FROM service_use u JOIN booking b ON b.id = u.booking_id WHERE "
            "u.id = ?1",
            {value(use->id)});
        if (!booking) return booking.error();
        if (*booking)
            if (auto freed = free_from(clinic, **booking, japan_date(now.at) + std::chrono::days(1)); !freed)
                return freed;
        if (auto ended = end_draft(clinic, use->id); !ended) return ended;
        return store::insert(clinic.database, "check_out",
                             {{"use_id", value(use->id)},
                              {"state_on_arrival", value(word(leaving.on_arrival))},
                              {"state_on_leaving", value(word(leaving.on_leaving))},
                              {"follow_up", value(leaving.follow_up)},
                              {"copay_received", value(leaving.received)},
                              {"left_at", value(now.at)},
                              {"checked_out_by", value(now.actor)}},
                             now, "check_out");
    });
}

}  // namespace sango::clinic
