#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sango::clinic {

// アンケート: after her use she is asked to answer the municipality's questionnaire, behind a code on the
// screen. Where it lies is the clinic's setting questionnaire.<programme>; "{clinic}" in it stands for the
// clinic's number, where each clinic has an address of its own.

/// none: there is no questionnaire for this programme.
[[nodiscard]] Result<std::optional<std::string>> questionnaire_address(const Clinic& clinic,
                                                                       std::string_view programme);
/// Records that its code was shown as she left. Errors: not_found.
[[nodiscard]] Result<Done> record_questionnaire_shown(Clinic& clinic, std::string_view use_id);
/// How often it was shown on these days, first and last included; undone uses count, since it was shown.
[[nodiscard]] Result<int> questionnaires_shown(const Clinic& clinic, std::string_view programme, Date first,
                                               Date last);

/// How many answered, month by month, as the municipality tells it of this clinic. What it told before is
/// replaced; an older answer changes nothing.
struct QuestionnaireAnswers {
    Instant answered_at{};  ///< when the municipality counted
    std::vector<std::pair<std::chrono::year_month, int>> answered;
};
[[nodiscard]] Result<Done> keep_questionnaire_answers(Clinic& clinic, std::string_view programme,
                                                      const QuestionnaireAnswers& answers);
/// Of the months that lie in the span; none: the municipality has not said.
struct QuestionnairesAnswered {
    int answered = 0;
    Instant as_of{};
};
[[nodiscard]] Result<std::optional<QuestionnairesAnswered>> questionnaires_answered(
    const Clinic& clinic, std::string_view programme, Date first, Date last);

}  // namespace sango::clinic
