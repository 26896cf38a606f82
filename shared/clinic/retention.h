#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

// 保存期間: what a programme has kept long enough is erased, by two people's word.
//
// A contract's terms are the setting "contract.<programme>.ends": "2026-03-31,2027-03-31". A use belongs to
// the first term that ends on its last day or later, and is kept until
// programme::Programme::records_kept_until(that end). A mother can be erased once everything of hers is past
// that; while any use belongs to no ended term, she stays.

struct Erasable {
    std::string mother_id;
    std::string user_number;
    Date last_use{};    ///< or the day she was registered, if she never came
    Date kept_until{};  ///< the last day on which her records had to be kept
    bool held = false;  ///< under a legal hold (保全): listed, not erased
    int reports = 0;    ///< accepted reports that her number will be taken out of (redaction.h)
};
/// Who would be erased today, the longest kept first. Errors: unknown_programme, no_rule (the programme says
/// nothing of how long), no_contract (no term's end is set).
[[nodiscard]] Result<std::vector<Erasable>> erasable(const Clinic& clinic, std::string_view programme);

/// One person orders: the list as it stands now, by its digest. Returns the order's id. Error:
/// nothing_to_erase.
[[nodiscard]] Result<std::string> order_erasure(Clinic& clinic, std::string_view programme);

struct ErasureCertificate {
    std::string order_id;
    int mothers = 0;
    std::int64_t rows = 0;
    std::string list_digest;  ///< hexadecimal SHA-256 of the mothers' ids, one a line
    int reports = 0;          ///< accepted reports that their numbers were taken out of
};
/// Another person confirms: keys and rows of everyone on the list are destroyed, and what must be counted
/// (service, days, ages in full months) stays without number or name; their numbers leave the frozen reports,
/// of which the digest of what was sent stays (redaction.h). All in one transaction. The certificate
/// is a link of the audit chain. Errors: not_found, already_done, same_person, changed (the list is no longer
/// the one that was ordered).
[[nodiscard]] Result<ErasureCertificate> confirm_erasure(Clinic& clinic, std::string_view order_id);

/// A legal hold keeps an incident's records until it is lifted. `reason` is sealed. Errors: not_found,
/// no_reason, already_held / not_held.
[[nodiscard]] Result<Done> hold_records(Clinic& clinic, std::string_view mother_id, std::string_view reason);
[[nodiscard]] Result<Done> lift_hold(Clinic& clinic, std::string_view mother_id);

}  // namespace sango::clinic
