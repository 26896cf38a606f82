#include "shared/store/schema_parts.h"

namespace sango::store {

const std::string_view kSettings = R"sql(
-- What became of a row of `setting`: NULL is "not set". The setting itself is state, this is what happened.
CREATE TABLE setting_change (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX setting_change_of ON setting_change (name, id);

-- A version of a programme that its municipality signed, laid over those that came with the program. message is the
-- COSE_Sign1 as it came, so that whose word it is can be shown again.
CREATE TABLE programme_file (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    code TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    message BLOB NOT NULL,
    came_from TEXT NOT NULL CHECK (came_from IN ('municipality', 'file')),
    taken_in_at INTEGER NOT NULL,
    taken_in_by TEXT NOT NULL
) STRICT;
)sql";

}  // namespace sango::store
