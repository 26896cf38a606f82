#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/yen.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::card {

/// A user card (利用者カード) is shown at every use; a coupon (電子クーポン) works once.
enum class Kind { card, coupon };

/// The household's standing towards municipal tax, which decides the copay:
/// 課税世帯, 非課税世帯, 生活保護世帯.
enum class Household { taxed, tax_exempt, welfare };

/// What a municipality says about one user on one card. Names and addresses are never on a card.
///
/// As CBOR it is a CWT claims set (RFC 8392); the label of each claim stands in brackets. Those from `k` on
/// are text keys of the map under label -70000. A day is counted from 1970-01-01.
struct Claims {
    std::string issuer;  ///< [1] municipality code, digits: "131202"
    std::string user;  ///< [2] user number (利用者番号), 1 to 64 bytes of UTF-8 without control characters
    Instant expires{};     ///< [4] the first moment at which the card no longer holds
    Instant not_before{};  ///< [5] the first moment at which it holds
    Instant issued_at{};   ///< [6]
    Bytes id;              ///< [7] cti, unique for its issuer, 1 to 64 bytes

    Kind kind = Kind::card;    ///< [k] "card" or "coupon"
    std::vector<Date> births;  ///< [b] one for each child, at most 10; empty before birth
    std::optional<Date> due;   ///< [d] expected date of birth (出産予定日)
    /// [w] birth weights in grams, 1 to 29,999, in the order of `births` and of the same length.
    std::vector<std::optional<int>> weights_g;
    std::optional<Household> household;          ///< [m] "taxed", "tax_exempt", "welfare"
    std::optional<Date> household_confirmed_on;  ///< [h]
    std::optional<Date> interview_on;            ///< [i] the municipality's interview (面談)
    std::optional<int> coupons_left;             ///< [c] 0 to 999
    std::optional<Yen> copay_per_unit;           ///< [u] 0 to 999,999 yen
    std::optional<Date> loss_on;                 ///< [l] stillbirth, miscarriage or death of the child

    bool operator==(const Claims&) const = default;
};

/// The claims set in deterministic CBOR (RFC 8949, 4.2). Missing weights are written as null, claims that
/// have no value are left out. Whatever stands in `claims` is written, also out of range.
[[nodiscard]] Bytes encode_claims(const Claims& claims);

/// The claims in `cbor`: any well-formed encoding, keys in any order, null for what is missing, keys that
/// are not listed above ignored. nullopt if a required claim (iss, sub, exp, nbf, iat, cti, k) is missing or
/// any claim has the wrong type or range. Moments may be floats if they are whole (RFC 8392, NumericDate).
[[nodiscard]] std::optional<Claims> decode_claims(BytesView cbor);

/// The name of the first field whose value could not stand on a card (see the ranges above; also
/// `expires` must be after `not_before`), as in the claims file of `sango card issue`; nullopt if all can.
[[nodiscard]] std::optional<std::string_view> wrong_field(const Claims& claims);

[[nodiscard]] std::string_view word(Kind kind);
[[nodiscard]] std::string_view word(Household household);
[[nodiscard]] std::optional<Kind> kind_of(std::string_view word);
[[nodiscard]] std::optional<Household> household_of(std::string_view word);

}  // namespace sango::card
