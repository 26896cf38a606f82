#pragma once

#include "shared/base/clock.h"
#include "tests/municipality/ledger.h"
#include "tests/municipality/office.h"
#include "tests/municipality/reply.h"

#include <string>

namespace sango::municipality {

/// A write as it came: headers with their exact values, empty where missing.
struct Letter {
    std::string clinic;  ///< common name of the certificate that was shown
    std::string path;
    std::string content_type;
    std::string idempotency_key;
    std::string content_digest;
    std::string body;
};

/// Takes one write: checks it, records it and its receipt in one transaction, and answers. The same letter
/// again, also at the same instant, gets the same receipt.
[[nodiscard]] Reply take(const Office& office, Ledger& ledger, const Clock& clock, const Letter& letter);

/// The key that the contract prescribes.
[[nodiscard]] std::string idempotency_key(std::string_view clinic, std::string_view kind,
                                          std::string_view programme, std::string_view subject);
/// "sha-256=:...:"
[[nodiscard]] std::string content_digest(std::string_view body);

}  // namespace sango::municipality
