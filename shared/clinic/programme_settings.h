#pragma once

#include "shared/clinic/clinic.h"

namespace sango::clinic {

/// The answers of "programme.<id>.<key>" that are whole numbers, by key.
[[nodiscard]] Result<programme::Settings> programme_settings(const Clinic& clinic,
                                                             std::string_view programme);

}  // namespace sango::clinic
