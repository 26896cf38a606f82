#pragma once

#include "shared/base/date.h"

#include <vector>

namespace sango::store {

/// Which of the backups made at these moments are no longer kept: of the newest 7 days that have any, the
/// newest 5 weeks (from Monday) and the newest 13 months, the last one of each is kept, as Japan counts days.
/// The newest of all is always kept.
[[nodiscard]] std::vector<Instant> outlived_backups(std::vector<Instant> made);

}  // namespace sango::store
