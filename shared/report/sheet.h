#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/yen.h"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace sango::report {

/// One cell, typed, so that a spreadsheet can add it up. monostate: empty.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Yen, Date>;

/// A table as a file: titles, rows of cells, sums under them.
struct Sheet {
    std::string name;  ///< of the tab, at most 31 characters, none of []:*?/\.
    std::vector<std::string> titles;
    std::vector<std::vector<Cell>> rows;
    std::vector<std::vector<Cell>> sums;
};

/// The sheets as an .xlsx file: text, whole numbers, yen and dates as such, the header frozen and repeated on
/// each printed page, columns as wide as their widest cell (a full-width character counts two), A4 across.
/// Error: no_spreadsheet.
[[nodiscard]] Result<std::string> xlsx(const std::vector<Sheet>& sheets, std::string_view title,
                                       Instant made_at);

/// CSV (RFC 4180, CRLF) in UTF-8 with a byte order mark, so that a spreadsheet knows it. Dates are
/// 2026-11-21, yen are plain numbers. The sums are left out: whoever reads it adds up.
[[nodiscard]] std::string csv_utf8(const Sheet& sheet);

/// What stands for a character that CP932 lacks, decided by a person: 𠮷 -> 吉.
using Substitutes = std::map<char32_t, std::string>;

/// The same in CP932 (Windows Shift_JIS), without a mark. Error `missing_in_cp932` names every character of
/// the sheet that CP932 lacks and that has no substitute: the export waits for a decision, and nothing is
/// ever replaced by "?". Error `bad_substitute`: a substitute that CP932 lacks too.
[[nodiscard]] Result<std::string> csv_cp932(const Sheet& sheet, const Substitutes& substitutes = {});
/// Those characters, once each, in order of appearance.
[[nodiscard]] std::vector<char32_t> missing_in_cp932(const Sheet& sheet);

/// What is most often written for it where it cannot be: the form of the same name that CP932 has (𠮷: 吉),
/// then 〓, the mark for a sign that is not there. A person decides.
[[nodiscard]] std::vector<std::string> likely_substitutes(char32_t character);

/// "𠮷 (U+20BB7)"
[[nodiscard]] std::string name_of_character(char32_t character);

}  // namespace sango::report
