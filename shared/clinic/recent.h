#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/store/database.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sango::clinic {

/// What the newest links of the audit chain tell: the latest moment after link number `after`, and the
/// greatest id.
struct Recent {
    std::optional<Instant> newest_moment;
    std::string newest_id;
};
[[nodiscard]] Result<Recent> recent_links(const store::Database& database, std::int64_t after);

}  // namespace sango::clinic
