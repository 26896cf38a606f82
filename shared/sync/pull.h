#pragma once

#include "shared/clinic/clinic.h"
#include "shared/clinic/programme_file.h"
#include "shared/sync/delivery.h"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace sango::sync {

inline constexpr std::chrono::seconds kUsualFetch{10};
/// What a municipality answered to a question, not yet believed: JSON bytes. Network only, any thread; given
/// up within a second once `go_on` says no. Errors: those of http_exchange, not_known, refused, server_error.
[[nodiscard]] Result<std::string> fetch(const Endpoint& endpoint, std::string_view path,
                                        std::chrono::seconds limit = kUsualFetch,
                                        const std::function<bool()>& go_on = {});

inline constexpr std::string_view kRosterPath = "/v1/roster";
inline constexpr std::string_view kRevocationsPath = "/v1/revocations";
inline constexpr std::string_view kProgrammesPath = "/v1/programmes";
/// "/v1/users/N-4821-7/uses"
[[nodiscard]] std::string balance_path(std::string_view user_number);

inline constexpr std::string_view kCouponDeskPath = "/v1/coupon-desk";
/// "/v1/users/N-4821-7/papers"
[[nodiscard]] std::string papers_path(std::string_view user_number);

inline constexpr std::string_view kQuestionnairePath = "/v1/questionnaire";

/// Checks and stores an answer, all or nothing, in one transaction on the clinic thread. Errors name the
/// field.
[[nodiscard]] Result<int> apply_roster(clinic::Clinic& clinic, std::string_view programme,
                                       std::string_view json);
[[nodiscard]] Result<int> apply_revocations(clinic::Clinic& clinic, std::string_view programme,
                                            std::string_view json);
/// Uses at other clinics only: this clinic's own are known better here.
[[nodiscard]] Result<int> apply_balance(clinic::Clinic& clinic, std::string_view programme,
                                        std::string_view json);
/// The versions of the programme's rules that are newer than what is here; a manager's act. Errors also those
/// of take_in_programme.
[[nodiscard]] Result<std::vector<clinic::TakenIn>> apply_programmes(clinic::Clinic& clinic,
                                                                    std::string_view programme,
                                                                    std::string_view json);

/// What the municipality shares of one user before her use; how much of it is new. A plan or an assessment
/// without her consent is `bad_answer`.
[[nodiscard]] Result<int> apply_papers(clinic::Clinic& clinic, std::string_view programme,
                                       std::string_view json);
/// The address and secret of this clinic's own code for e-coupons.
[[nodiscard]] Result<Done> apply_coupon_desk(clinic::Clinic& clinic, std::string_view programme,
                                             std::string_view json);

/// How many answered the questionnaire at this clinic, month by month.
[[nodiscard]] Result<Done> apply_questionnaire(clinic::Clinic& clinic, std::string_view programme,
                                               std::string_view json);

}  // namespace sango::sync
