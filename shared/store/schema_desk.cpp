#include "shared/store/schema_parts.h"

namespace sango::store {

// What the front desk saw, and what else a mother may show there.
const std::string_view kDesk = R"sql(
-- An alert (注意) that a member of staff has seen. It counts for its day, and while her profile is the same.
CREATE TABLE alert_seen (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    alert TEXT NOT NULL CHECK (alert IN ('allergy', 'follow_up', 'support')),
    profile_id TEXT NOT NULL REFERENCES mother_profile (id),
    seen_at INTEGER NOT NULL,
    seen_by TEXT NOT NULL
) STRICT;
CREATE INDEX alert_seen_of ON alert_seen (mother_id, id);

-- She has had this clinic's orientation (オリエンテーション).
CREATE TABLE orientation (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL UNIQUE REFERENCES mother (id),
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;

-- shown: lost, a card reported as lost (紛失); coupon_seen, an e-coupon that a midwife saw on the phone.
CREATE TABLE service_use_shown (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    booking_id TEXT REFERENCES booking (id),
    certificate_id TEXT REFERENCES certificate (id),
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 60),
    place TEXT NOT NULL,
    shown TEXT NOT NULL CHECK (shown IN ('card', 'coupon', 'coupon_seen', 'forgotten', 'lost', 'number')),
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
INSERT INTO service_use_shown SELECT id, mother_id, booking_id, certificate_id, service, first_day, days, units, place,
    shown, stamped, verdict, rules_asked, copay, coupons_used, attempt, checked_in_at, checked_in_by FROM service_use;
DROP TABLE service_use;
ALTER TABLE service_use_shown RENAME TO service_use;
CREATE INDEX service_use_by_day ON service_use (first_day);
CREATE INDEX service_use_by_booking ON service_use (booking_id);
)sql";

}  // namespace sango::store
