#pragma once

#include "shared/base/clock.h"
#include "tests/municipality/form.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/reply.h"

namespace sango::municipality {

/// What is shared of a user with the clinic that receives her: request letter (依頼書), decision (決定通知),
/// support plan and assessment (支援計画・アセスメント).
struct PaperEntry {
    std::string number;
    std::string kind;
    std::string entry;  ///< JSON, as it is handed out
};
/// One paper as the contract has it, from a file.
[[nodiscard]] PaperEntry read_paper(std::string_view text, Faults& faults);
/// Puts it beside the others of this user; the same number again replaces it.
[[nodiscard]] Result<Done> put_paper(Ledger& ledger, std::string_view user_number, const PaperEntry& paper);
/// Whether she agrees that plan and assessment are shared (同意).
[[nodiscard]] Result<Done> put_consent(Ledger& ledger, std::string_view user_number, bool given);

/// GET /v1/users/{number}/papers. Plan and assessment only with her consent.
[[nodiscard]] Reply answer_papers(Ledger& ledger, const Clock& clock, std::string_view user_number);

}  // namespace sango::municipality
