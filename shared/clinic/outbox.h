#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <string_view>

namespace sango::clinic {

/// Something the municipality must know. Written in the same transaction as what it announces, its bytes
/// frozen.
struct Announcement {
    std::string kind;       ///< "use", "use_undone", "card_lost", "report"
    std::string programme;  ///< "nerima"
    std::string path;       ///< "/v1/uses", "/v1/uses/withdrawals", "/v1/cards/losses", "/v1/reports"
    std::string subject;    ///< use id, id of the loss, or "<month>/<revision>"
    std::string body;       ///< JSON, as it will be sent
};

/// Puts it into the outbox (must run inside a transaction) and returns the outbox row's id. The idempotency
/// key is SHA-256 (hex) of "<clinic id>\n<kind>\n<programme>\n<subject>".
[[nodiscard]] Result<std::string> announce(Clinic& clinic, const Announcement& announcement);
/// The frozen bytes of an outbox row, unsealed; once they were erased (redaction.h), what is left of them.
[[nodiscard]] Result<std::string> announced_body(const Clinic& clinic, std::string_view outbox_id);
/// SHA-256 of the bytes that were sent, where they have been erased since; none: announced_body is what was
/// sent.
[[nodiscard]] Result<std::optional<Bytes>> kept_digest(const Clinic& clinic, std::string_view outbox_id);

/// The municipality's receipt for this announcement is stored.
[[nodiscard]] Result<bool> is_received(const Clinic& clinic, std::string_view kind, std::string_view subject);

// Bodies of the announcements this room makes (dates ISO 8601, moments RFC 3339 at +09:00):
//   /v1/uses              {"notice":"<use
//   id>","clinic":"sakura-0123","user_number":"N-4821-7","service":"day_care",
//                          "first_day":"2026-11-21","days":1,"units":1,"coupons_used":0,"shown":"card",
//                          "certificate":"<hex SHA-256 of the cti, or
//                          null>","checked_in_at":"2026-11-21T14:05:00+09:00"}
//   /v1/uses/withdrawals  {"notice":"<use id>","clinic":"sakura-0123","user_number":"N-4821-7",
//                          "withdrawn_at":"2026-11-21T14:20:00+09:00"}
//   /v1/cards/losses      {"notice":"<id>","clinic":"sakura-0123","user_number":"N-4821-7",
//                          "certificate":"<hex SHA-256 of the newest card's cti, or null>",
//                          "reported_at":"2026-11-21T14:20:00+09:00"}

}  // namespace sango::clinic
