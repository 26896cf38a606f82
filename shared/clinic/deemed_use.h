#pragma once

#include "shared/clinic/booking.h"

#include <string>
#include <vector>

namespace sango::clinic {

/// みなし利用: what counts as a use though nobody came, because it was cancelled too late or she sent no
/// word, where the programme says so (programme::LateCancel). It stands until it is withdrawn: when she comes
/// after all, or when the change is taken back.
struct DeemedUse {
    std::string id;
    std::string mother_id;
    std::string user_number;
    std::string why;  ///< cancelled_late, did_not_come
    programme::Service service{};
    Date first_day{};
    int days = 1;
    int units = 1;
    Yen copay{};
    int coupons_used = 0;
};
/// Whether what a use's `shown` says is that nobody came.
[[nodiscard]] inline bool is_deemed(std::string_view shown) {
    return shown == "cancelled_late" || shown == "did_not_come";
}
/// Hers, for the verdict's history.
[[nodiscard]] Result<std::vector<DeemedUse>> deemed_uses_of(const Clinic& clinic, std::string_view mother_id);
/// Of one programme, first day in the span, for the month's report.
[[nodiscard]] Result<std::vector<DeemedUse>> deemed_uses_between(const Clinic& clinic,
                                                                 std::string_view programme, Date first,
                                                                 Date last);

// Inside a transaction that is open already (booking_write.cpp, check_in.cpp):

/// What not coming to this booking comes to under its programme; nothing of it is written.
[[nodiscard]] Result<Cancelled> weigh(const Clinic& clinic, const Booking& booking, bool late);
/// Records it, if it counts, and announces it to the municipality as a use. `row_id`: the row that says so.
[[nodiscard]] Result<Done> deem_used(Clinic& clinic, const Booking& booking, std::string_view row_id,
                                     std::string_view why);
/// Withdraws what was deemed of this booking, if anything, and tells the municipality.
[[nodiscard]] Result<Done> withdraw_deemed(Clinic& clinic, std::string_view booking_id);

}  // namespace sango::clinic
