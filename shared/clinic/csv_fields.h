#pragma once

#include "shared/base/date.h"
#include "shared/programme/programme.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sango::clinic {

// What stands in one field of a CSV file, in the ways in which a person writes it. nullopt: it is not of that
// kind.

/// 2026-05-10, 2026/5/10 or 20260510.
[[nodiscard]] std::optional<Date> csv_day(std::string_view written);
/// yes はい 1 / no いいえ 0.
[[nodiscard]] std::optional<bool> csv_flag(std::string_view written);
/// A whole number, also in full-width digits, with or without thousands' commas.
[[nodiscard]] std::optional<std::int64_t> csv_whole(std::string_view written);
/// The newest version of a programme, by id, code or name in either language.
[[nodiscard]] const programme::Programme* csv_programme(const programme::Catalogue& programmes,
                                                        std::string_view written);

}  // namespace sango::clinic
