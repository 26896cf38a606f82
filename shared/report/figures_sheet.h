#pragma once

#include "shared/report/figures.h"
#include "shared/report/paper_words.h"
#include "shared/report/sheet.h"

#include <vector>

namespace sango::report {

/// 令和5年度 / FY 2023.
[[nodiscard]] Message fiscal_year_name(int fiscal_year);

/// The table behind the pictures: a line for each service and year, and one for all services of each year.
[[nodiscard]] Sheet figures_sheet(const std::vector<Figures>& years, const programme::Programme* programme,
                                  Tongue tongue);

}  // namespace sango::report
