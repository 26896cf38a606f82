#pragma once

#include "kiosk/app/paper_tray.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"

#include <map>
#include <optional>
#include <string>

namespace sango::app {

/// ケア: who is chosen, and the notes of the pair as pictures need them.
class CareDesk {
public:
    /// `tray` outlives the desk.
    explicit CareDesk(PaperTray& tray) : tray_(tray) {}

    void handle(clinic::Clinic& clinic, const screens::ChoosePair& chosen);
    void handle(clinic::Clinic& clinic, const screens::OpenCare& opened);
    void handle(clinic::Clinic& clinic, const screens::ChooseChild& chosen);
    void handle(clinic::Clinic& clinic, const screens::WriteNote& intent);
    void handle(clinic::Clinic& clinic, const screens::CorrectNote& intent);
    void handle(clinic::Clinic& clinic, const screens::RetractNote& intent);
    void handle(clinic::Clinic& clinic, const screens::StartTimer& intent);
    void handle(clinic::Clinic& clinic, const screens::MoveTimer& intent);
    void handle(clinic::Clinic& clinic, const screens::StopTimer& intent);
    void handle(clinic::Clinic& clinic, const screens::DropTimer& intent);
    void handle(clinic::Clinic& clinic, const screens::AnswerMark& intent);
    void handle(clinic::Clinic& clinic, const screens::AnswerAllergies& intent);
    void handle(clinic::Clinic& clinic, const screens::WriteMind& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintUse& intent);
    void handle(clinic::Clinic& clinic, const screens::KeepDraft& intent);
    void dismiss() { notice_.reset(); }

    [[nodiscard]] screens::CareView view(clinic::Clinic& clinic);

private:
    void written(const Result<std::string>& result, Message done);
    void failed(const Result<Done>& result);
    void take_up_draft(const clinic::Clinic& clinic);

    PaperTray& tray_;
    std::string use_id_;
    std::map<std::string, std::string, std::less<>> child_of_use_;  ///< last chosen child of each pair
    std::string last_note_id_;
    bool draft_looked_for_ = false;
    std::optional<clinic::KeptDraft> kept_;  ///< as it stood at the start
    std::optional<screens::Notice> notice_;
};

}  // namespace sango::app
