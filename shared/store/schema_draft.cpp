#include "shared/store/schema_parts.h"

namespace sango::store {

const std::string_view kDraft = R"sql(
-- What is being written (書きかけ), so that it outlives the program; state, no happening. One row.
CREATE TABLE note_draft (
    place INTEGER PRIMARY KEY CHECK (place = 1),
    use_id TEXT NOT NULL,
    child_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text_sealed BLOB NOT NULL
) STRICT;
)sql";

}  // namespace sango::store
