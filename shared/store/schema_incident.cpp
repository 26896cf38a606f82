#include "shared/store/schema_parts.h"

namespace sango::store {

// Incidents (事案) and near misses. Words about a mother are sealed under her key, those about none under the
// clinic's.
const std::string_view kIncident = R"sql(
-- What happened. A graver or milder class, or another time, is a new row that replaces this one; subject stays the id of
-- the first row.
CREATE TABLE incident (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    gravity TEXT NOT NULL CHECK (gravity IN ('near_miss', 'spoken', 'other', 'serious', 'death')),
    use_id TEXT REFERENCES service_use (id),
    child_id TEXT REFERENCES child (id),
    happened_at INTEGER NOT NULL,
    words_sealed BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    replaces TEXT UNIQUE REFERENCES incident (id)
) STRICT;
CREATE INDEX incident_of_subject ON incident (subject, id);

-- The form (様式1) as it stands; the newest row counts whole. fields_sealed: JSON, field -> text.
CREATE TABLE incident_form (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    fields_sealed BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX incident_form_of ON incident_form (incident_id, id);

-- 時系列: what was done and seen, in the order of time. retracted: takes back the row it replaces.
CREATE TABLE incident_event (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    at INTEGER NOT NULL,
    words_sealed BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    replaces TEXT UNIQUE REFERENCES incident_event (id),
    retracted INTEGER NOT NULL
) STRICT;
CREATE INDEX incident_event_of ON incident_event (incident_id, at);

-- The municipality was told by word.
CREATE TABLE incident_told (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    whom TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    told_by TEXT NOT NULL
) STRICT;
CREATE INDEX incident_told_of ON incident_told (incident_id);

-- A report (第N報): the form as it was then. outbox_id: it went to the municipality over the line, else on paper.
CREATE TABLE incident_report (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
    form_id TEXT NOT NULL REFERENCES incident_form (id),
    consent TEXT NOT NULL CHECK (consent IN ('given', 'refused', 'not_asked')),
    outbox_id TEXT REFERENCES outbox (id),
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    UNIQUE (incident_id, number)
) STRICT;

-- A drawing or document, whole and sealed.
CREATE TABLE incident_file (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    name_sealed BLOB NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    contents_sealed BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX incident_file_of ON incident_file (incident_id);

-- Nothing more is to be done.
CREATE TABLE incident_closed (
    incident_id TEXT PRIMARY KEY REFERENCES incident (id),
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL
) STRICT;
)sql";

}  // namespace sango::store
