#include "shared/store/schema_parts.h"

namespace sango::store {

// The booking board (予約). A booking is a chain of rows: each replaces the one before and says the whole of
// it; root is the first row's id (NULL in that row itself), by which the booking goes by for good. What is
// new in booking is NULL in the rows that came before, so that their links of the audit chain still hold.
//
// held is derived: which span of a place (場所) is taken now, written in the transaction of the row that
// takes or frees it. A slot is a quarter of an hour, days since 1970-01-01 * 96 + quarter; a bed is held by
// whole days. That two bookings never hold one place at one time is the trigger's word (PostgreSQL: EXCLUDE
// USING gist (place_no WITH
// =, int8range(first_slot, last_slot, '[]') WITH &&)). No span is longer than 60 days, so the look back is
// bounded.
const std::string_view kBoard = R"sql(
CREATE TABLE place (
    no INTEGER PRIMARY KEY CHECK (no BETWEEN 1 AND 9999),
    kind TEXT NOT NULL CHECK (kind IN ('bed', 'day_place', 'midwife')),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    opens_at INTEGER NOT NULL CHECK (opens_at BETWEEN 0 AND 1439),
    closes_at INTEGER NOT NULL CHECK (closes_at BETWEEN opens_at + 1 AND 1440),
    travel_minutes INTEGER NOT NULL CHECK (travel_minutes BETWEEN 0 AND 240),
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL
) STRICT;
CREATE TABLE place_withdrawn (
    place_no INTEGER PRIMARY KEY REFERENCES place (no),
    withdrawn_at INTEGER NOT NULL,
    withdrawn_by TEXT NOT NULL
) STRICT;

-- Closed (休み): first_day to last_day (NULL: for good), on one weekday (0 Sunday) or every day, of the whole clinic,
-- of one kind of places or of one place.
CREATE TABLE closure (
    id TEXT PRIMARY KEY,
    first_day INTEGER NOT NULL,
    last_day INTEGER CHECK (last_day >= first_day),
    weekday INTEGER CHECK (weekday BETWEEN 0 AND 6),
    kind TEXT CHECK (kind IN ('bed', 'day_place', 'midwife')),
    place_no INTEGER REFERENCES place (no),
    reason TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    CHECK (last_day IS NOT NULL OR weekday IS NOT NULL)
) STRICT;
CREATE TABLE closure_lifted (
    closure_id TEXT PRIMARY KEY REFERENCES closure (id),
    lifted_at INTEGER NOT NULL,
    lifted_by TEXT NOT NULL
) STRICT;

-- How many midwives are there by day (日中の助産師); the newest row of a day counts.
CREATE TABLE day_staff (
    id TEXT PRIMARY KEY,
    day INTEGER NOT NULL,
    midwives INTEGER NOT NULL CHECK (midwives BETWEEN 0 AND 99),
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX day_staff_of ON day_staff (day, id);

CREATE TABLE booking_with_place (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    replaces TEXT UNIQUE REFERENCES booking (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'waiting', 'offered', 'booked', 'cancelled', 'cancelled_late',
                                         'did_not_come')),
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    starts_at INTEGER CHECK (starts_at BETWEEN 0 AND 1439),
    place TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    root TEXT REFERENCES booking (id),
    minutes INTEGER CHECK (minutes BETWEEN 15 AND 1440),
    units INTEGER CHECK (units BETWEEN 1 AND 60),
    rides_on TEXT REFERENCES booking (id),
    asked_at INTEGER,
    expires_at INTEGER,
    source TEXT CHECK (source IN ('desk', 'municipality')),
    reason_sealed BLOB
) STRICT;
INSERT INTO booking_with_place
    SELECT id, mother_id, replaces, state, service, first_day, days, starts_at, place, recorded_at, recorded_by,
           NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM booking;
DROP TABLE booking;
ALTER TABLE booking_with_place RENAME TO booking;
CREATE INDEX booking_by_day ON booking (first_day);
CREATE INDEX booking_of ON booking (mother_id);
CREATE INDEX booking_chain ON booking (root);
CREATE INDEX booking_open ON booking (state) WHERE state IN ('asked', 'waiting', 'offered');

-- Bookings as they stand: the newest row of each chain.
CREATE VIEW booking_now AS
    SELECT b.id, coalesce(b.root, b.id) AS root, b.mother_id, b.state, b.service, b.first_day, b.days, b.starts_at,
           b.place, b.recorded_at, b.minutes, b.units, b.rides_on, b.asked_at, b.expires_at, b.source
    FROM booking b WHERE NOT EXISTS (SELECT 1 FROM booking r WHERE r.replaces = b.id);

-- Where she is on which days; a change of room in mid-stay (部屋の変更) is a second part of the one stay.
CREATE TABLE booking_part (
    booking_id TEXT NOT NULL REFERENCES booking (id),
    ordinal INTEGER NOT NULL,
    place_no INTEGER NOT NULL REFERENCES place (no),
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    PRIMARY KEY (booking_id, ordinal)
) STRICT;

CREATE TABLE held (
    place_no INTEGER NOT NULL REFERENCES place (no),
    first_slot INTEGER NOT NULL,
    last_slot INTEGER NOT NULL CHECK (last_slot BETWEEN first_slot AND first_slot + 5759),
    root TEXT NOT NULL REFERENCES booking (id),
    mother_id TEXT NOT NULL,
    service TEXT NOT NULL,
    offered INTEGER NOT NULL,
    PRIMARY KEY (place_no, first_slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_by ON held (root);
CREATE TRIGGER held_once BEFORE INSERT ON held WHEN EXISTS (
    SELECT 1 FROM held WHERE place_no = NEW.place_no AND first_slot BETWEEN NEW.first_slot - 5760 AND NEW.last_slot
    AND last_slot >= NEW.first_slot)
BEGIN SELECT RAISE(ABORT, 'this place is held at that time'); END;
CREATE TRIGGER held_stays BEFORE UPDATE ON held
BEGIN SELECT RAISE(ABORT, 'what is held is freed and taken anew'); END;

-- What counts as a use though nobody came (みなし利用): a late cancellation, or no word.
CREATE TABLE deemed_use (
    id TEXT PRIMARY KEY,
    booking_id TEXT NOT NULL UNIQUE REFERENCES booking (id),
    mother_id TEXT NOT NULL REFERENCES mother (id),
    why TEXT NOT NULL CHECK (why IN ('cancelled_late', 'did_not_come')),
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 60),
    copay INTEGER NOT NULL,
    coupons_used INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX deemed_use_of ON deemed_use (mother_id);
CREATE INDEX deemed_use_by_day ON deemed_use (first_day);
CREATE TABLE deemed_use_withdrawn (
    deemed_id TEXT PRIMARY KEY REFERENCES deemed_use (id),
    withdrawn_at INTEGER NOT NULL,
    withdrawn_by TEXT NOT NULL
) STRICT;

-- A drawing of lots (抽選): seed and ranks, so that anyone can draw again. ticket orders those of one group.
CREATE TABLE lottery (
    id TEXT PRIMARY KEY,
    service TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    seed TEXT NOT NULL,
    drawn_at INTEGER NOT NULL,
    drawn_by TEXT NOT NULL
) STRICT;
CREATE TABLE lottery_rank (
    lottery_id TEXT NOT NULL REFERENCES lottery (id),
    rank INTEGER NOT NULL,
    booking_id TEXT NOT NULL REFERENCES booking (id),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 9),
    ticket TEXT NOT NULL,
    PRIMARY KEY (lottery_id, rank)
) STRICT;
)sql";

}  // namespace sango::store
