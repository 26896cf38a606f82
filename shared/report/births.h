#pragma once

#include "shared/clinic/clinic.h"

#include <map>
#include <string>
#include <vector>

namespace sango::report {

/// Births of a programme's children, by mother's id.
using Births = std::map<std::string, std::vector<Date>, std::less<>>;
[[nodiscard]] Result<Births> births_of(const clinic::Clinic& clinic, std::string_view programme);
/// The youngest born by then.
[[nodiscard]] std::optional<Date> youngest(const Births& births, std::string_view mother, Date on);

}  // namespace sango::report
