#pragma once

#include "shared/base/date.h"

#include <string>

namespace sango::screens {

// 安全. Gravities, consents and form fields by their words (clinic/incident.h).
struct ReportIncident {
    std::string gravity;
    std::string use_id;
    std::string child_id;
    int minutes_ago = 0;
    std::string words;
};
struct OpenIncident {
    std::string incident_id;  ///< empty: back to the list
};
struct RegradeIncident {
    std::string gravity;  ///< of the open one, as the next
};
struct SaveFormField {
    std::string key;
    std::string value;
};
struct AddIncidentEvent {
    int minutes_ago = 0;
    std::string words;
};
struct RetractIncidentEvent {
    std::string event_id;
};
struct RecordTold {
    std::string whom;
};
struct AttachIncidentFile {
    std::string path;  ///< on this machine or a stick
};
struct MakeIncidentReport {
    std::string consent;
};
struct CloseIncident {};
struct PrintIncident {};         ///< 様式1 of the open one, as a PDF
struct PrintEmergency {};        ///< 緊急, as a PDF for the wall
struct ForgetEmergencyPaper {};  ///< 緊急 was closed: what became of its copy is said no more
struct ShowAllIncidents {
    bool all = false;
};

}  // namespace sango::screens
