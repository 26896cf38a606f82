#include "shared/store/schema_parts.h"

namespace sango::store {

const std::string_view kCoordination = R"sql(
-- Which centre and person coordinate her uses (担当センター・担当者), as the roster and a decision tell it.
ALTER TABLE mother_profile ADD COLUMN centre_sealed BLOB;
ALTER TABLE mother_profile ADD COLUMN coordinator_sealed BLOB;
ALTER TABLE paper ADD COLUMN centre_sealed BLOB;
ALTER TABLE paper ADD COLUMN coordinator_sealed BLOB;
)sql";

}  // namespace sango::store
