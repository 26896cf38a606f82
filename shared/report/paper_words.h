#pragma once

#include "shared/report/implementation_report.h"

#include <string>
#include <string_view>

namespace sango::report {

// The words of papers and files, in the clinic's two languages.

enum class Tongue { ja, en };
[[nodiscard]] inline const std::string& pick(const Message& message, Tongue tongue) {
    return tongue == Tongue::ja ? message.ja : message.en;
}

/// The programme as it stood at the month's end, or the newest version there is; nullptr where it is unknown.
[[nodiscard]] const programme::Programme* version_for(const clinic::Clinic& clinic,
                                                      std::string_view programme,
                                                      std::chrono::year_month month);

/// What the programme calls a service.
[[nodiscard]] Message service_name(const programme::Programme* programme, programme::Service service);
[[nodiscard]] Message care_name(std::string_view kind);  ///< ミルク; an unknown word is itself
[[nodiscard]] Message condition_name(clinic::Condition condition);
[[nodiscard]] Message shown_name(std::string_view shown);  ///< 利用者カード, 電子クーポン, ...
/// "ミルク3回、沐浴1回"
[[nodiscard]] std::string care_text(const Row& row, Tongue tongue);
/// 口頭で伝えた出来事 of one use, one a line: "11/21 3:10 症状の悪化・受診・トラブル（11/21 3:20 練馬区へ）".
[[nodiscard]] std::string told_text(const clinic::Clinic& clinic, const Row& row, Tongue tongue);
/// "11/21 3:10"
[[nodiscard]] std::string short_moment(Instant at);
/// "令和8年11月21日(土)" or "Sat 21 November 2026"; the same of a month.
[[nodiscard]] std::string day_text(Date day, Tongue tongue);
[[nodiscard]] std::string month_words(std::chrono::year_month month, Tongue tongue);
[[nodiscard]] std::string money_text(Yen amount, Tongue tongue);
/// Whom papers are addressed to: 練馬区長 様.
[[nodiscard]] std::string addressee(const programme::Programme& programme, Tongue tongue);
/// The clinic as papers name it: name, address, telephone, representative, as far as they are set
/// ("clinic.name", "clinic.address", "clinic.phone", "clinic.representative").
[[nodiscard]] Result<std::vector<std::string>> clinic_lines(const clinic::Clinic& clinic);

}  // namespace sango::report
