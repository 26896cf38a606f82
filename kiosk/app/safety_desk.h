#pragma once

#include "kiosk/app/paper_tray.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "shared/clinic/clinic.h"
#include "shared/clinic/incident.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::app {

/// 安全: near misses and incidents, the form, whom to call.
class SafetyDesk {
public:
    /// `tray` outlives the desk.
    explicit SafetyDesk(PaperTray& tray) : tray_(tray) {}

    void handle(clinic::Clinic& clinic, const screens::ReportIncident& intent);
    void handle(clinic::Clinic& clinic, const screens::OpenIncident& intent);
    void handle(clinic::Clinic& clinic, const screens::RegradeIncident& intent);
    void handle(clinic::Clinic& clinic, const screens::SaveFormField& intent);
    void handle(clinic::Clinic& clinic, const screens::AddIncidentEvent& intent);
    void handle(clinic::Clinic& clinic, const screens::RetractIncidentEvent& intent);
    void handle(clinic::Clinic& clinic, const screens::RecordTold& intent);
    void handle(clinic::Clinic& clinic, const screens::AttachIncidentFile& intent);
    void handle(clinic::Clinic& clinic, const screens::MakeIncidentReport& intent);
    void handle(clinic::Clinic& clinic, const screens::CloseIncident& intent);
    void handle(clinic::Clinic& clinic, const screens::ShowAllIncidents& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintIncident& intent);
    void handle(clinic::Clinic& clinic, const screens::PrintEmergency& intent);
    void handle(clinic::Clinic&, const screens::ForgetEmergencyPaper&) { emergency_paper_.reset(); }
    void dismiss() { notice_.reset(); }
    /// What became of the printed copy of the emergency page.
    [[nodiscard]] const std::optional<Message>& emergency_paper() const { return emergency_paper_; }

    [[nodiscard]] screens::SafetyView view(clinic::Clinic& clinic);

private:
    void answered(const Result<Done>& result, std::optional<Message> done = {});

    PaperTray& tray_;
    std::string open_;
    bool all_ = false;
    std::uint64_t saved_ = 0;
    std::optional<screens::Notice> notice_;
    std::optional<Message> emergency_paper_;
};

/// Whom to call now for this programme's mothers.
[[nodiscard]] std::vector<screens::CallView> calls_for(const clinic::Clinic& clinic,
                                                       std::string_view programme);
/// For the bar.
[[nodiscard]] std::vector<screens::IncidentDue> deadline_views(const clinic::Clinic& clinic);
/// 緊急: ambulance, the cooperating hospital, the municipalities of everyone in the house.
[[nodiscard]] std::vector<screens::EmergencyLine> emergency_lines(const clinic::Clinic& clinic);
/// Where the AED is, and the clinic's own flow, as set.
[[nodiscard]] std::vector<Message> emergency_notes(const clinic::Clinic& clinic);

}  // namespace sango::app
