#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"
#include "shared/report/implementation_report.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// 報告: which month and municipality is looked at, and what its one button does next.
class ReportDesk {
public:
    /// The sending under way, as the report screen shows it.
    struct Sending {
        bool busy = false;
        int percent = 0;
    };

    void handle(clinic::Clinic& clinic, const screens::ShowMonth& intent);
    void handle(clinic::Clinic& clinic, const screens::ChooseProgramme& intent);
    void handle(clinic::Clinic& clinic, const screens::CloseMonth& intent);
    void dismiss() { notice_.reset(); }

    /// Builds every programme's report of the month anew from what is recorded.
    [[nodiscard]] screens::ReportView view(clinic::Clinic& clinic, Sending sending);

private:
    std::optional<std::chrono::year_month> month_;  ///< none: the last month that is over
    std::string programme_;
    std::optional<screens::Notice> notice_;
};

}  // namespace sango::app
