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
    const auto done =
        store::insert(clinic.database, "outbox",
                      {{"id", value(id)},
                       {"kind", value(announcement.kind)},
                       {"programme", value(announcement.programme)},
                       {"path", value(announcement.path)},
                       {"subject", value(announcement.subject)},
                       {"idempotency_key", value(key)},
                       {"body_sealed",
                        value(clinic.keys.seal_for_clinic({"outbox", "body_sealed", id}, announcement.body))},
                       {"created_at", value(now.at)}},
                      now, "announce");
    if (!done) return done.error();
    return id;
}

Result<std::string> announced_body(const Clinic& clinic, std::string_view outbox_id) {
    std::optional<Bytes> box;
    const auto read = clinic.database.query("SELECT body_sealed FROM outbox WHERE id = ?1",
                                            {value(outbox_id)}, [&](const store::Row& row) {
                                                box = row.bytes(0);
                                                return false;
                                            });
    if (!read) return read.error();
    if (!box)
        return error("not_found", "送信するものが見つかりません。", "There is nothing of that kind to send.");
    return clinic.keys.unseal_for_clinic({"outbox", "body_sealed", outbox_id}, *box);
}

Result<bool> is_received(const Clinic& clinic, std::string_view kind, std::string_view subject) {
    const auto found = clinic.database.integer(
        "SELECT 1 FROM receipt r JOIN outbox o ON o.id = r.outbox_id WHERE o.kind = ?1 AND o.subject = ?2",
        {value(kind), value(subject)});
    if (!found) return found.error();
    return found->has_value();
}

}  // namespace sango::clinic
