#pragma once

#include "shared/clinic/people.h"

#include <string>

namespace sango::clinic {

struct Registered {
    std::string mother_id;
    bool added = false;  ///< she was not known before
};

/// register_mother inside a transaction that is open already. The caller tells `index_name` after its commit.
[[nodiscard]] Result<Registered> register_within(Clinic& clinic, const Registration& registration);

/// Brings the search up to date with what is now known of her.
[[nodiscard]] Result<Done> index_name(Clinic& clinic, std::string_view mother_id);

}  // namespace sango::clinic
