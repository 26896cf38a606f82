#pragma once

#include "shared/base/clock.h"
#include "tests/municipality/office.h"
#include "tests/municipality/reply.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace sango::municipality {

/// The programme's rules (TOML) as the municipality signs them: COSE_Sign1 with its card key, content type
/// "application/toml". Errors: bad_programme (no TOML, or not this municipality's code).
[[nodiscard]] Result<Bytes> sign_programme(const Office& office, std::string_view toml);
/// Signs, and keeps it in <office>/programmes/<first day>-<revision>.cose, from where clinics get it.
[[nodiscard]] Result<std::filesystem::path> publish_programme(const Office& office, std::string_view toml);

/// GET /v1/programmes: every version that was published, oldest first.
[[nodiscard]] Reply answer_programmes(const Office& office, const Clock& clock);

}  // namespace sango::municipality
