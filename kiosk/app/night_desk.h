#pragma once

#include "kiosk/app/paper_tray.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"

#include <optional>
#include <string>

namespace sango::app {

/// 夜間: who is in keeping, when each is due, who watches.
class NightDesk {
public:
    /// `tray` outlives the desk.
    explicit NightDesk(PaperTray& tray) : tray_(tray) {}

    void handle(clinic::Clinic& clinic, const screens::RecordLook& intent);
    void handle(clinic::Clinic& clinic, const screens::TakeIntoKeeping& intent);
    void handle(clinic::Clinic& clinic, const screens::GiveBack& intent);
    void handle(clinic::Clinic& clinic, const screens::RetractLook& intent);
    void handle(clinic::Clinic& clinic, const screens::TakeWatch& intent);
    void handle(clinic::Clinic& clinic, const screens::EndWatch& intent);
    void handle(clinic::Clinic& clinic, const screens::SetPresent& intent);
    void handle(clinic::Clinic& clinic, const screens::SetBabyInterval& intent);
    void handle(clinic::Clinic& clinic, const screens::BeginHandover& intent);
    void handle(clinic::Clinic& clinic, const screens::ConfirmHandoverLine& intent);
    void handle(clinic::Clinic& clinic, const screens::FinishHandover& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintHandover& intent);
    void dismiss() { notice_.reset(); }

    /// What failed stays in `notice()` until the next thing is done.
    [[nodiscard]] screens::NightView view(clinic::Clinic& clinic);

private:
    void answered(const Result<Done>& result);

    PaperTray& tray_;
    std::string last_look_id_;
    std::string last_child_id_;
    std::optional<screens::Notice> notice_;
};

}  // namespace sango::app
