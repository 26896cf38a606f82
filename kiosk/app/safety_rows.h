#pragma once

#include "kiosk/screens/views.h"
#include "shared/clinic/incident.h"

#include <vector>

namespace sango::app {

/// An incident as the screens show it.
[[nodiscard]] screens::IncidentRow incident_row(const clinic::Clinic& clinic,
                                                const clinic::Incident& incident);
[[nodiscard]] screens::IncidentView incident_view(const clinic::Clinic& clinic,
                                                  const clinic::Incident& incident);
/// Mothers and children who are in the house now, for "who".
[[nodiscard]] std::vector<screens::IncidentPerson> people_in_house(const clinic::Clinic& clinic);

}  // namespace sango::app
