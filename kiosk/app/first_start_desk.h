#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"
#include "shared/store/recovery.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// はじめての設定 on the clinic thread: from a machine without a clinic, or with one whose papers are due, to
/// one that is ready for the front.
class FirstStartDesk {
public:
    FirstStartDesk(clinic::OpenRequest request, const Clock& clock, Random random);
    /// It was cut off: her PIN is asked for before anything is shown.
    FirstStartDesk(clinic::OpenRequest request, clinic::Clinic clinic, Random random);

    void handle(const screens::Intent& intent);
    [[nodiscard]] screens::FirstStartView view() const;

    /// The papers were read back. Then the clinic is to be taken, once; its manager stands at the terminal.
    [[nodiscard]] bool done() const { return done_; }
    [[nodiscard]] clinic::Clinic take_clinic() { return std::move(*clinic_); }

private:
    void handle(const screens::FoundClinic& intent);
    void handle(const screens::EnterPin& intent);
    void handle(const screens::WriteFirstPapers& intent);
    void handle(const screens::FinishFirstStart& intent);
    void make_papers();
    void look_for_folders();

    clinic::OpenRequest request_;
    const Clock& clock_;
    Random random_;
    std::optional<clinic::Clinic> clinic_;
    std::optional<store::RecoverySheets> sheets_;  ///< none: not shown yet
    std::array<int, 2> asked_{};
    bool again_ = false;
    bool done_ = false;
    std::vector<std::filesystem::path> folders_;
    std::vector<std::filesystem::path> written_;
    std::optional<screens::Notice> notice_;
};

}  // namespace sango::app
