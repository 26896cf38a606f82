#include "shared/store/schema_parts.h"

namespace sango::store {

const std::string_view kSlip = R"sql(
-- 利用者負担額, line by line, as the desk said it when she came: what a slip for her repeats, whatever rules hold by then.
CREATE TABLE copay_line (
    use_id TEXT NOT NULL REFERENCES service_use (id),
    line_no INTEGER NOT NULL,
    text_ja TEXT NOT NULL,
    text_en TEXT NOT NULL,
    yen INTEGER NOT NULL,
    PRIMARY KEY (use_id, line_no)
) STRICT;
)sql";

}  // namespace sango::store
