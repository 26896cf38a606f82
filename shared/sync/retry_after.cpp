#include "shared/sync/retry_after.h"

#include <algorithm>
#include <string>

#include <curl/curl.h>

namespace sango::sync {

std::optional<Instant> parse_http_date(std::string_view value) {
    if (value.size() < 20 || value.size() > 40) return std::nullopt;
    const time_t at = curl_getdate(std::string(value).c_str(), nullptr);
    if (at == -1) return std::nullopt;
    return Instant(std::chrono::seconds(at));
}

std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, Instant now) {
    if (value.empty()) return std::nullopt;
    if (value.find_first_not_of("0123456789") == std::string_view::npos) {
        if (value.size() > 9) return std::nullopt;
        return std::chrono::seconds(std::stol(std::string(value)));
    }
    const auto at = parse_http_date(value);
    if (!at) return std::nullopt;
    return std::max(std::chrono::seconds(0), *at - now);
}

}  // namespace sango::sync
