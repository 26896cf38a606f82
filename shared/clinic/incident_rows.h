#pragma once

#include "shared/clinic/incident.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {

// What the files of incidents share: the row that counts, and sealing for whom it is about.

/// The newest row of one incident.
struct IncidentNow {
    std::string subject;  ///< the incident's id
    std::string row_id;
    std::string mother_id;  ///< empty: about no one
    std::string programme;
    Gravity gravity{};
    Instant happened_at{};
    std::string use_id;
    std::string child_id;
    bool closed = false;
};
[[nodiscard]] Result<IncidentNow> incident_now(const Clinic& clinic, std::string_view incident_id);
/// The same, and `closed` where nothing may be written any more.
[[nodiscard]] Result<IncidentNow> open_incident(const Clinic& clinic, std::string_view incident_id);

/// Under the mother's key, or the clinic's where `mother_id` is empty. Never NULL.
[[nodiscard]] Result<store::Value> sealed_for(const Clinic& clinic, std::string_view mother_id,
                                              const store::Place& place, std::string_view text);
[[nodiscard]] Result<std::string> unsealed_for(const Clinic& clinic, std::string_view mother_id,
                                               const store::Place& place, BytesView box);

}  // namespace sango::clinic
