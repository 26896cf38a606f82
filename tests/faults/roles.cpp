#include "tests/faults/roles.h"

#include <optional>

namespace sango::faults {
namespace {

bool is_refusal(const Result<Done>& result) {
    return !result.ok() && (result.error().code == "not_allowed" || result.error().code == "signed_out");
}

bool right_for(const Workflow& workflow, std::optional<clinic::Role> role) {
    House house;
    const Act tried = workflow.ready(house);
    house.clinic().actor.role = role;
    const Counts before = house.counts();
    const Result<Done> result = tried();
    if (workflow.right == clinic::Right::screen || (role && clinic::may(*role, workflow.right)))
        return result.ok() && house.counts() != before;
    return is_refusal(result) && house.counts() == before;
}

}  // namespace

int wrong_by_role(const Workflow& workflow) {
    int wrong = right_for(workflow, std::nullopt) ? 0 : 1;
    for (const clinic::Role role : clinic::all_roles()) wrong += right_for(workflow, role) ? 0 : 1;
    return wrong;
}

}  // namespace sango::faults
