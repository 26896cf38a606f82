#pragma once

#include "shared/report/implementation_report.h"
#include "shared/report/send_outcome.h"

namespace sango::report {

/// What was closed: the implementation report or the invoice.
enum class Closing { report, invoice };

/// The newest close (確定) of a programme's month and what became of it.
struct NewestClose {
    int revision = 1;
    std::string body;  ///< as it was frozen
    /// Numbers were erased from it after their retention (clinic/redaction.h): it is no longer what was sent,
    /// and the month as it stands now says nothing against it.
    bool redacted = false;
    Stage stage = Stage::closed;  ///< closed, sent, accepted or refused
    std::string receipt_number;
    std::optional<Instant> received_at;
    std::optional<Instant> next_try_at;
    SendOutcome outcome;  ///< of the newest try
};
[[nodiscard]] Result<std::optional<NewestClose>> newest_close(const clinic::Clinic& clinic, Closing closing,
                                                              std::string_view programme,
                                                              std::chrono::year_month month);

/// What of a frozen body is needed to compare it with the month as it stands now.
struct FrozenBody {
    std::string audit_head;
    std::vector<std::string> uses;  ///< use id of each row
};
[[nodiscard]] FrozenBody read_frozen(std::string_view body);

/// The reasons of a refusal, tied to the rows as they stand now: "/rows/3/days" names the fourth row of the
/// frozen body, which may stand elsewhere today, or nowhere.
[[nodiscard]] std::vector<RefusalReason> tie_reasons(const SendOutcome& outcome, const FrozenBody& frozen,
                                                     const std::vector<Row>& rows);

}  // namespace sango::report
