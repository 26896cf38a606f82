#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/card/keys.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace sango::card {

struct Claims;

/// What one municipality has taken back.
struct IssuerRevocations {
    std::set<Digest> cards;  ///< SHA-256 of the cti of each revoked card or coupon
    std::map<std::string, Instant>
        issued_before;              ///< user -> cards issued before this no longer hold (reissue)
    std::set<Digest> used_coupons;  ///< SHA-256 of the cti of each coupon that has been used

    bool operator==(const IssuerRevocations&) const = default;
};

struct Revocations {
    std::map<std::string, IssuerRevocations, std::less<>> by_issuer;  ///< by municipality code

    bool operator==(const Revocations&) const = default;
};

[[nodiscard]] bool is_revoked(const Revocations& list, const Claims& claims);
/// Only coupons are ever used up.
[[nodiscard]] bool is_used(const Revocations& list, const Claims& claims);
void mark_used(Revocations& list, const Claims& coupon);

/// The file form, by municipality code (SHA-256 in 64 hexadecimal digits):
///   {"131202": {"cards": ["<sha-256 of cti>"],
///               "issued_before": {"N-4821-7": "2026-05-01T00:00:00+09:00"},
///               "used_coupons": ["<sha-256 of cti>"]}}
/// Every member may be left out; an unknown one is an error. Error: `bad_revocations` naming the place.
[[nodiscard]] Result<Revocations> parse_revocations(std::string_view json);
[[nodiscard]] std::string revocations_text(const Revocations& list);

}  // namespace sango::card
