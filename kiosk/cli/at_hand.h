#pragma once

#include "kiosk/cli/command.h"
#include "shared/clinic/clinic.h"

#include <memory>
#include <optional>
#include <string>

namespace sango::cli {

/// The clinic in --data with the clock it goes by: the machine's, or one that stands at `at` (demo clinics).
struct AtHand {
    std::unique_ptr<Clock> clock;
    std::optional<clinic::Clinic> opened;
    HandClock* hand = nullptr;  ///< the clock, where it stands

    [[nodiscard]] clinic::Clinic& clinic() { return *opened; }
};
/// Opens it, or says why not and sets the exit code.
[[nodiscard]] std::optional<AtHand> open_clinic(Options& options, const std::string& at = {});

/// The exit code for an error of the clinic's, once it has been said.
int fail_with(const Error& error);

}  // namespace sango::cli
