#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <string_view>

namespace sango::clinic {

// バッジ: a printed code that says who is about to type a PIN, the first of the two factors. "SNGB1:" and
// Base45 of a COSE_Sign1 message (content type application/sango-badge) over CBOR {1: clinic.id, 2: staff id,
// 7: badge id}, signed under a key of the clinic's own key: a badge outlives a restored backup, and no other
// clinic's opens anything here.

inline constexpr std::string_view kBadgePrefix = "SNGB1:";

/// A new badge for her; older ones of hers are void. The text of its code. Errors: not_found, and those of
/// require(Right::staff).
[[nodiscard]] Result<std::string> issue_badge(Clinic& clinic, std::string_view staff_id);

/// Whose badge it is. Errors: bad_badge (not of this clinic, or not to be read), old_badge (a newer one was
/// printed), not_found (she is no longer of the staff).
[[nodiscard]] Result<Staff> badge_holder(const Clinic& clinic, std::string_view text);

}  // namespace sango::clinic
