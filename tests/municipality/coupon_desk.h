#pragma once

#include "shared/base/clock.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/office.h"
#include "tests/municipality/reply.h"

namespace sango::municipality {

/// Where the phones of users with e-coupons go from a clinic's code. Until it is set, no clinic gets one.
[[nodiscard]] Result<Done> set_coupon_address(Ledger& ledger, std::string_view address);

/// GET /v1/coupon-desk: address and secret for the clinic that asks; the secret is made at its first
/// question.
[[nodiscard]] Reply answer_coupon_desk(const Office& office, Ledger& ledger, const Clock& clock,
                                       const std::string& clinic);
/// GET /v1/coupon-desk/{clinic}/{day}/{token}: 204 where the token is this clinic's of today, else 404.
[[nodiscard]] Reply answer_token(Ledger& ledger, const Clock& clock, const std::string& clinic,
                                 std::string_view day, std::string_view token);

}  // namespace sango::municipality
