#pragma once

#include "kiosk/screens/notice.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

/// はじめての設定: a machine that has no clinic yet, or whose first papers were not read back.
struct FirstStartView {
    enum class Step {
        clinic,  ///< the clinic, its manager, her PIN: only the hand knows of it yet
        unlock,  ///< it was cut off after that: her PIN first
        papers,
    } step{};
    std::string clinic;
    std::string manager;
    bool again = false;                 ///< papers printed before are void
    std::vector<std::string> folders;   ///< where papers can be written to
    std::array<std::string, 2> sheets;  ///< four rows each, apart by newlines
    std::array<int, 2> asked{};         ///< row of each sheet to be read back, 1 to 4
    std::vector<std::string> written;   ///< names of the files; empty: not yet
    std::string written_to;
    std::optional<Notice> notice;
};

}  // namespace sango::screens
