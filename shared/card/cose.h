#pragma once

#include "shared/base/bytes.h"
#include "shared/card/keys.h"

#include <optional>
#include <string>
#include <string_view>

namespace sango::card {

/// A COSE_Sign1 message (RFC 9052, 4.2) that names EdDSA (-8) as its algorithm.
struct Sign1 {
    Bytes protected_header;  ///< as it was signed
    Bytes key_id;            ///< kid (4), from either header
    Bytes payload;
    Bytes signature;  ///< any length; verifying refuses all but 64 bytes
    /// What the payload is (3), where the protected header says so in text: "application/toml". Signed with
    /// it, so that a message made for one purpose is never taken for another.
    std::string content_type{};

    bool operator==(const Sign1&) const = default;
};

/// The message in `encoded`: tag 18, optionally inside the CWT tag 61 (RFC 8392, 6). nullopt if it is
/// anything else: untagged, another algorithm, no kid or one in both headers, a detached payload, or a
/// `crit` (2) header, since Sango knows no extension.
[[nodiscard]] std::optional<Sign1> read_sign1(BytesView encoded);

/// Whether `key` signed exactly this protected header and payload (Sig_structure "Signature1", RFC 9052,
/// 4.4, with empty external data).
[[nodiscard]] bool verify_sign1(const Sign1& message, const PublicKey& key);

/// Tag 18 with alg and kid in the protected header, and the content type where one is given.
[[nodiscard]] Bytes sign1(BytesView payload, const PrivateKey& key, std::string_view content_type = {});

}  // namespace sango::card
