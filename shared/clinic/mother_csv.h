#pragma once

#include "shared/clinic/people.h"

#include <string_view>
#include <vector>

namespace sango::clinic {

/// One line of the file, read.
struct CsvRegistration {
    std::size_t line = 0;
    Registration registration;
};

/// Mothers from a CSV file. The first line names the columns, in any order, by these names or the Japanese
/// ones:
///
///   programme 事業                  id, code or name of the municipality: nerima, 131202, 練馬区 (required)
///   user_number 利用者番号                                                                       (required)
///   name 氏名 / kana ふりがな / address 住所 / phone 電話 / allergies アレルギー
///   child_name お子さんの名前 / born 生年月日 / due 出産予定日 / weight_g 出生体重
///                                   several children apart by ";", in the same order in each of these
///                                   columns; one due date stands for all
///   household 世帯                  taxed 課税, tax_exempt 非課税, welfare 生活保護
///   household_confirmed_on 世帯確認日 / moved_out_on 転出日 / loss_on 流産死産日
///   resident 住民                   yes はい 1, no いいえ 0
///
/// Dates: 2026-05-10, 2026/5/10 or 20260510. An empty field tells nothing. Error `bad_csv` names line, field
/// and reason.
[[nodiscard]] Result<std::vector<CsvRegistration>> read_mothers(std::string_view file,
                                                                const programme::Catalogue& programmes,
                                                                Date today);

}  // namespace sango::clinic
