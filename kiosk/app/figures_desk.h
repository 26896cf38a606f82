#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"

#include <optional>
#include <string>

namespace sango::app {

/// 統計: which municipality and fiscal year is looked at.
class FiguresDesk {
public:
    void handle(clinic::Clinic& clinic, const screens::ShowFiguresYear& intent);
    void handle(clinic::Clinic& clinic, const screens::ShowFiguresOf& intent);
    void handle(clinic::Clinic& clinic, const screens::ExportFigures& intent);
    void dismiss() { notice_.reset(); }

    /// Counts the chosen year and the two before it, anew once anything was recorded.
    [[nodiscard]] screens::FiguresView view(clinic::Clinic& clinic);
    /// Something came in that the audit chain does not tell of: what a municipality counted.
    void count_anew() { seq_ = -1; }

private:
    int year_ = 0;  ///< 0: the current one
    std::string programme_;
    std::optional<screens::Notice> notice_;
    screens::FiguresView worked_;
    std::int64_t seq_ = -1;  ///< newest link of the audit chain when `worked_` was counted
};

}  // namespace sango::app
