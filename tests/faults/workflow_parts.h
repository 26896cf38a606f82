#pragma once

#include "tests/faults/workflows.h"

#include <utility>

namespace sango::faults {

/// The act of calling `use_case` with what was made ready; only whether it went well is of interest.
template <class UseCase>
Act act(UseCase use_case) {
    return [use_case = std::move(use_case)]() -> Result<Done> {
        const auto result = use_case();
        if (!result.ok()) return result.error();
        return Done{};
    };
}

// The lists of workflows(), a topic each.
[[nodiscard]] std::span<const Workflow> day_workflows();    ///< the desk, the notes, the line
[[nodiscard]] std::span<const Workflow> board_workflows();  ///< bookings
[[nodiscard]] std::span<const Workflow> night_workflows();  ///< the watch, handover, incidents
[[nodiscard]] std::span<const Workflow> staff_workflows();  ///< the staff and who signs in

}  // namespace sango::faults
