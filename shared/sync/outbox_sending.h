#pragma once

#include "shared/clinic/clinic.h"
#include "shared/sync/delivery.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sango::sync {

/// The oldest item that is due, of any programme among `endpoints`: parked (refused) ones are passed over,
/// ones that wait for their next try too, so that no item holds another back. Runs on the clinic thread.
/// `pressed_at`: a person pressed "send" then, so that whatever was last tried before that second is due now.
[[nodiscard]] Result<std::optional<Job>> next_job(const clinic::Clinic& clinic,
                                                  std::span<const Endpoint> endpoints,
                                                  std::optional<Instant> pressed_at = std::nullopt);

/// Writes what came of it, in one transaction. A receipt is checked against the municipality's receipt key
/// and the job first; one that does not fit counts as "later" with the reason. Waiting: random(0, min(1 h, 2
/// s * 2^n)), at least Retry-After.
[[nodiscard]] Result<Done> record_answer(clinic::Clinic& clinic, const Endpoint& endpoint, const Job& job,
                                         const Answer& answer);

struct OutboxStatus {
    int waiting = 0;  ///< not yet received, refused ones not counted
    int refused = 0;
    std::optional<Instant> next_try_at;  ///< of the earliest waiting item; none: due now or nothing waits
};
[[nodiscard]] Result<OutboxStatus> outbox_status(const clinic::Clinic& clinic);

}  // namespace sango::sync
