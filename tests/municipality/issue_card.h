#pragma once

#include "shared/card/claims.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/office.h"

#include <optional>
#include <string>

namespace sango::municipality {

/// What the counter is asked for. Births, due date, weights, household and loss come from the roster.
struct CardRequest {
    std::string user;
    card::Kind kind = card::Kind::card;
    Instant at{};
    int valid_days = 365;
    std::optional<Date> interview_on;
    std::optional<int> coupons_left;
    std::optional<Yen> copay_per_unit;
};

/// The text of the card's QR code. Errors: unknown_user, and those of card::issue.
[[nodiscard]] Result<std::string> issue_card(const Office& office, Ledger& ledger, const CardRequest& request,
                                             const Random& random);

}  // namespace sango::municipality
