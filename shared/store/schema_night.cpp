#include "shared/store/schema_parts.h"

namespace sango::store {

// The night (夜間). Moments beside a look are kept twice: by the wall clock, and in milliseconds since the
// start of the machine that boot names, so that an interval goes on through a jump of the wall clock and a
// restart of the program alike.
const std::string_view kNight = R"sql(
-- Who is on duty tonight besides the watch. The newest row of a member of staff counts.
CREATE TABLE duty (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    present INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;

-- A shift handed over (申し送り). The lines are what the receiver confirmed, one by one.
CREATE TABLE handover (
    id TEXT PRIMARY KEY,
    given_by TEXT NOT NULL REFERENCES staff (id),
    received_by TEXT NOT NULL REFERENCES staff (id),
    begun_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE TABLE handover_line (
    id TEXT PRIMARY KEY,
    handover_id TEXT NOT NULL REFERENCES handover (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    words_sealed BLOB NOT NULL,
    confirmed_at INTEGER NOT NULL,
    confirmed_by TEXT NOT NULL REFERENCES staff (id),
    UNIQUE (handover_id, kind, subject)
) STRICT;
CREATE TABLE handover_done (
    handover_id TEXT PRIMARY KEY REFERENCES handover (id),
    done_at INTEGER NOT NULL,
    done_by TEXT NOT NULL
) STRICT;

-- Who watches (見守り): one named person, by her own word. The newest row counts; no watcher: nobody, and then no
-- baby may be in keeping.
CREATE TABLE watch (
    id TEXT PRIMARY KEY,
    watcher TEXT REFERENCES staff (id),
    given_by TEXT REFERENCES staff (id),
    handover_id TEXT REFERENCES handover (id),
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;

-- A baby comes into the staff's keeping (預かり) or goes back to its mother. The newest row of a child counts.
CREATE TABLE keeping (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    child_id TEXT NOT NULL REFERENCES child (id),
    kept INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX keeping_of_child ON keeping (child_id, id);

-- A look. retracted: this row takes back the one it replaces (the wrong baby was tapped).
CREATE TABLE look (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    child_id TEXT NOT NULL REFERENCES child (id),
    posture TEXT NOT NULL CHECK (posture IN ('back', 'side', 'prone', 'held')),
    colour TEXT NOT NULL CHECK (colour IN ('good', 'poor')),
    breathing TEXT NOT NULL CHECK (breathing IN ('calm', 'odd')),
    laid_down INTEGER NOT NULL,
    observed_at INTEGER NOT NULL,
    steady_ms INTEGER NOT NULL,
    boot TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    replaces TEXT UNIQUE REFERENCES look (id),
    retracted INTEGER NOT NULL,
    reason_sealed BLOB
) STRICT;
CREATE INDEX look_of_child ON look (child_id, id);

-- A baby's own interval, seconds; NULL: the clinic's again. The newest row of a child counts.
CREATE TABLE watch_interval (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    every_s INTEGER,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX watch_interval_of_child ON watch_interval (child_id, id);
)sql";

}  // namespace sango::store
