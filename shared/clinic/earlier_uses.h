#pragma once

#include "shared/clinic/people.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// A use (利用) from before the clinic kept its records here, or an application that led to none.
struct EarlierUse {
    std::size_t line = 0;  ///< of the file
    std::string programme;
    std::string user_number;
    programme::Service service{};
    Date first_day{};
    int days = 1;  ///< 0: an application (申込) that led to no use
    int units = 1;
    std::optional<Date> born;
    std::optional<Yen> copay;
    std::optional<bool> first_time;
    std::optional<int> applied;  ///< applications and decisions (利用決定) that this line stands for
    std::optional<int> decided;
};

/// Earlier uses from a CSV file (UTF-8 or CP932). The first line names the columns, in any order, by these
/// names or the Japanese ones:
///
///   programme 事業        id, code or name of the municipality                                 (required)
///   user_number 利用者番号 as the municipality wrote it                                        (required)
///   service サービス       short_stay, ... or as the programme calls it                        (required)
///   date 利用日            the first day; 2026-05-10, 2026/5/10 or 20260510                    (required)
///   days 日数              calendar days, 1 to 60; 0: an application that led to no use        (required)
///   units 回数             as the copay counts them, 1 to 60                                   (required)
///   born 生年月日          of the youngest child; may be empty                                 (required)
///   copay_yen 利用者負担額 / first_time 初回 (yes はい 1, no いいえ 0)
///   applied 申込数 / decided 利用決定数   whole numbers; mostly 1
///
/// Error `bad_csv` names every broken line (at most 20) by number, field and reason, one a line of text.
[[nodiscard]] Result<std::vector<EarlierUse>> read_earlier_uses(std::string_view file,
                                                                const programme::Catalogue& programmes,
                                                                Date today);

/// Keeps them, all or nothing, in one transaction. A use that is known already, from an earlier file or
/// because it was checked in here, adds nothing. Error `bad_csv` also where a known line says something else
/// now.
[[nodiscard]] Result<ImportResult> import_uses(Clinic& clinic, std::string_view csv);

}  // namespace sango::clinic
