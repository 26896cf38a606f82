#pragma once

#include "shared/sync/delivery.h"

#include <string_view>

namespace sango::sync {

/// "sha-256=:<base64>:" over the exact bytes (RFC 9530).
[[nodiscard]] std::string content_digest(std::string_view body);

/// The 64 bytes in "ed25519=:<base64>:"; nullopt for anything else.
[[nodiscard]] std::optional<Bytes> parse_signature(std::string_view header);

/// The string that stands under `name` in the object itself, in bytes that we froze; empty where there is
/// none. Looks at each byte once and keeps nothing: a month is a megabyte.
[[nodiscard]] std::string_view own_member(std::string_view body, std::string_view name);

/// A receipt that fits: signed by the municipality's receipt key over exactly these bytes, of the contract's
/// form, and speaking of this very job (kind, clinic, key, digest of our frozen bytes). Error: `bad_receipt`.
[[nodiscard]] Result<Receipt> check_receipt(BytesView receipt_key, const Job& job, std::string_view body,
                                            BytesView signature);
/// The same, where content_digest(job.body) is known already.
[[nodiscard]] Result<Receipt> check_receipt(BytesView receipt_key, const Job& job, std::string_view digest,
                                            std::string_view body, BytesView signature);

}  // namespace sango::sync
