#include "shared/store/schema_parts.h"

namespace sango::store {

// Dates are days and moments are seconds since 1970-01-01 (UTC); money is yen; *_sealed are
// XChaCha20-Poly1305 boxes under the mother's own key. What happened is inserted and never updated: a
// correction is a new row that names the one it replaces, and state is derived by query. Types and functions
// are those that PostgreSQL has too.
const std::string_view kFirst = R"sql(
-- State of the clinic itself: the one table that is updated.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('desk', 'night', 'manager')),
    added_at INTEGER NOT NULL
) STRICT;

-- A user (利用者) of one programme. user_number is what the municipality calls her.
CREATE TABLE mother (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    user_number TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    registered_by TEXT NOT NULL,
    UNIQUE (programme, user_number)
) STRICT;

-- The mother's key, sealed by the clinic's key. Destroying this row is how she is erased.
CREATE TABLE mother_key (
    mother_id TEXT PRIMARY KEY REFERENCES mother (id),
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

-- What is known of her; the newest row counts whole.
CREATE TABLE mother_profile (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    source TEXT NOT NULL CHECK (source IN ('typed', 'card', 'roster', 'csv')),
    name_sealed BLOB,
    kana_sealed BLOB,
    address_sealed BLOB,
    phone_sealed BLOB,
    allergies_sealed BLOB,
    follow_up_sealed BLOB,
    resident INTEGER,
    moved_out_on INTEGER,
    household TEXT CHECK (household IN ('taxed', 'tax_exempt', 'welfare')),
    household_confirmed_on INTEGER,
    medical_treatment INTEGER,
    unwell_or_anxious INTEGER,
    family_support TEXT CHECK (family_support IN ('none', 'partial', 'enough')),
    support_need TEXT CHECK (support_need IN ('ordinary', 'high')),
    loss_on INTEGER,
    decision_granted INTEGER,
    request_letter INTEGER,
    extra_days INTEGER NOT NULL DEFAULT 0,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX mother_profile_newest ON mother_profile (mother_id, id);

CREATE TABLE child (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    replaces TEXT UNIQUE REFERENCES child (id),
    ordinal INTEGER NOT NULL,
    name_sealed BLOB,
    born INTEGER,
    due INTEGER,
    weight_g INTEGER,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX child_of ON child (mother_id, ordinal);

-- What a card or coupon said when it was read. identifier is SHA-256 of its cti.
CREATE TABLE certificate (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    kind TEXT NOT NULL CHECK (kind IN ('card', 'coupon')),
    issuer TEXT NOT NULL,
    identifier BLOB NOT NULL,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    interview_on INTEGER,
    coupons_left INTEGER,
    copay_per_unit INTEGER,
    read_at INTEGER NOT NULL,
    read_by TEXT NOT NULL
) STRICT;
CREATE INDEX certificate_of ON certificate (mother_id, id);

-- A booking (予約), as far as the desk needs it: who is expected when.
CREATE TABLE booking (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    replaces TEXT UNIQUE REFERENCES booking (id),
    state TEXT NOT NULL CHECK (state IN ('booked', 'cancelled', 'cancelled_late', 'did_not_come')),
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    starts_at INTEGER,
    place TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX booking_by_day ON booking (first_day);

-- A use (利用): one check-in. attempt counts the undone check-ins of the same mother, service and day before this
-- one, so that the database itself refuses to check anyone in twice.
CREATE TABLE service_use (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    booking_id TEXT REFERENCES booking (id),
    certificate_id TEXT REFERENCES certificate (id),
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 60),
    place TEXT NOT NULL,
    shown TEXT NOT NULL CHECK (shown IN ('card', 'coupon', 'forgotten', 'number')),
    stamped INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'ask', 'refuse')),
    rules_asked TEXT NOT NULL,
    copay INTEGER NOT NULL,
    coupons_used INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    checked_in_at INTEGER NOT NULL,
    checked_in_by TEXT NOT NULL,
    UNIQUE (mother_id, service, first_day, attempt)
) STRICT;
CREATE INDEX service_use_by_day ON service_use (first_day);
CREATE INDEX service_use_by_booking ON service_use (booking_id);

CREATE TABLE use_undone (
    use_id TEXT PRIMARY KEY REFERENCES service_use (id),
    reason_sealed BLOB NOT NULL,
    undone_at INTEGER NOT NULL,
    undone_by TEXT NOT NULL
) STRICT;

CREATE TABLE check_out (
    use_id TEXT PRIMARY KEY REFERENCES service_use (id),
    state_on_arrival TEXT NOT NULL CHECK (state_on_arrival IN ('well', 'tired', 'unwell')),
    state_on_leaving TEXT NOT NULL CHECK (state_on_leaving IN ('well', 'tired', 'unwell')),
    follow_up INTEGER NOT NULL,
    copay_received INTEGER NOT NULL,
    left_at INTEGER NOT NULL,
    checked_out_by TEXT NOT NULL
) STRICT;

-- A care note (ケア記録). child_id empty: the mother's own. amount: ml for milk, minutes for breast, tenths of a
-- degree for temperature, grams for weight. retracted: this row takes back the one it replaces.
CREATE TABLE care_note (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    child_id TEXT REFERENCES child (id),
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    amount INTEGER,
    text_sealed BLOB,
    observed_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    replaces TEXT UNIQUE REFERENCES care_note (id),
    retracted INTEGER NOT NULL,
    reason_sealed BLOB
) STRICT;
CREATE INDEX care_note_of_use ON care_note (use_id, observed_at);

-- What the municipality last said about a mother's uses elsewhere (残り回数).
CREATE TABLE balance (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX balance_newest ON balance (mother_id, id);
CREATE TABLE balance_use (
    balance_id TEXT NOT NULL REFERENCES balance (id),
    ordinal INTEGER NOT NULL,
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL,
    units INTEGER NOT NULL,
    PRIMARY KEY (balance_id, ordinal)
) STRICT;

-- Revoked cards as the issuers publish them: kind 'identifier' (hex SHA-256 of a cti) or 'user' (all of this
-- user's cards issued before issued_before).
CREATE TABLE revocation (
    issuer TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('identifier', 'user')),
    subject TEXT NOT NULL,
    issued_before INTEGER NOT NULL,
    PRIMARY KEY (issuer, kind, subject)
) STRICT;

-- A closed month (確定した実施報告書). The body is in the outbox.
CREATE TABLE implementation_report (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    month TEXT NOT NULL,
    revision INTEGER NOT NULL,
    outbox_id TEXT NOT NULL REFERENCES outbox (id),
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    UNIQUE (programme, month, revision)
) STRICT;

-- What the municipality must know, frozen in the transaction that announces it. body_sealed is under the clinic's key.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('use', 'use_undone', 'report')),
    programme TEXT NOT NULL,
    path TEXT NOT NULL,
    subject TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    body_sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- One try to send. A try that never ended has no row in send_result.
CREATE TABLE send_attempt (
    id TEXT PRIMARY KEY,
    outbox_id TEXT NOT NULL REFERENCES outbox (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused', 'later')),
    http_status INTEGER NOT NULL,
    reasons_sealed BLOB,
    next_try_at INTEGER,
    ended_at INTEGER NOT NULL
) STRICT;
CREATE INDEX send_attempt_of ON send_attempt (outbox_id, id);

-- The municipality's own numbered and signed word: only this turns "sent" on.
CREATE TABLE receipt (
    outbox_id TEXT PRIMARY KEY REFERENCES outbox (id),
    number TEXT NOT NULL,
    body BLOB NOT NULL,
    signature BLOB NOT NULL,
    audit_head TEXT,
    received_at INTEGER NOT NULL
) STRICT;

-- The audit chain: one link for each row that was inserted, and for each reading of a person's page.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
)sql";

}  // namespace sango::store
