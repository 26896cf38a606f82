#pragma once

#include "kiosk/screens/views.h"
#include "shared/clinic/people.h"

#include <optional>
#include <string_view>
#include <vector>

namespace sango::app {

[[nodiscard]] screens::PersonHit person_hit(const clinic::Clinic& clinic, const clinic::Mother& mother);

/// Whom a desk offers for what was typed, best first; none where nothing was typed.
[[nodiscard]] Result<std::optional<std::vector<screens::PersonHit>>> search_people(
    const clinic::Clinic& clinic, std::string_view typed);

}  // namespace sango::app
