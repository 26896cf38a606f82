#pragma once

#include "tests/municipality/form.h"

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace sango::municipality {

/// A user on the roster (利用者名簿): number and entry as GET /v1/roster gives it.
using RosterEntry = std::pair<std::string, std::string>;

/// Reads {"users": [...]} or the whole answer of GET /v1/roster, strictly.
[[nodiscard]] std::vector<RosterEntry> read_roster(std::string_view text, Faults& faults);

}  // namespace sango::municipality
