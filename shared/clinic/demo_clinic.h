#pragma once

#include "shared/clinic/clinic.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace sango::clinic {

/// さくら助産院 as it could stand at `at`: mothers in all states, who is expected today, who is in the house
/// with a day of notes, and the month before, complete. Made through the use cases themselves, as if each had
/// been entered in its time. The same seed makes the same ids (never the same keys).
struct DemoClinic {
    std::filesystem::path data;
    std::filesystem::path assets;
    Instant at{};
    std::uint64_t seed = 1;
    bool empty = false;  ///< staff and programmes, no mothers
};
[[nodiscard]] Result<Done> make_demo_clinic(const DemoClinic& demo);

inline constexpr std::string_view kDemoClinicId = "sakura-0123";

}  // namespace sango::clinic
