#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/card/barcode.h"
#include "shared/card/claims.h"
#include "shared/card/revocation.h"
#include "shared/card/trust.h"

#include <string_view>

namespace sango::card {

/// Why a card was not read. One reason, and never a wrong one.
enum class Failure {
    unreadable,      ///< no code found in the picture: hold it differently, or type the number
    foreign,         ///< a code, but not one of our cards
    unknown_issuer,  ///< no trusted key has the card's kid
    bad_signature,   ///< not signed by that key, or the key is not of the municipality the card names
    expired,
    not_yet_valid,
    revoked,       ///< taken back, or replaced by a reissued card
    already_used,  ///< a coupon, for the second time
    clock,         ///< this machine's time is wrong, so that nothing can be said about the card's dates
};

/// "bad_signature"; as printed by `sango card read`.
[[nodiscard]] std::string_view word(Failure failure);
/// What to do at the desk.
[[nodiscard]] Message sentence(Failure failure);

inline constexpr std::string_view kCardPrefix = "SNG1:";
inline constexpr std::size_t kMaxCardCharacters = 2'000;  ///< of the whole text
inline constexpr std::size_t kMaxCardBytes = 1'200;       ///< of the COSE message

/// Sango did not exist before this moment: a clock that shows an earlier one is wrong.
inline constexpr Instant kEarliestNow = make_date(2026, 1, 1);
/// How far an issuer's clock may run ahead of ours before ours must be the wrong one.
inline constexpr std::chrono::hours kClockTolerance{24};

/// The claims in the text of a QR code, if everything about them holds at `now`.
///
/// In this order, so that each reason is the true one:
/// - `foreign`: not our prefix, beyond the limits, or broken inside. A QR code checks itself, so what was
///   read is what was printed, and scanning again will not help.
/// - `unknown_issuer`, `bad_signature`: nothing of the payload is looked at before its signature holds. A
///   signed payload that names another municipality than the key's is `bad_signature`; one that is not a
///   card's claims set is `foreign`.
/// - `revoked`, `already_used`: true whatever the time is.
/// - `clock`: the caller does not trust the clock, it shows a time before kEarliestNow, or one more than
///   kClockTolerance before the (signed) moment of issue, which therefore has passed.
/// - `not_yet_valid`, `expired`.
[[nodiscard]] Result<Claims, Failure> read_text(std::string_view qr_text, const Trust& trust,
                                                const Revocations& revocations, Instant now,
                                                bool clock_trustworthy = true);

/// The same for a picture: `unreadable` if no code is found in it.
[[nodiscard]] Result<Claims, Failure> read_picture(const LuminanceView& picture, Effort effort,
                                                   const Trust& trust, const Revocations& revocations,
                                                   Instant now, bool clock_trustworthy = true);

}  // namespace sango::card
