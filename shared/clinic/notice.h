#pragma once

#include "shared/clinic/check_in.h"

#include <string>

namespace sango::clinic {

/// What a use notice tells (POST /v1/uses); see outbox.h for the form.
struct UseNotice {
    std::string use_id;
    std::string user_number;
    programme::Service service{};
    Date first_day{};
    int days = 1;
    int units = 1;
    int coupons_used = 0;
    std::string shown;
    std::optional<Bytes> certificate;  ///< SHA-256 of the cti
    Instant checked_in_at{};
};
[[nodiscard]] std::string use_notice_json(std::string_view clinic_id, const UseNotice& notice);
[[nodiscard]] std::string withdrawal_json(std::string_view clinic_id, std::string_view use_id,
                                          std::string_view user_number, Instant withdrawn_at);

[[nodiscard]] std::string card_loss_json(std::string_view clinic_id, std::string_view loss_id,
                                         std::string_view user_number,
                                         const std::optional<Bytes>& certificate, Instant reported_at);

}  // namespace sango::clinic
