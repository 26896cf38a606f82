#include "shared/card/keys.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/registering.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

/// A child may be born this long before its due date (22 weeks of 40) and still be the one that was due.
constexpr std::chrono::days kEarliestBirth{126};

std::optional<card::Digest> digest_of(BytesView bytes) {
    card::Digest digest{};
    if (bytes.size() != digest.size()) return std::nullopt;
    std::ranges::copy(bytes, digest.begin());
    return digest;
}

Result<card::Revocations> revocations(const Clinic& clinic) {
    card::Revocations list;
    auto read = clinic.database.query("SELECT issuer, kind, subject, issued_before FROM revocation", {},
                                      [&](const store::Row& row) {
                                          auto& issuer = list.by_issuer[row.text(0)];
                                          if (row.text(1) == "user") {
                                              issuer.issued_before[row.text(2)] = row.instant(3);
                                          } else if (const auto bytes = from_hex(row.text(2))) {
                                              if (const auto digest = digest_of(*bytes))
                                                  issuer.cards.insert(*digest);
                                          }
                                          return true;
                                      });
    if (!read) return read.error();
    // A loss that was reported here holds at once, before the municipality's list says so.
    read = clinic.database.query(
        "SELECT m.programme, m.user_number, max(l.reported_at) FROM card_loss l JOIN mother m "
        "ON m.id = l.mother_id GROUP BY m.programme, m.user_number",
        {}, [&](const store::Row& row) {
            for (const programme::Programme& version : clinic.programmes.all()) {
                if (version.id() != row.text(0)) continue;
                Instant& before = list.by_issuer[version.code()].issued_before[row.text(1)];
                before = std::max(before, row.instant(2));
            }
            return true;
        });
    if (!read) return read.error();
    read = clinic.database.query(
        "SELECT DISTINCT c.issuer, c.identifier FROM service_use u JOIN certificate c ON c.id = "
        "u.certificate_id "
        "WHERE c.kind = 'coupon' AND u.shown = 'coupon' AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id)",
        {}, [&](const store::Row& row) {
            if (const auto digest = digest_of(row.bytes(1)))
                list.by_issuer[row.text(0)].used_coupons.insert(*digest);
            return true;
        });
    if (!read) return read.error();
    return list;
}

Registration registration_from(const card::Claims& claims, std::string_view programme, bool resident_known) {
    Registration told;
    told.source = "card";
    told.programme = programme;
    told.user_number = claims.user;
    // A municipality gives its cards to its residents: a card that holds is its word for it, unless the
    // roster has said otherwise.
    if (!resident_known) told.facts.resident = true;
    if (claims.household) told.facts.household = programme::household_from(card::word(*claims.household));
    told.facts.household_confirmed_on = claims.household_confirmed_on;
    told.facts.loss_on = claims.loss_on;
    for (std::size_t i = 0; i < claims.births.size(); ++i) {
        Child child;
        child.born = claims.births[i];
        if (claims.due && *claims.due >= claims.births[i] - std::chrono::days(42) &&
            *claims.due <= claims.births[i] + kEarliestBirth)
            child.due = claims.due;
        if (i < claims.weights_g.size()) child.weight_g = claims.weights_g[i];
        told.children.push_back(std::move(child));
    }
    if (claims.births.empty() && claims.due)
        told.children.push_back({.id = {}, .name = {}, .born = {}, .due = claims.due, .weight_g = {}});
    return told;
}

/// The same card, shown again on the same day, is the same certificate.
Result<std::optional<std::string>> certificate_of_today(const Clinic& clinic, std::string_view mother_id,
                                                        const Bytes& identifier) {
    std::optional<std::string> id;
    const Date today = japan_date(clinic.clock.now());
    const auto read = clinic.database.query(
        "SELECT id, identifier, read_at FROM certificate WHERE mother_id = ?1 ORDER BY id DESC LIMIT 1",
        {value(mother_id)}, [&](const store::Row& row) {
            if (row.bytes(1) == identifier && japan_date(row.instant(2)) == today) id = row.text(0);
            return false;
        });
    if (!read) return read.error();
    return id;
}

Result<std::string> write_certificate(Clinic& clinic, std::string_view mother_id, const card::Claims& claims,
                                      const Bytes& identifier) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const auto done = store::insert(clinic.database, "certificate",
                                    {{"id", value(id)},
                                     {"mother_id", value(mother_id)},
                                     {"kind", value(card::word(claims.kind))},
                                     {"issuer", value(claims.issuer)},
                                     {"identifier", value(identifier)},
                                     {"issued_at", value(claims.issued_at)},
                                     {"expires_at", value(claims.expires)},
                                     {"interview_on", value(claims.interview_on)},
                                     {"coupons_left", value(claims.coupons_left)},
                                     {"copay_per_unit", value(claims.copay_per_unit)},
                                     {"read_at", value(now.at)},
                                     {"read_by", value(now.actor)}},
                                    now, "show_card");
    if (!done) return done.error();
    return id;
}

Result<Shown> show_within(Clinic& clinic, const card::Claims& claims) {
    const auto* programme = clinic.programmes.find(claims.issuer, japan_date(clinic.clock.now()));
    if (programme == nullptr)
        return error(
            "unknown_programme",
            "このカードの自治体の事業は登録されていません。事業の設定を確かめてください。",
            "The programme of this card's municipality is not known here. Check the programme settings.");
    const auto known = find_by_number(clinic, programme->id(), claims.user);
    if (!known) return known.error();
    const bool resident_known = *known && (*known)->facts.resident.has_value();
    const auto registered =
        register_within(clinic, registration_from(claims, programme->id(), resident_known));
    if (!registered) return registered.error();
    const std::string& mother_id = registered->mother_id;

    const card::Digest digest = card::sha256(claims.id);
    const Bytes identifier(digest.begin(), digest.end());
    const auto same = certificate_of_today(clinic, mother_id, identifier);
    if (!same) return same.error();
    if (*same) {
        const auto noted =
            store::note_action(clinic.database, "certificate", **same, stamp(clinic), "show_card");
        if (!noted) return noted.error();
        return Shown{mother_id, **same};
    }
    auto written = write_certificate(clinic, mother_id, claims, identifier);
    if (!written) return written.error();
    return Shown{mother_id, std::move(*written)};
}

}  // namespace

Result<card::Claims, card::Failure> read_card(const Clinic& clinic, std::string_view text) {
    const auto list = revocations(clinic);
    // Without the list nothing can be vouched for; the next write will say what ails the disk.
    if (!list) return card::Failure::unreadable;
    return card::read_text(text, clinic.trust, *list, clinic.clock.now(), clock_trustworthy(clinic));
}

Result<Shown> show_card(Clinic& clinic, const card::Claims& claims) {
    auto shown = transact(clinic, Right::reception, [&] { return show_within(clinic, claims); });
    if (!shown) {
        clinic.keys.forget();
        return shown;
    }
    if (auto done = index_name(clinic, shown->mother_id); !done) return done.error();
    return shown;
}

}  // namespace sango::clinic
