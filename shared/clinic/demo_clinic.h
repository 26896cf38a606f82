#pragma once

#include "shared/clinic/clinic.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace sango::clinic {

/// What the demo clinic writes for its municipalities. Papers lie above this room; none: nobody has written
/// any.
struct DemoPapers {
    /// The report on a use (利用者別実施報告書) where its programme wants one, soon after she has left.
    std::function<Result<Done>(Clinic&, const std::string& use_id)> report_on_use = {};
    /// Closes a month (確定), where its report is due by a day of the next.
    std::function<Result<Done>(Clinic&, const std::string& programme, std::chrono::year_month month)>
        close_month = {};
};

/// さくら助産院 as it could stand at `at`: mothers in all states, who is expected today, who is in the house
/// with a day of notes, and the month before, complete. Made through the use cases themselves, as if each had
/// been entered in its time. The same seed makes the same ids (never the same keys).
struct DemoClinic {
    std::filesystem::path data;
    std::filesystem::path assets;
    Instant at{};
    std::uint64_t seed = 1;
    bool empty = false;  ///< staff and programmes, no mothers
    DemoPapers papers = {};
};
[[nodiscard]] Result<Done> make_demo_clinic(const DemoClinic& demo);

inline constexpr std::string_view kDemoClinicId = "sakura-0123";

}  // namespace sango::clinic
