#pragma once

#include "shared/clinic/clinic.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace sango::clinic {

// A frozen report (実施報告書) names its users by number. When a mother's retention has ended, her number
// leaves it too:
// - Of a report that the municipality accepted the text as it was sent is erased. What stays is the same text
//   with her rows cut down to what must be counted (service, days, units, copay), a word that is not her
//   number in its place, and the digest of what was sent. The receipt names that digest, so it still proves
//   what it proved; what was sent is with the municipality.
// - Anything else that names her (a report that was refused or never sent, an incident's report, a lost card)
//   goes whole, with its tries and, where there is one, its receipt.

struct Redaction {
    int reports = 0;        ///< accepted reports that her number was taken out of
    std::int64_t rows = 0;  ///< rows erased by it
};
/// Inside the transaction that erases the mothers who have these numbers.
[[nodiscard]] Result<Redaction> redact_outbox(Clinic& clinic, std::string_view programme,
                                              const std::set<std::string>& user_numbers);

/// How many accepted reports name each user number.
[[nodiscard]] Result<std::map<std::string, int>> accepted_reports_of(const Clinic& clinic,
                                                                     std::string_view programme);

}  // namespace sango::clinic
