#include "shared/store/schema_parts.h"

namespace sango::store {

const std::string_view kQuestionnaire = R"sql(
-- How many answered the questionnaire (アンケート), as the municipality last said: its word, replaced whole by the next.
CREATE TABLE questionnaire_answered (
    programme TEXT NOT NULL,
    month TEXT NOT NULL,
    answered INTEGER NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (programme, month)
) STRICT;
)sql";

}  // namespace sango::store
