#include "tests/faults/workflow_parts.h"

namespace sango::faults {
namespace {

Act in_two_transactions(House& house) {
    return act([&house, first = house.stranger(), second = house.stranger()] {
        auto registered = clinic::register_mother(house.clinic(), first);
        return registered.ok() ? clinic::register_mother(house.clinic(), second) : registered;
    });
}

}  // namespace

const Workflow kTwoTransactions{"two transactions", in_two_transactions, clinic::Right::reception};

std::vector<Workflow> workflows() {
    std::vector<Workflow> all;
    for (const auto& topic : {day_workflows(), board_workflows(), night_workflows(), staff_workflows()})
        all.insert(all.end(), topic.begin(), topic.end());
    return all;
}

}  // namespace sango::faults
