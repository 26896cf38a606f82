#pragma once

#include "shared/clinic/handover.h"

namespace sango::clinic {

/// What stands in one line of 申し送り, for the screen, the record and the paper.
[[nodiscard]] Message line_words(const OpenLine& line, Instant now);
/// It is read first: a value out of range, an incident, a baby that lies prone or is unwell, a feed that is
/// late.
[[nodiscard]] bool is_urgent(const OpenLine& line, Instant now);

}  // namespace sango::clinic
