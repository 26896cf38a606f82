#pragma once

#include "shared/store/audit.h"

#include <string>

namespace sango::test {

inline constexpr Instant kNow{std::chrono::seconds(1'795'237'500)};
inline constexpr store::Stamp kStamp{kNow, "system"};

inline Result<Done> add_staff(store::Database& database, const std::string& id) {
    using store::value;
    return store::insert(
        database, "staff",
        {{"id", value(id)}, {"name", value("佐藤 美咲")}, {"role", value("desk")}, {"added_at", value(kNow)}},
        kStamp, "add_staff");
}

}  // namespace sango::test
