#pragma once

#include "shared/base/date.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace sango::sync {

/// Retry-After (RFC 9110, 10.2.3): whole seconds, or a date of which `now` is subtracted (never below zero).
[[nodiscard]] std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, Instant now);
/// An HTTP date in any of its three forms.
[[nodiscard]] std::optional<Instant> parse_http_date(std::string_view value);

}  // namespace sango::sync
