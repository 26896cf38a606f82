#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/result.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sango::sync {

/// Where a municipality listens and how both sides prove who they are. From <data>/sync/endpoints.toml:
///   [nerima]
///   url = "https://127.0.0.1:8443"        # no trailing slash, https only
///   authority = "nerima-authority.pem"    # the CA that signed the server's certificate (file beside the
///   .toml) certificate = "clinic.pem"            # the clinic's client certificate key = "clinic.key" # its
///   key, 0600 receipt_key = "131202-receipt.pem"    # Ed25519 public key that signs receipts
struct Endpoint {
    std::string programme;
    std::string url;
    std::filesystem::path authority;
    std::filesystem::path certificate;
    std::filesystem::path key;
    Bytes receipt_key;  ///< 32 bytes
};
[[nodiscard]] Result<std::vector<Endpoint>> load_endpoints(const std::filesystem::path& data);

/// One write, its bytes frozen.
struct Job {
    std::string outbox_id;
    std::string kind;
    std::string programme;
    std::string path;
    std::string idempotency_key;
    std::string body;
    int tries = 0;  ///< attempts recorded before this one
};

/// One reason of an application/problem+json (RFC 9457) answer: "errors": [{"pointer": "/rows/3/days",
/// "detail": ...}].
struct ProblemReason {
    std::string pointer;  ///< JSON pointer into the sent body; empty: the whole
    Message text;
};

struct Receipt {
    std::string number;      ///< "R8-11-0412"
    std::string body;        ///< exact bytes of the answer
    Bytes signature;         ///< 64 bytes, Ed25519 over body (header Receipt-Signature: ed25519=:<base64>:)
    std::string audit_head;  ///< as it stands in the receipt, may be empty
    Instant received_at{};   ///< by the municipality's clock
};

struct Answer {
    enum class Outcome { accepted, refused, later };
    Outcome outcome{};
    int http_status = 0;  ///< 0: no answer came
    std::vector<ProblemReason> reasons;
    std::optional<Receipt> receipt;
    std::optional<std::chrono::seconds> retry_after;
    Error error;  ///< for a person; empty code when accepted
};

/// Bytes sent of all; return false to cancel.
using Progress = std::function<bool(std::size_t sent, std::size_t total)>;

/// Sends one job over HTTPS and waits for its answer. Network only, no database: may run on any thread. Never
/// throws, never follows a redirect, TLS 1.2 or later, mutual; 30 s for the whole unless told otherwise.
[[nodiscard]] Answer deliver(const Endpoint& endpoint, const Job& job, const Progress& progress,
                             std::chrono::seconds limit = std::chrono::seconds(30));

}  // namespace sango::sync
