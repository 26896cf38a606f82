#pragma once

#include "shared/base/clock.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/office.h"
#include "tests/municipality/reply.h"

namespace sango::municipality {

/// So many users of the clinic answered the questionnaire (アンケート) in that month. Until any month is set,
/// the municipality reports nothing.
[[nodiscard]] Result<Done> set_questionnaire(Ledger& ledger, const std::string& clinic,
                                             std::chrono::year_month month, int answered);

/// GET /v1/questionnaire: the counts of the clinic that asks, by month.
[[nodiscard]] Reply answer_questionnaire(const Office& office, Ledger& ledger, const Clock& clock,
                                         const std::string& clinic);

}  // namespace sango::municipality
