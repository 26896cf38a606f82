#pragma once

#include "tests/municipality/form.h"

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace sango::municipality {

/// POST /v1/uses: a use has begun (利用の連絡).
struct UseNotice {
    std::string notice;  ///< the clinic's id of the use
    std::string clinic;
    std::string user_number;
    std::string service;
    Date first_day{};
    std::int64_t days = 1;
    std::int64_t units = 1;
    std::int64_t coupons_used = 0;
    std::string shown;
    std::optional<std::string> certificate;
    Instant checked_in_at{};
};
[[nodiscard]] UseNotice read_use_notice(const nlohmann::json& body, Faults& faults);

/// POST /v1/uses/withdrawals: the check-in was taken back (利用の取消).
struct Withdrawal {
    std::string notice;
    std::string clinic;
    std::string user_number;
    Instant withdrawn_at{};
};
[[nodiscard]] Withdrawal read_withdrawal(const nlohmann::json& body, Faults& faults);

/// POST /v1/cards/losses: a user's card is lost (紛失), another is asked for.
struct CardLoss {
    std::string notice;
    std::string clinic;
    std::string user_number;
    std::optional<std::string> certificate;
    Instant reported_at{};
};
[[nodiscard]] CardLoss read_card_loss(const nlohmann::json& body, Faults& faults);

/// What she showed, or that nobody came.
[[nodiscard]] std::string read_shown(Form& form);
/// The word for a service, read from `form`.
[[nodiscard]] std::string read_service(Form& form, std::string_view name = "service");

}  // namespace sango::municipality
