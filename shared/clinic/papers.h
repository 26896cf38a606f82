#pragma once

#include "shared/clinic/clinic.h"
#include "shared/programme/verdict.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

// What the municipality shared of a mother before a use. Sealed under her key; who reads one is recorded.

enum class PaperKind {
    request_letter,  ///< 依頼書: asks this clinic to receive her
    decision,        ///< 決定通知: what was granted
    support_plan,    ///< 支援計画, of a high-need family; only with her consent
    assessment,      ///< アセスメント; only with her consent
};
[[nodiscard]] std::string_view word(PaperKind kind);
[[nodiscard]] std::optional<PaperKind> paper_kind_from(std::string_view word);
[[nodiscard]] bool needs_consent(PaperKind kind);

/// What a decision says about uses: this service, on these days, first and last included.
struct PaperDecision {
    programme::Service service{};
    Date first_day{};
    Date last_day{};
    Instant applied_at{};  ///< when she applied to the municipality: by this her asking is judged
    bool granted = false;
    int extra_days = 0;
    std::string centre = {};       ///< 担当センター; empty: not told
    std::string coordinator = {};  ///< 担当者; empty: not told

    bool operator==(const PaperDecision&) const = default;
};

struct Paper {
    std::string id;
    std::string mother_id;
    std::string number;  ///< the municipality's own
    PaperKind kind{};
    Date issued_on{};
    std::string title;
    std::string text;  ///< several lines; empty in a list
    std::optional<PaperDecision> decision;
};

/// One answer of the municipality about one mother.
struct SharedPapers {
    bool consent = false;  ///< hers, to the sharing of plan and assessment
    Instant answered_at{};
    std::vector<Paper> papers;  ///< ids are made
};
/// Keeps what is new of it, in one transaction; a number that is known stays as it is. Returns how many were
/// new. What is granted for days to come is asked for on the board (booking.h), by the moment of her
/// application. Errors: not_found, no_consent (a plan or assessment without her consent: nothing is kept).
[[nodiscard]] Result<int> keep_papers(Clinic& clinic, std::string_view mother_id, const SharedPapers& shared);

/// Those that may be shown, newest first, without their texts. Once her consent is gone, plan and assessment
/// are not among them.
[[nodiscard]] Result<std::vector<Paper>> papers_of(const Clinic& clinic, std::string_view mother_id);
/// One with its text; that it was read is recorded. Errors: not_found, no_consent.
[[nodiscard]] Result<Paper> read_paper(Clinic& clinic, std::string_view paper_id);

/// The newest decision about this service on this day.
[[nodiscard]] Result<std::optional<PaperDecision>> decision_on(const Clinic& clinic,
                                                               std::string_view mother_id,
                                                               programme::Service service, Date day);
/// Lets `decision`, which knows more than her profile, answer in `request`: whether the use is granted, the
/// days added, who coordinates. She asked when she applied to the municipality, not when she came to the
/// desk.
void apply_decision(const PaperDecision& decision, programme::Request& request);
/// 担当センター: the centre that coordinates this use and is reported to, by the decision about it, else by
/// what the roster tells of her; empty: nobody told.
[[nodiscard]] Result<std::string> coordinating_centre(const Clinic& clinic, std::string_view mother_id,
                                                      programme::Service service, Date day);
[[nodiscard]] Result<bool> has_request_letter(const Clinic& clinic, std::string_view mother_id);

}  // namespace sango::clinic
