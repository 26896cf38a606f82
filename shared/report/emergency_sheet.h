#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/document.h"

#include <string_view>
#include <vector>

namespace sango::report {

/// 緊急時の連絡先: the emergency page as printed copy, for the wall. No name of a mother or a baby stands on
/// it. Since it is read at any hour, each office stands on it with its open and its closed hours. The
/// municipalities are those the clinic is contracted with, and those of everyone in the house.
inline constexpr std::string_view kEmergencyFile = "sango-emergency.pdf";
[[nodiscard]] Result<Document> emergency_sheet(const clinic::Clinic& clinic);

/// Every number that is needed, with what to say: ambulance, cooperating hospital, these programmes' offices,
/// AED, the clinic's own flow.
[[nodiscard]] Result<Form> emergency_phones(const clinic::Clinic& clinic,
                                            const std::vector<std::string>& programmes);

}  // namespace sango::report
