#pragma once

#include "shared/report/implementation_report.h"

namespace sango::report {

/// What one use is billed as (請求の数): started units where the programme counts units or dates (a day care
/// of six hours in one day is three), nights where it counts nights, else calendar days.
[[nodiscard]] int billed_count(const clinic::Clinic& clinic, std::string_view programme, const Row& row);

/// 委託単価 of a service per counted day, night or unit: what the programme's file gives, else setting
/// "unit_price.<service>", 0 to 9,999,999 yen; none where neither says.
[[nodiscard]] std::optional<Yen> unit_price(const programme::Programme& programme,
                                            const programme::Settings& settings, programme::Service service);

/// Sums over the rows. A person (実人員) counts once a service, and once in all. The fee (委託料) is there
/// only if the unit price (委託単価) of every service with a row is set: setting
/// "programme.<id>.unit_price.<service>", whole yen.
[[nodiscard]] Result<Totals> add_up(const clinic::Clinic& clinic, std::string_view programme,
                                    const std::vector<Row>& rows);

}  // namespace sango::report
