#include "shared/store/schema_parts.h"

namespace sango::store {

// Month's end. Earlier uses (以前の利用) are what a clinic did before it kept its records here: counted in
// figures and limits, reported by nobody. `occurrence` numbers equal uses of one day (two visits), so that a
// file read twice adds nothing. days 0: an application that led to no use. applied and decided: applications
// and decisions that the line stands for, NULL where it does not say.
const std::string_view kMonth = R"sql(
CREATE TABLE earlier_use (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    user_number TEXT NOT NULL,
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 60),
    units INTEGER NOT NULL CHECK (units BETWEEN 0 AND 60),
    born INTEGER,
    copay INTEGER,
    first_time INTEGER,
    applied INTEGER,
    decided INTEGER,
    occurrence INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    UNIQUE (programme, user_number, service, first_day, occurrence)
) STRICT;
CREATE INDEX earlier_use_by_day ON earlier_use (programme, first_day);

-- An issued invoice (請求書). The body is in the outbox; replaces is the number of the one it corrects.
CREATE TABLE invoice (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    month TEXT NOT NULL,
    revision INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    replaces TEXT,
    issued_on INTEGER NOT NULL,
    total INTEGER NOT NULL,
    outbox_id TEXT NOT NULL REFERENCES outbox (id),
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    UNIQUE (programme, month, revision)
) STRICT;

-- A report on one use (利用者別実施報告書). The body is in the outbox.
CREATE TABLE user_report (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    revision INTEGER NOT NULL,
    consent INTEGER NOT NULL,
    urgent INTEGER NOT NULL,
    remarks_sealed BLOB,
    outbox_id TEXT NOT NULL REFERENCES outbox (id),
    written_at INTEGER NOT NULL,
    written_by TEXT NOT NULL,
    UNIQUE (use_id, revision)
) STRICT;

-- Erasing after retention (保存期間の終了). An order is one list of mothers, made by one person and confirmed by
-- another; the certificate remains when keys and rows are gone. subject: what is left of a name, SHA-256 of
-- the mother's id.
CREATE TABLE erasure_order (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    kept_until INTEGER NOT NULL,
    mothers INTEGER NOT NULL,
    list_digest BLOB NOT NULL,
    ordered_at INTEGER NOT NULL,
    ordered_by TEXT NOT NULL
) STRICT;
CREATE TABLE erasure_certificate (
    order_id TEXT PRIMARY KEY REFERENCES erasure_order (id),
    mothers INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    list_digest BLOB NOT NULL,
    confirmed_at INTEGER NOT NULL,
    confirmed_by TEXT NOT NULL
) STRICT;

-- A legal hold (保全): nothing of this mother is erased until it is lifted.
CREATE TABLE legal_hold (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    reason_sealed BLOB,
    held_at INTEGER NOT NULL,
    held_by TEXT NOT NULL
) STRICT;
CREATE TABLE legal_hold_lifted (
    hold_id TEXT PRIMARY KEY REFERENCES legal_hold (id),
    lifted_at INTEGER NOT NULL,
    lifted_by TEXT NOT NULL
) STRICT;
)sql";

}  // namespace sango::store
