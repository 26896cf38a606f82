#include "shared/clinic/badge.h"
#include "shared/clinic/device_key.h"
#include "shared/clinic/sign_in.h"
#include "shared/clinic/staff.h"
#include "tests/faults/workflow_parts.h"

#include <array>

namespace sango::faults {
namespace {

constexpr const char* kReason = "バッジを家に忘れました";

std::string someone(House& house) {
    return must(clinic::add_staff(house.clinic(), "田中 彩", clinic::Role::desk));
}

/// Someone came in without her badge.
std::string emergency(House& house) {
    const clinic::Actor before = house.clinic().actor;
    must(clinic::sign_in_emergency(house.clinic(), someone(house), kReason));
    house.clinic().actor = before;
    return must(clinic::unseen_emergencies(house.clinic())).back().id;
}

/// Whoever came in leaves again, so that the next try is the manager's.
Act came_in(House& house) {
    return act([&house, id = someone(house)]() -> Result<Done> {
        const clinic::Actor before = house.clinic().actor;
        auto done = clinic::sign_in_emergency(house.clinic(), id, kReason);
        house.clinic().actor = before;
        return done;
    });
}

// PINs are hashed slowly, by intent, thousands of times here; a sign-in writes as an emergency does.
// clang-format off
constexpr std::array kWorkflows{
    Workflow{"add to the staff", [](House& house) { return act([&house] { return clinic::add_staff(house.clinic(), "田中 彩", clinic::Role::desk); }); }, clinic::Right::staff},
    Workflow{"leave the staff", [](House& house) { return act([&house, id = someone(house)] { return clinic::end_staff(house.clinic(), id); }); }, clinic::Right::staff},
    Workflow{"print a badge", [](House& house) { return act([&house, id = someone(house)] { return clinic::issue_badge(house.clinic(), id); }); }, clinic::Right::staff},
    Workflow{"come in without a badge", came_in, clinic::Right::screen},
    Workflow{"renew the device key", [](House& house) { return act([&house] { return clinic::renew_device_key(house.clinic(), house.data()); }); }, clinic::Right::settings},
    Workflow{"read why someone did", [](House& house) { return act([&house, id = emergency(house)] { return clinic::see_emergency(house.clinic(), id); }); }, clinic::Right::staff},
};
// clang-format on

}  // namespace

std::span<const Workflow> staff_workflows() {
    return kWorkflows;
}

}  // namespace sango::faults
