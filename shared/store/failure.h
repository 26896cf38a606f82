#pragma once

#include "shared/base/result.h"

struct sqlite3;

namespace sango::store {

/// SQLite's extended result code as an error of ours (codes: see Database). Never holds SQLite's own text,
/// which may quote data.
[[nodiscard]] Error failure(int sqlite_code);
/// The same for the last call on this connection.
[[nodiscard]] Error failure(sqlite3* database);

}  // namespace sango::store
