#pragma once

#include "shared/base/clock.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/office.h"
#include "tests/municipality/reply.h"

namespace sango::municipality {

/// What a clinic may ask: GET /v1/roster, /v1/users/{number}/uses, /v1/revocations.
[[nodiscard]] Reply answer_roster(const Office& office, Ledger& ledger, const Clock& clock);
[[nodiscard]] Reply answer_uses(Ledger& ledger, const Clock& clock, std::string_view user_number);
[[nodiscard]] Reply answer_revocations(const Office& office, Ledger& ledger, const Clock& clock);

}  // namespace sango::municipality
