#pragma once

#include "tests/municipality/form.h"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace sango::municipality {

/// POST /v1/invoices: what the municipality keeps of an invoice (請求書) besides its bytes.
struct Invoice {
    std::string clinic;
    std::string programme;
    std::chrono::year_month month{};
    std::int64_t revision = 1;
    std::string number;
};
/// Checks every field, that each amount follows from count and price, and that the lines add up.
[[nodiscard]] Invoice read_invoice(const nlohmann::json& body, Faults& faults);

/// POST /v1/user-reports: a report on one use (利用者別実施報告書).
struct UserReport {
    std::string clinic;
    std::string programme;
    std::string use;
    std::int64_t revision = 1;
    std::string user_number;
};
/// Checks every field, and that remarks and urgency come only with her consent.
[[nodiscard]] UserReport read_user_report(const nlohmann::json& body, Faults& faults);

}  // namespace sango::municipality
