#pragma once

#include "shared/sync/delivery.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sango::sync {

/// One question to a municipality's server.
struct HttpRequest {
    const Endpoint& endpoint;
    std::string_view path;  ///< from "/v1/" on, percent-encoded
    std::vector<std::string> headers;
    std::optional<std::string_view> body;  ///< POST with these bytes; none: GET
    std::size_t most_answer = std::size_t{1} << 20;
    std::chrono::seconds limit{30};
};

struct HttpReply {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
    std::string body;

    /// The value of a header that stands exactly once.
    [[nodiscard]] std::optional<std::string> header(std::string_view lower_case_name) const;
};

/// Asks and waits, on a connection of its own: HTTP/1.1, TLS 1.2 or later, our certificate shown, theirs
/// checked against the endpoint's authority and no other, no redirect followed, no proxy, no cookie. Whatever
/// came as a whole answer is a value, whatever its status. Errors (the sentence says what to do):
///   cancelled, no_network, unreachable, timeout, broken_line, answer_too_large,
///   stranger, wrong_host, certificate_expired, certificate_not_yet_valid, clinic_not_accepted, tls,
///   no_certificate (our own files), bad_authority, no_memory
[[nodiscard]] Result<HttpReply> http_exchange(const HttpRequest& request, const Progress& progress);

}  // namespace sango::sync
