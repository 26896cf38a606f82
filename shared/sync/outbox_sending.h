#pragma once

#include "shared/base/id.h"
#include "shared/clinic/clinic.h"
#include "shared/sync/delivery.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sango::sync {

/// The item that is due, of any programme among `endpoints`: the oldest that was never tried, else the one
/// whose last try lies furthest back. Parked (refused) ones are passed over, ones that wait for their next
/// try too, so that no item holds another back. Runs on the clinic thread. `pressed_at`: a person pressed
/// "send" then, so that whatever was last tried before that second is due now.
[[nodiscard]] Result<std::optional<Job>> next_job(const clinic::Clinic& clinic,
                                                  std::span<const Endpoint> endpoints,
                                                  std::optional<Instant> pressed_at = std::nullopt);

/// Writes what came of it, in one transaction. A receipt is checked against the municipality's receipt key
/// and the job first; one that does not fit counts as "later" with the reason. Waiting: random(0, min(1 h, 2
/// s * 2^n)), at least Retry-After.
[[nodiscard]] Result<Done> record_answer(clinic::Clinic& clinic, const Endpoint& endpoint, const Job& job,
                                         const Answer& answer);
[[nodiscard]] Result<Done> record_answer(clinic::Clinic& clinic, const Endpoint& endpoint, const Job& job,
                                         const Answer& answer, const Random& random);

/// No municipality makes us wait longer, and a next try that lies further ahead was set under a wrong clock
/// and is due.
inline constexpr std::chrono::hours kLongestWait{24};
/// random(0, min(1 h, 2 s * 2^tries)), raised to `retry_after` (of which at most kLongestWait counts).
[[nodiscard]] std::chrono::seconds wait_before_next(int tries,
                                                    std::optional<std::chrono::seconds> retry_after,
                                                    const Random& random);

/// A person has looked at a refused item and the municipality has mended its side: the very same bytes are
/// due again. Error: not_refused.
[[nodiscard]] Result<Done> release_refused(clinic::Clinic& clinic, std::string_view outbox_id);
/// Every refused item that still matters, oldest first.
[[nodiscard]] Result<std::vector<std::string>> refused_items(const clinic::Clinic& clinic);

/// A report of which a later revision has been closed is neither sent nor counted any more, nor is a refused
/// notice of a use that has been undone.
struct OutboxStatus {
    int waiting = 0;  ///< not yet received, refused ones not counted
    int refused = 0;
    std::optional<Instant> next_try_at;  ///< of the earliest waiting item; none: due now or nothing waits
};
[[nodiscard]] Result<OutboxStatus> outbox_status(const clinic::Clinic& clinic);

}  // namespace sango::sync
