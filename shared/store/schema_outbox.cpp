#include "shared/store/schema_parts.h"

namespace sango::store {

// The outbox takes announcements of any kind: each topic that has something to say brings its own word.
const std::string_view kOutboxKinds = R"sql(
CREATE TABLE outbox_any (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind <> ''),
    programme TEXT NOT NULL,
    path TEXT NOT NULL,
    subject TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    body_sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO outbox_any SELECT id, kind, programme, path, subject, idempotency_key, body_sealed, created_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_any RENAME TO outbox;
)sql";

}  // namespace sango::store
