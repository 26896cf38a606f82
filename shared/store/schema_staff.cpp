#include "shared/store/schema_parts.h"

namespace sango::store {

// Who may sign in (サインイン) and who did. A PIN opens nothing by itself: keys come from the device secret.
const std::string_view kStaff = R"sql(
-- Someone who is no longer of the staff. What they did stays theirs.
CREATE TABLE staff_end (
    staff_id TEXT PRIMARY KEY REFERENCES staff (id),
    ended_at INTEGER NOT NULL,
    ended_by TEXT NOT NULL
) STRICT;

-- A PIN (暗証番号) as its Argon2id hash. The newest row of a member of staff counts.
CREATE TABLE staff_pin (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    set_by TEXT NOT NULL
) STRICT;
CREATE INDEX staff_pin_of ON staff_pin (staff_id, id);

-- A badge (バッジ) that was printed. Only the newest of a member of staff is taken.
CREATE TABLE staff_badge (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    issued_at INTEGER NOT NULL,
    issued_by TEXT NOT NULL
) STRICT;
CREATE INDEX staff_badge_of ON staff_badge (staff_id, id);

-- Each try to sign in. emergency: without badge and PIN, with a reason.
CREATE TABLE sign_in (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('opened', 'wrong_pin', 'emergency')),
    reason_sealed BLOB,
    at INTEGER NOT NULL,
    CHECK ((outcome = 'emergency') = (reason_sealed IS NOT NULL))
) STRICT;
CREATE INDEX sign_in_of ON sign_in (staff_id, id);

-- A manager has read why.
CREATE TABLE emergency_seen (
    sign_in_id TEXT PRIMARY KEY REFERENCES sign_in (id),
    seen_at INTEGER NOT NULL,
    seen_by TEXT NOT NULL
) STRICT;
)sql";

}  // namespace sango::store
