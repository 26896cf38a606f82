#include "shared/store/schema_parts.h"

namespace sango::store {

const std::string_view kPapers = R"sql(
-- What the municipality shared of her before a use: request letter (依頼書), decision (決定通知), support plan and
-- assessment (支援計画・アセスメント). number is the municipality's own.
CREATE TABLE paper (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('request_letter', 'decision', 'support_plan', 'assessment')),
    issued_on INTEGER NOT NULL,
    title_sealed BLOB,
    text_sealed BLOB,
    service TEXT,
    first_day INTEGER,
    last_day INTEGER,
    applied_at INTEGER,
    granted INTEGER,
    extra_days INTEGER,
    received_at INTEGER NOT NULL,
    UNIQUE (mother_id, number)
) STRICT;

-- Her consent to the sharing of plan and assessment (同意), as the municipality's newest answer has it.
CREATE TABLE paper_consent (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    consent INTEGER NOT NULL,
    answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_consent_of ON paper_consent (mother_id, id);
)sql";

}  // namespace sango::store
