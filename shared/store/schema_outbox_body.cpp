#include "shared/store/schema_parts.h"

namespace sango::store {

const std::string_view kOutboxBody = R"sql(
-- What an item says, sealed under the clinic's key. Apart from the item, so that it can be erased after its retention
-- while the item, its tries and its receipt stay. (outbox.body_sealed is empty since then.)
CREATE TABLE outbox_body (
    outbox_id TEXT PRIMARY KEY REFERENCES outbox (id),
    body_sealed BLOB NOT NULL
) STRICT;

-- An accepted item whose body was erased with a mother whom it named: the same text without her, and the digest of what
-- was sent (SHA-256, 32 bytes), which is what the municipality's receipt names.
CREATE TABLE outbox_redacted (
    id TEXT PRIMARY KEY,
    outbox_id TEXT NOT NULL UNIQUE REFERENCES outbox (id),
    body_sealed BLOB NOT NULL,
    sent_digest BLOB NOT NULL CHECK (length(sent_digest) = 32),
    redacted_at INTEGER NOT NULL,
    redacted_by TEXT NOT NULL
) STRICT;

-- How many accepted reports an erasure took her number out of; the certificate's rows count them as well.
CREATE TABLE erasure_redaction (
    order_id TEXT PRIMARY KEY REFERENCES erasure_certificate (order_id),
    reports INTEGER NOT NULL
) STRICT;
)sql";

}  // namespace sango::store
