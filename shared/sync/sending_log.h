#pragma once

#include "shared/clinic/clinic.h"
#include "shared/sync/delivery.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sango::sync {

/// One thing that the municipality must know, with how far it has come.
struct OutboxItem {
    enum class State { waiting, refused, accepted, superseded };

    std::string outbox_id;
    std::string kind;  ///< use, use_undone, report, invoice, ...
    std::string programme;
    std::string subject;  ///< use id, "2026-11/1", ...
    State state{};
    Instant created_at{};
    std::size_t bytes = 0;  ///< of the frozen body
    int tries = 0;
    std::optional<Instant> next_try_at;
    std::string receipt_number;
    std::optional<Instant> received_at;
    Message said;  ///< what the newest try ended with; empty: never tried, or accepted
    std::vector<Message> reasons;
};
[[nodiscard]] std::string_view word(OutboxItem::State state);
/// 利用の連絡, 実施報告書, ...; an unknown kind is itself.
[[nodiscard]] Message kind_name(std::string_view kind);

/// The newest `most` items, newest first, those still open before all others. `programme` empty: of all.
[[nodiscard]] Result<std::vector<OutboxItem>> outbox_items(const clinic::Clinic& clinic,
                                                           std::string_view programme, int most);

/// One try to send, as it ended.
struct SendTry {
    std::string outbox_id;
    std::string kind;
    std::string programme;
    std::string subject;
    std::string outcome;  ///< accepted, refused, later
    int http_status = 0;  ///< 0: no answer came
    Message said;
    std::vector<Message> reasons;
    std::optional<Instant> next_try_at;
    Instant ended_at{};
};
/// The newest `most` tries, newest first.
[[nodiscard]] Result<std::vector<SendTry>> send_tries(const clinic::Clinic& clinic,
                                                      std::string_view programme, int most);

/// Writes what proves a receipt to anyone, into a folder of its own "<folder>/<receipt number>": receipt.json
/// (the municipality's exact bytes), receipt.sig (Ed25519, 64 bytes), receipt-key.pem, sent.json (our frozen
/// bytes, whose digest the receipt holds) and VERIFY.txt, which says how to check all of it with openssl.
/// Returns that folder. The export is a link of the audit chain. Errors: no_receipt, and those of writing.
[[nodiscard]] Result<std::filesystem::path> export_proof(clinic::Clinic& clinic, const Endpoint& endpoint,
                                                         std::string_view outbox_id,
                                                         const std::filesystem::path& folder);

}  // namespace sango::sync
