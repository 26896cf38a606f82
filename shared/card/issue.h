#pragma once

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/card/claims.h"
#include "shared/card/keys.h"

#include <string>
#include <string_view>

namespace sango::card {

/// The text of a card's QR code ("SNG1:..."), signed by the municipality's key. Errors: `bad_claims` (names
/// the field that cannot stand on a card), `card_too_large`.
[[nodiscard]] Result<std::string> issue(const Claims& claims, const PrivateKey& key);

/// Claims written as JSON, in either of two forms:
/// - by name: "issuer", "user", "expires", "not_before", "issued_at" (RFC 3339 with offset, or whole
///   seconds since 1970), "id" (hexadecimal; 16 random bytes if left out), "kind", "births", "due"
///   ("2026-05-10", or whole days since 1970), "weights_g", "household", "household_confirmed_on",
///   "interview_on", "coupons_left", "copay_per_unit", "loss_on";
/// - by label: "1", "2", "4", "5", "6", "7" and "-70000": {"k", "b", "d", "w", "m", "h", "i", "c", "u", "l"}.
/// Required: issuer, user, expires. issued_at is `now`, not_before is issued_at and kind is "card" if left
/// out. What has no value may be null or left out. Unknown members are refused. Error: `bad_claims` naming
/// the field.
[[nodiscard]] Result<Claims> parse_claims(std::string_view json, const Random& random, Instant now);

/// The claims by name on one line, every field, null where there is no value; opened by {"ok":true, as
/// `sango card read` prints it.
[[nodiscard]] std::string claims_line(const Claims& claims);

}  // namespace sango::card
