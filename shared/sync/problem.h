#pragma once

#include "shared/sync/delivery.h"

#include <string_view>
#include <vector>

namespace sango::sync {

/// The reasons in an application/problem+json body, at most 100 of at most 500 bytes each, without control
/// characters, and only with pointers that are JSON pointers. Never empty: an answer that gives none becomes
/// one sentence with the status.
[[nodiscard]] std::vector<ProblemReason> parse_problem(int http_status, std::string_view body);

/// 408 Request Timeout, 425 Too Early, 429 Too Many Requests and the server's own faults: not a no, but
/// later.
[[nodiscard]] bool means_later(int status);
/// An answer that is neither what was wanted nor a no: server_error, busy, redirected, no_receipt.
[[nodiscard]] Error unexpected_status(int status);

}  // namespace sango::sync
