#pragma once

#include "tests/municipality/form.h"

#include <string>

namespace sango::municipality {

/// What a clinic says is free (空き状況), read against the contract.
struct FreePlaces {
    std::string clinic;
    Instant as_of{};
};
[[nodiscard]] FreePlaces read_free_places(const nlohmann::json& body, Faults& faults);

}  // namespace sango::municipality
