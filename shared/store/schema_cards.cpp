#include "shared/store/schema_parts.h"

namespace sango::store {

// Lost cards, the clinic's own code for e-coupons, and the municipality's questionnaire.
const std::string_view kCards = R"sql(
-- A card reported as lost (紛失): no card of hers that was issued before is taken any more.
CREATE TABLE card_loss (
    id TEXT PRIMARY KEY,
    mother_id TEXT NOT NULL REFERENCES mother (id),
    reported_at INTEGER NOT NULL,
    reported_by TEXT NOT NULL
) STRICT;
CREATE INDEX card_loss_of ON card_loss (mother_id, id);

-- Where a phone that reads the clinic's code goes, and the secret behind the token of the day, as the municipality gave
-- them; the newest row counts.
CREATE TABLE coupon_desk (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    address TEXT NOT NULL,
    secret_sealed BLOB NOT NULL,
    answered_at INTEGER NOT NULL
) STRICT;

-- The questionnaire's code (アンケート) was shown to her as she left.
CREATE TABLE questionnaire_shown (
    id TEXT PRIMARY KEY,
    use_id TEXT NOT NULL REFERENCES service_use (id),
    shown_at INTEGER NOT NULL,
    shown_by TEXT NOT NULL
) STRICT;
CREATE INDEX questionnaire_shown_of ON questionnaire_shown (use_id);

-- How many uses stood on her paper card (カードの記入) at this check-in, where the municipality could not be asked.
CREATE TABLE stamp_count (
    use_id TEXT PRIMARY KEY REFERENCES service_use (id),
    used INTEGER NOT NULL,
    counted_at INTEGER NOT NULL,
    counted_by TEXT NOT NULL
) STRICT;

-- NULL: an answer of before it was asked.
ALTER TABLE balance_use ADD COLUMN coupons_used INTEGER;
)sql";

}  // namespace sango::store
