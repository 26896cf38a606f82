#pragma once

#include "shared/base/result.h"
#include "shared/programme/programme.h"

#include <string>
#include <vector>

namespace sango::programme {

/// One rule of a programme as a sentence with its source, for a page a person reads.
struct RuleLine {
    Message section;  ///< 上限 / Limits
    Message text;
    std::string source;
};

/// Every rule, setting and text of the file, in the order of a visit.
[[nodiscard]] std::vector<RuleLine> describe(const Programme& programme);

}  // namespace sango::programme
