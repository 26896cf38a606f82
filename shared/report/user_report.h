#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/implementation_report.h"

#include <optional>
#include <string>

namespace sango::report {

/// 利用者別実施報告書: what the municipality is told of one use beyond the month's counts. With her consent
/// it may say more in words, and may be urgent (速やかな報告): someone should call today.
struct NewUserReport {
    std::string use_id;
    bool consent = false;
    bool urgent = false;
    std::string remarks;  ///< at most 6,000 bytes; line feeds become spaces
};

/// The newest report on a use.
struct UserReport {
    std::string use_id;
    int revision = 1;
    bool consent = false;
    bool urgent = false;
    std::string remarks;
    Instant written_at{};
    std::string receipt_number;  ///< empty: not received yet
};

/// Whether the programme wants a report on each use of that day.
[[nodiscard]] bool wants_user_report(const clinic::Clinic& clinic, std::string_view programme, Date day);

/// Writes it and puts it into the outbox, in one transaction. Writing again makes the next revision. Errors:
/// not_found, not_left (she has not been checked out), no_consent (urgent or remarks without her consent),
/// bad_text.
[[nodiscard]] Result<Done> write_user_report(clinic::Clinic& clinic, const NewUserReport& report);
[[nodiscard]] Result<std::optional<UserReport>> user_report(const clinic::Clinic& clinic,
                                                            std::string_view use_id);
/// The body as /v1/user-reports takes it.
[[nodiscard]] std::string user_report_json(std::string_view clinic_id, std::string_view programme,
                                           const Row& row, const UserReport& report);

}  // namespace sango::report
