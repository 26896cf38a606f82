#pragma once

#include "kiosk/cli/command.h"
#include "shared/programme/programme.h"

#include <optional>
#include <string>

namespace sango::cli {

/// {"ja": "…", "en": "…"}.
[[nodiscard]] std::string both_json(const Message& message);

/// Every programme that applies: the clinic's, signed versions included, where --data names one; else those
/// that came with the program. Has said why, and set exit_code, where there is none.
[[nodiscard]] std::optional<programme::Catalogue> programmes_for(Options& options);

/// `sango programme import, pull, contract, settings, set, history`: what a clinic decides about programmes.
void add_programme_desk(CLI::App& programme, Options& options);

}  // namespace sango::cli
