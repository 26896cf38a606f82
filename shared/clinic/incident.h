#pragma once

#include "shared/clinic/clinic.h"
#include "shared/clinic/incident_form.h"
#include "shared/clinic/incident_rules.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 事案: what happened, from a near miss to a death. A near miss needs a class and a sentence; the rest of
/// the form can come later.
struct NewIncident {
    Gravity gravity = Gravity::near_miss;
    std::string use_id;    ///< empty: about no one in particular
    std::string child_id;  ///< empty: the mother, or no one
    Instant happened_at{};
    std::string words;  ///< what happened; sealed
};
/// Errors: not_found (of the use), wrong_child, bad_time (after now), empty_text, bad_text. Returns the
/// incident's id, which stays.
[[nodiscard]] Result<std::string> report_incident(Clinic& clinic, const NewIncident& incident);
/// Another class or time, or other words: the whole of it anew. Errors as above, and not_found (of the
/// incident), closed.
[[nodiscard]] Result<Done> correct_incident(Clinic& clinic, std::string_view incident_id,
                                            const NewIncident& instead);

/// The form as far as it is filled in, kept at each call. Errors: not_found, closed, and those of check_form.
[[nodiscard]] Result<Done> save_form(Clinic& clinic, std::string_view incident_id, const FormValues& values);
/// What the clinic already knows: facility, mother, child, use, staff, others present. Empty where it is not
/// known.
[[nodiscard]] Result<FormValues> known_values(const Clinic& clinic, std::string_view incident_id);

/// 時系列. Errors: not_found, closed, bad_time (after now), empty_text, bad_text.
[[nodiscard]] Result<std::string> add_event(Clinic& clinic, std::string_view incident_id, Instant at,
                                            std::string_view words);
[[nodiscard]] Result<Done> retract_event(Clinic& clinic, std::string_view event_id);

/// The municipality was told by word. Errors: not_found, bad_text.
[[nodiscard]] Result<Done> record_told(Clinic& clinic, std::string_view incident_id, std::string_view whom);

inline constexpr std::size_t kMostFileBytes = 8U << 20U;
/// A drawing, photograph or document. Errors: not_found, closed, bad_name, bad_kind (not png, jpeg or pdf),
/// too_large.
[[nodiscard]] Result<std::string> attach_file(Clinic& clinic, std::string_view incident_id,
                                              std::string_view name, BytesView contents);
[[nodiscard]] Result<Bytes> attached_file(const Clinic& clinic, std::string_view file_id);

/// Whether the mother agrees that the municipality is told (同意).
enum class Consent { given, refused, not_asked };
[[nodiscard]] std::string_view word(Consent consent);
/// The next report (第N報): freezes the form. With consent, and where the mother's municipality has a line,
/// it is put into the outbox in the same transaction; without, it is for paper. Errors: not_found, closed,
/// no_form (the class asks for none), empty_form.
[[nodiscard]] Result<int> make_report(Clinic& clinic, std::string_view incident_id, Consent consent);
/// Nothing more is to be done. Errors: not_found, closed, report_due (a report is still asked for), not_told.
[[nodiscard]] Result<Done> close_incident(Clinic& clinic, std::string_view incident_id);

struct IncidentEvent {
    std::string id;
    Instant at{};
    std::string words;
    std::string recorded_by;
};
struct IncidentReport {
    int number = 0;
    Consent consent{};
    Instant made_at{};
    bool announced = false;  ///< is in the outbox
    bool received = false;   ///< the municipality's receipt is here
};
struct IncidentFile {
    std::string id;
    std::string name;
    int bytes = 0;
};
struct Incident {
    std::string id;
    NewIncident what;
    std::string programme;  ///< of the mother; empty: about no one
    std::string mother_id;
    std::string mother;  ///< name
    std::string recorded_by;
    Instant recorded_at{};
    FormValues form;
    std::vector<IncidentEvent> events;    ///< by time
    std::vector<IncidentReport> reports;  ///< 第1報 ...
    std::vector<IncidentFile> files;
    std::optional<Instant> told_at;
    std::string told_whom;
    bool closed = false;
    /// What is due next and when: the first or second report; or, of a spoken class, to be told (no time).
    std::optional<int> report_asked;
    std::optional<Instant> due;
    bool tell_asked = false;
};
[[nodiscard]] Result<std::optional<Incident>> find_incident(const Clinic& clinic,
                                                            std::string_view incident_id);
/// Newest first; the open ones, or all of them.
[[nodiscard]] Result<std::vector<Incident>> incidents(const Clinic& clinic, bool all);

/// The bar's countdown: reports that are asked for and not made. No text of a person.
struct Deadline {
    std::string incident_id;
    Gravity gravity{};
    int report = 0;  ///< 1, 2; 0: to be told by word
    std::optional<Instant> due;
};
[[nodiscard]] Result<std::vector<Deadline>> deadlines(const Clinic& clinic);

}  // namespace sango::clinic
