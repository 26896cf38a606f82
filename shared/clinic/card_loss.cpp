#include "shared/clinic/card_loss.h"

#include "shared/clinic/notice.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/people.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {
namespace {

using store::value;

/// The cti's hash of the newest card that was read, if any was.
Result<std::optional<Bytes>> newest_card(const Clinic& clinic, std::string_view mother_id) {
    std::optional<Bytes> identifier;
    const auto read = clinic.database.query(
        "SELECT identifier FROM certificate WHERE mother_id = ?1 AND kind = 'card' ORDER BY id DESC LIMIT 1",
        {value(mother_id)}, [&](const store::Row& row) {
            identifier = row.bytes(0);
            return false;
        });
    if (!read) return read.error();
    return identifier;
}

Result<std::string> report_within(Clinic& clinic, std::string_view mother_id) {
    const auto mother = find_mother(clinic, mother_id);
    if (!mother) return mother.error();
    if (!*mother)
        return error("not_found", "この方の登録が見つかりません。名前で探すか、登録してください。",
                     "She is not registered here. Search by name, or register her.");
    const auto missing = card_missing_since(clinic, mother_id);
    if (!missing) return missing.error();
    if (*missing)
        return error("already_reported", "紛失はすでに届けてあります。再交付のカードをお待ちください。",
                     "The loss has been reported already. Wait for the reissued card.");
    const auto card = newest_card(clinic, mother_id);
    if (!card) return card.error();
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();

    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const auto done = store::insert(clinic.database, "card_loss",
                                    {{"id", value(id)},
                                     {"mother_id", value(mother_id)},
                                     {"reported_at", value(now.at)},
                                     {"reported_by", value(now.actor)}},
                                    now, "card_lost");
    if (!done) return done.error();
    const auto announced = announce(
        clinic, {"card_lost", (*mother)->programme, "/v1/cards/losses", id,
                 card_loss_json(clinic_id->value_or(""), id, (*mother)->user_number, *card, now.at)});
    if (!announced) return announced.error();
    return id;
}

}  // namespace

Result<std::string> report_card_lost(Clinic& clinic, std::string_view mother_id) {
    return transact(clinic, Right::reception, [&] { return report_within(clinic, mother_id); });
}

Result<std::optional<Instant>> card_missing_since(const Clinic& clinic, std::string_view mother_id) {
    std::optional<Instant> since;
    const auto read = clinic.database.query(
        "SELECT l.reported_at FROM card_loss l WHERE l.mother_id = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM certificate c WHERE c.mother_id = ?1 AND c.issued_at >= l.reported_at) "
        "ORDER BY l.id DESC LIMIT 1",
        {value(mother_id)}, [&](const store::Row& row) {
            since = row.instant(0);
            return false;
        });
    if (!read) return read.error();
    return since;
}

}  // namespace sango::clinic
