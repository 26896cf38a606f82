#pragma once

#include "kiosk/screens/notice.h"
#include "shared/base/date.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

struct StaffLine {
    std::string id;
    std::string name;
    Message role;
    bool manager = false;
    bool has_pin = false;
    bool has_badge = false;
};

struct EmergencyAccessLine {
    std::string id;
    std::string name;
    std::string reason;
    Instant at{};
};

/// Who is at the terminal.
struct SignInView {
    enum class State {
        open,   ///< whoever is signed in works
        watch,  ///< left alone with babies in keeping: looks only
        locked,
    } state = State::open;
    bool asked = false;  ///< badge and PIN are in use
    std::string holder;  ///< name of whoever's badge was shown; empty: nobody's
    std::optional<Notice> notice;
    std::chrono::seconds idle{};  ///< untouched for so long, the terminal locks itself
    std::vector<StaffLine> staff;
    std::vector<EmergencyAccessLine> emergencies;  ///< that no manager has seen yet
    std::vector<std::string> folders;              ///< where a badge can be written to
    bool may_change = false;                       ///< the one on duty decides about the staff
    std::optional<Notice> staff_notice;
};

}  // namespace sango::screens
