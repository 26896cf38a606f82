#pragma once

#include "shared/clinic/use.h"
#include "shared/report/implementation_report.h"

namespace sango::report {

/// The month's uses as rows, by first day, each with what keeps it from being closed:
///   no_check_out  退所の記録なし
///   no_care       ケア記録なし (not asked of siblings, who come along and get no care of their own)
///   not_stamped   利用者カードの日付・押印なし, where the programme has the desk stamp the card that was
///   shown
///   no_user_report 利用者別報告なし, where the programme wants one of each use (user_report.h)
[[nodiscard]] Result<std::vector<Row>> collect_rows(const clinic::Clinic& clinic, std::string_view programme,
                                                    std::chrono::year_month month);

/// One use as its month has it. Error: not_found.
[[nodiscard]] Result<Row> row_of(const clinic::Clinic& clinic, const clinic::Use& use);

}  // namespace sango::report
