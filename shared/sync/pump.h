#pragma once

#include "shared/clinic/clinic.h"
#include "shared/sync/delivery.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sango::sync {

/// What became of one try.
struct Sent {
    Job job;
    Answer answer;
};
/// Told of each try once its outcome is recorded.
using Told = std::function<void(const Sent&)>;

struct SendAll {
    int accepted = 0;
    int refused = 0;
    int later = 0;  ///< tries that ended with "later"
};

/// Sends whatever is due, oldest first, until nothing is: for programs that have one thread (the command
/// line, tests). `pressed_at` as in next_job, so that each waiting item is tried once; `limit` seconds a try.
[[nodiscard]] Result<SendAll> send_all(clinic::Clinic& clinic, std::span<const Endpoint> endpoints,
                                       const Told& told, const Progress& progress = {},
                                       std::optional<Instant> pressed_at = std::nullopt,
                                       std::chrono::seconds limit = std::chrono::seconds(30));

}  // namespace sango::sync
