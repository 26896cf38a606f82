#pragma once

#include "shared/store/audit.h"
#include "shared/store/database.h"

#include <string>
#include <string_view>

namespace sango::store {

/// The one way in which rows leave: a row and everything that refers to it, however far away, found by the
/// foreign keys. Each gets a link of its own (action "erase") in the audit chain, so that what was there can
/// be told from what was torn out; what is only derived (what bookings hold) goes with it, and stands in no
/// chain. Must run inside a transaction. Returns the number of rows.
///
/// `key` is the row's one-column primary key. Errors: those of the database.
[[nodiscard]] Result<std::int64_t> erase_with_dependents(Database& database, std::string_view table,
                                                         std::string_view key, const Stamp& stamp);

}  // namespace sango::store
