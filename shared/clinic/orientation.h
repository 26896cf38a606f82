#pragma once

#include "shared/clinic/clinic.h"

#include <string_view>

namespace sango::clinic {

/// オリエンテーション: some clinics give one before the first use; each mother has it once.
/// Recording it again changes nothing. Errors: not_found.
[[nodiscard]] Result<Done> record_orientation(Clinic& clinic, std::string_view mother_id);
[[nodiscard]] Result<bool> had_orientation(const Clinic& clinic, std::string_view mother_id);

}  // namespace sango::clinic
