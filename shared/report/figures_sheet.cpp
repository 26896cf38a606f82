#include "shared/report/figures_sheet.h"

#include <fmt/format.h>

namespace sango::report {
namespace {

std::vector<Cell> line_of(std::string name, const Counts& counts) {
    return {std::move(name),
            std::int64_t{counts.persons},
            std::int64_t{counts.days},
            std::int64_t{counts.uses},
            std::int64_t{counts.first_time},
            std::int64_t{counts.applied},
            std::int64_t{counts.decided},
            counts.copay};
}

}  // namespace

Message fiscal_year_name(int fiscal_year) {
    constexpr int kReiwa = 2019;
    constexpr int kHeisei = 1989;
    const std::string en = fmt::format("FY {}", fiscal_year);
    if (fiscal_year < kReiwa) return {fmt::format("平成{}年度", fiscal_year - kHeisei + 1), en};
    if (fiscal_year == kReiwa) return {"令和元年度", en};
    return {fmt::format("令和{}年度", fiscal_year - kReiwa + 1), en};
}

Sheet figures_sheet(const std::vector<Figures>& years, const programme::Programme* programme, Tongue tongue) {
    const bool ja = tongue == Tongue::ja;
    Sheet sheet;
    sheet.name = ja ? "統計" : "Figures";
    sheet.titles = ja ? std::vector<std::string>{"年度・サービス", "実人員", "延日数", "件数",
                                                 "初回",           "申込",   "決定",   "利用者負担額"}
                      : std::vector<std::string>{"Year, service", "Persons", "Days",    "Uses",
                                                 "First",         "Applied", "Decided", "Copay"};
    for (const Figures& year : years) {
        const std::string name = pick(fiscal_year_name(year.fiscal_year), tongue);
        for (const auto& [service, counts] : year.services)
            sheet.rows.push_back(
                line_of(name + " " + pick(service_name(programme, service), tongue), counts));
        sheet.rows.push_back(line_of(name + (ja ? " 合計" : ", all"), year.all));
    }
    return sheet;
}

}  // namespace sango::report
