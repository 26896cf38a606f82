#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// One record of a CSV file (RFC 4180), with the number of the line it begins on (1 is the first of the
/// file).
struct CsvLine {
    std::size_t number = 0;
    std::vector<std::string> fields;
};

inline constexpr std::size_t kMostCsvBytes = 16U << 20U;
inline constexpr std::size_t kMostCsvFields = 200;

/// All records. Text is UTF-8 (a BOM is passed over) or, where it is not, CP932. Lines end with CRLF, LF or
/// CR; a field in quotes may hold commas, quotes (doubled) and line ends; empty lines are passed over. Error
/// `bad_csv`: neither encoding, NUL, a quote that is never closed, text after a closing quote, too large;
/// names the line.
[[nodiscard]] Result<std::vector<CsvLine>> read_csv(std::string_view file);

/// The error of one line: "3行目の「born」: ..." Never holds what stands in the field.
[[nodiscard]] Error csv_error(std::size_t line, std::string_view field, std::string_view ja,
                              std::string_view en);

}  // namespace sango::clinic
