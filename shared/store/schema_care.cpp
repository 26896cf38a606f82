#include "shared/store/schema_parts.h"

namespace sango::store {

// What belongs to the care notes beside the notes themselves.
const std::string_view kCare = R"sql(
-- Someone answered a value out of range (△): what was done about it.
CREATE TABLE mark_answer (
    id TEXT PRIMARY KEY,
    note_id TEXT NOT NULL UNIQUE REFERENCES care_note (id),
    words_sealed BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;

-- A running timer (授乳中, 睡眠中). Its start can be changed: a new row that names the one it replaces. note_id: it
-- ended with this note; without one and dropped: it was given up.
CREATE TABLE care_timer (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    child_id TEXT REFERENCES child (id),
    kind TEXT NOT NULL CHECK (kind IN ('breast', 'sleep')),
    detail TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    replaces TEXT UNIQUE REFERENCES care_timer (id)
) STRICT;
CREATE INDEX care_timer_of_use ON care_timer (use_id);
CREATE TABLE care_timer_end (
    timer_id TEXT PRIMARY KEY REFERENCES care_timer (id),
    note_id TEXT REFERENCES care_note (id),
    ended_at INTEGER NOT NULL,
    ended_by TEXT NOT NULL
) STRICT;

-- What she answered at arrival and leaving: numbers only. epds 0 to 30, item 10 0 to 3, bonding 0 to 30. called: the
-- person who came where item 10 was above 0.
CREATE TABLE mind_assessment (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    moment TEXT NOT NULL CHECK (moment IN ('arrival', 'leaving')),
    epds INTEGER CHECK (epds BETWEEN 0 AND 30),
    epds_item_10 INTEGER CHECK (epds_item_10 BETWEEN 0 AND 3),
    bonding INTEGER CHECK (bonding BETWEEN 0 AND 30),
    follow_up INTEGER NOT NULL,
    may_tell INTEGER NOT NULL,
    called TEXT REFERENCES staff (id),
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    replaces TEXT UNIQUE REFERENCES mind_assessment (id)
) STRICT;
CREATE INDEX mind_assessment_of_use ON mind_assessment (use_id);

-- Allergies were asked about (食事やミルクの前). The newest row of a use counts; what was told goes to the profile.
CREATE TABLE allergy_asked (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    any_known INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX allergy_asked_of_use ON allergy_asked (use_id);
)sql";

}  // namespace sango::store
