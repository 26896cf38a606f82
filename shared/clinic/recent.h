#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/store/database.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sango::clinic {

/// What the newest links of the audit chain tell: the latest moment and the greatest id.
struct Recent {
    std::int64_t seen = 0;  ///< links up to this one have been looked at, or are older than matters
    std::optional<Instant> newest_moment;
    std::string newest_id;
};
/// From the last weeks' links that come after number `after`.
[[nodiscard]] Result<Recent> recent_links(const store::Database& database, std::int64_t after);
/// Looks at the links that have come since.
[[nodiscard]] Result<Done> catch_up(const store::Database& database, Recent& recent);

}  // namespace sango::clinic
