#pragma once

#include "tests/faults/house.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace sango::faults {

using Act = std::function<Result<Done>()>;

/// Something that a person or the program does to the clinic's data, all of it or nothing.
struct Workflow {
    std::string_view name;
    /// Makes ready whatever it needs, and gives what is then tried; it may be tried again after it failed.
    Act (*ready)(House& house);
    /// What whoever does it must be allowed: tried as every role there is.
    clinic::Right right{};
    /// It can be made ready only once in a house: each try has a house of its own.
    bool once = false;
};

/// Every one there is; a new use case joins one of the lists of workflow_parts.h, by one line.
[[nodiscard]] std::vector<Workflow> workflows();
/// A use case as none may be, in two transactions: what the trial must find half done.
extern const Workflow kTwoTransactions;

}  // namespace sango::faults
