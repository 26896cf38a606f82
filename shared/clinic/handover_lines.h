#pragma once

#include "shared/clinic/handover.h"

namespace sango::clinic {

/// take_watch without a transaction of its own.
[[nodiscard]] Result<Done> record_watcher(Clinic& clinic, std::string_view staff_id,
                                          std::string_view handover_id);

}  // namespace sango::clinic
