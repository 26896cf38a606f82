#include "shared/clinic/badge.h"

#include "shared/card/base45.h"
#include "shared/card/cbor.h"
#include "shared/card/cose.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {
namespace {

using store::value;

constexpr std::string_view kContent = "application/sango-badge";
constexpr std::int64_t kClinicLabel = 1;
constexpr std::int64_t kStaffLabel = 2;
constexpr std::int64_t kBadgeLabel = 7;

card::PrivateKey badge_key(const Clinic& clinic) {
    card::PrivateKey key;
    key.seed = clinic.keys.badge_seed();
    return key;
}

Error bad_badge() {
    return error("bad_badge",
                 "このバッジはこの施設のものではないか、読み取れません。もう一度かざすか、管理者に新しいバッ"
                 "ジを頼んでください。",
                 "This badge is not of this clinic, or cannot be read. Show it again, or ask the manager for "
                 "a new one.");
}

std::string text_under(const card::cbor::Item& claims, std::int64_t label) {
    const card::cbor::Item* item = claims.find(label);
    return item == nullptr ? std::string() : std::string(item->text().value_or(""));
}

}  // namespace

Result<std::string> issue_badge(Clinic& clinic, std::string_view staff_id) {
    if (const auto one = find_staff(clinic, staff_id); !one) return one.error();
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    return transact(clinic, Right::staff, [&]() -> Result<std::string> {
        const store::Stamp now = stamp(clinic);
        const std::string id = clinic.ids.next();
        const auto done = store::insert(clinic.database, "staff_badge",
                                        {{"id", value(id)},
                                         {"staff_id", value(staff_id)},
                                         {"issued_at", value(now.at)},
                                         {"issued_by", value(now.actor)}},
                                        now, "issue_badge");
        if (!done) return done.error();
        card::cbor::Writer claims;
        claims.map(3).integer(kClinicLabel).text(clinic_id->value_or(""));
        claims.integer(kStaffLabel).text(staff_id).integer(kBadgeLabel).text(id);
        return std::string(kBadgePrefix) +
               card::base45(card::sign1(claims.take(), badge_key(clinic), kContent));
    });
}

Result<Staff> badge_holder(const Clinic& clinic, std::string_view text) {
    if (!text.starts_with(kBadgePrefix)) return bad_badge();
    const auto bytes = card::from_base45(text.substr(kBadgePrefix.size()));
    const auto message = bytes ? card::read_sign1(*bytes) : std::nullopt;
    if (!message || message->content_type != kContent ||
        !card::verify_sign1(*message, card::public_key_of(badge_key(clinic))))
        return bad_badge();
    const auto claims = card::cbor::read(message->payload);
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    if (!claims || text_under(*claims, kClinicLabel) != clinic_id->value_or("")) return bad_badge();
    const std::string staff_id = text_under(*claims, kStaffLabel);
    const auto newest =
        clinic.database.text("SELECT max(id) FROM staff_badge WHERE staff_id = ?1", {value(staff_id)});
    if (!newest) return newest.error();
    if (*newest != std::optional(text_under(*claims, kBadgeLabel)))
        return error("old_badge", "このバッジは新しいものに替わっています。新しいバッジをかざしてください。",
                     "A newer badge has taken this one's place. Show the newer one.");
    return find_staff(clinic, staff_id);
}

}  // namespace sango::clinic
