#include "shared/clinic/outbox.h"

#include "shared/card/keys.h"
#include "shared/clinic/writing.h"

#include <fmt/format.h>

namespace sango::clinic {

using store::value;

Result<std::string> announce(Clinic& clinic, const Announcement& announcement) {
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    const std::string id = clinic.ids.next();
    const std::string key =
        hex(card::sha256(bytes_of(fmt::format("{}\n{}\n{}\n{}", clinic_id->value_or(""), announcement.kind,
                                              announcement.programme, announcement.subject))));
    const store::Stamp now = stamp(clinic);
    const auto done = store::insert(clinic.database, "outbox",
                                    {{"id", value(id)},
                                     {"kind", value(announcement.kind)},
                                     {"programme", value(announcement.programme)},
                                     {"path", value(announcement.path)},
                                     {"subject", value(announcement.subject)},
                                     {"idempotency_key", value(key)},
                                     {"body_sealed", value(Bytes())},
                                     {"created_at", value(now.at)}},
                                    now, "announce");
    if (!done) return done.error();
    const auto kept = store::insert(
        clinic.database, "outbox_body",
        {{"outbox_id", value(id)},
         {"body_sealed",
          value(clinic.keys.seal_for_clinic({"outbox_body", "body_sealed", id}, announcement.body))}},
        now, "announce");
    if (!kept) return kept.error();
    return id;
}

Result<std::string> announced_body(const Clinic& clinic, std::string_view outbox_id) {
    std::string table;
    std::string row_id;
    Bytes box;
    const auto read = clinic.database.query(
        "SELECT 'outbox_body', outbox_id, body_sealed FROM outbox_body WHERE outbox_id = ?1 "
        "UNION ALL SELECT 'outbox_redacted', id, body_sealed FROM outbox_redacted WHERE outbox_id = ?1 "
        "UNION ALL SELECT 'outbox', id, body_sealed FROM outbox WHERE id = ?1 AND length(body_sealed) > 0",
        {value(outbox_id)}, [&](const store::Row& row) {
            table = row.text(0);
            row_id = row.text(1);
            box = row.bytes(2);
            return false;
        });
    if (!read) return read.error();
    if (table.empty())
        return error("not_found", "送信するものが見つかりません。", "There is nothing of that kind to send.");
    return clinic.keys.unseal_for_clinic({table, "body_sealed", row_id}, box);
}

Result<std::optional<Bytes>> kept_digest(const Clinic& clinic, std::string_view outbox_id) {
    std::optional<Bytes> digest;
    const auto read = clinic.database.query("SELECT sent_digest FROM outbox_redacted WHERE outbox_id = ?1",
                                            {value(outbox_id)}, [&](const store::Row& row) {
                                                digest = row.bytes(0);
                                                return false;
                                            });
    if (!read) return read.error();
    return digest;
}

Result<bool> is_received(const Clinic& clinic, std::string_view kind, std::string_view subject) {
    const auto found = clinic.database.integer(
        "SELECT 1 FROM receipt r JOIN outbox o ON o.id = r.outbox_id WHERE o.kind = ?1 AND o.subject = ?2",
        {value(kind), value(subject)});
    if (!found) return found.error();
    return found->has_value();
}

}  // namespace sango::clinic
