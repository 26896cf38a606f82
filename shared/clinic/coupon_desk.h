#pragma once

#include "shared/base/bytes.h"
#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <string_view>

namespace sango::clinic {

/// What a municipality gave this clinic for its own code (施設の二次元コード) that the phones of users with
/// e-coupons read.
struct CouponDesk {
    std::string address;  ///< "https://...", no slash at the end
    Bytes secret;         ///< card::kDaySecretBytes
    Instant answered_at{};
};
/// Keeps the newest answer; where nothing is new nothing is written.
[[nodiscard]] Result<Done> keep_coupon_desk(Clinic& clinic, std::string_view programme,
                                            const CouponDesk& desk);
/// The text of today's code; none while the municipality has given nothing, or the clock is not believed.
[[nodiscard]] Result<std::optional<std::string>> coupon_code(const Clinic& clinic,
                                                             std::string_view programme);

}  // namespace sango::clinic
