#pragma once

#include "shared/clinic/role.h"

#include <string>

namespace sango::screens {

// サインイン and the staff (担当者).

/// The PIN of whoever's badge was shown.
struct EnterPin {
    std::string pin;
};
/// Another badge is to be shown.
struct LeaveSignIn {};
struct EnterByEmergency {
    std::string staff_id;
    std::string reason;
};
/// Whoever is signed in leaves the terminal, by hand or by having touched nothing for a while.
struct LockTerminal {};
/// A manager has read why someone came in without her badge.
struct SeeEmergency {
    std::string id;
};

struct AddStaff {
    std::string name;
    clinic::Role role{};
};
struct EndStaff {
    std::string staff_id;
};
struct SetPin {
    std::string staff_id;
    std::string pin;
};
/// A new badge as PDF into `folder`; the one before is void.
struct PrintBadge {
    std::string staff_id;
    std::string folder;
};

}  // namespace sango::screens
