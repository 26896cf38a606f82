#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/audit_log.h"
#include "shared/clinic/clinic.h"
#include "shared/clinic/programme_file.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// 設定: which programme is looked at, what files there are, what the municipalities answered.
class SettingsDesk {
public:
    void handle(clinic::Clinic& clinic, const screens::OpenProgramme& intent);
    void handle(clinic::Clinic& clinic, const screens::SwitchContract& intent);
    void handle(clinic::Clinic& clinic, const screens::AnswerSetting& intent);
    void handle(clinic::Clinic& clinic, const screens::LookForFiles& intent);
    void handle(clinic::Clinic& clinic, const screens::CloseFiles& intent);
    void handle(clinic::Clinic& clinic, const screens::TakeInFile& intent);
    void handle(clinic::Clinic& clinic, const screens::TakeOver& intent);
    void handle(clinic::Clinic& clinic, const screens::ChooseScreen& intent);
    void handle(clinic::Clinic& clinic, const screens::ShowAudit& intent);
    void handle(clinic::Clinic& clinic, const screens::SetSheetFolder& intent);
    void handle(clinic::Clinic& clinic, const screens::SetPrinter& intent);
    void handle(clinic::Clinic& clinic, const screens::SaveParticulars& intent);
    void handle(clinic::Clinic& clinic, const screens::OpenSettings& intent);
    void dismiss() { notice_.reset(); }

    /// So many municipalities are being asked for their rules.
    void begin_pull(int municipalities);
    /// One of them answered.
    void pulled(clinic::Clinic& clinic, const std::string& programme, const Result<std::string>& answer);

    [[nodiscard]] screens::SettingsView view(clinic::Clinic& clinic) const;
    [[nodiscard]] const std::optional<screens::Notice>& notice() const { return notice_; }
    [[nodiscard]] screens::ScreenChoices screen(const clinic::Clinic& clinic) const;

private:
    void tell_pulled();

    std::optional<clinic::AuditFilter> audit_;  ///< what of the audit chain is shown
    std::string open_;                          ///< id of the programme whose page is open
    std::optional<std::vector<screens::FileLine>> files_;
    int awaited_ = 0;
    std::vector<clinic::TakenIn> taken_;
    std::optional<Message> failed_;  ///< what went wrong while pulling, of the first that did
    std::optional<screens::Notice> notice_;
};

/// One programme with its rules in every version, its open numbers and their history.
[[nodiscard]] Result<screens::ProgrammePage> programme_page(const clinic::Clinic& clinic,
                                                            const std::string& id);
/// Every programme, as the list shows it.
[[nodiscard]] Result<std::vector<screens::ProgrammeLine>> programme_lines(const clinic::Clinic& clinic);

}  // namespace sango::app
