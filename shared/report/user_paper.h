#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/document.h"

#include <string_view>

namespace sango::report {

/// 利用者別実施報告書 on paper: the use, her state, care given, what was written of it (user_report.h), and
/// of each baby the 24 hours of each day, the weight with its percentage since birth, and what it drank day
/// by day; of herself the pain she named. She goes by her user number. What was retracted is nowhere on it;
/// after a loss there is nothing of a baby. Errors: not_found, those of reading.
[[nodiscard]] Result<Document> user_paper(const clinic::Clinic& clinic, std::string_view use_id);

}  // namespace sango::report
