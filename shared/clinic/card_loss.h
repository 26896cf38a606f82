#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <string_view>

namespace sango::clinic {

/// 紛失: her card is lost. From now on no card issued to her before this moment is taken here, and the
/// municipality is asked to revoke it and issue another (POST /v1/cards/losses, kind "card_lost"), in one
/// transaction. Returns the id of the report. Errors: not_found, already_reported (and no card of hers that
/// was issued since has been read).
[[nodiscard]] Result<std::string> report_card_lost(Clinic& clinic, std::string_view mother_id);

/// When a loss was reported after which no reissued card has been read yet; none: no card is missing.
[[nodiscard]] Result<std::optional<Instant>> card_missing_since(const Clinic& clinic,
                                                                std::string_view mother_id);

}  // namespace sango::clinic
