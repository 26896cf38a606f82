#include "shared/clinic/coupon_desk.h"

#include "shared/card/day_token.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {
namespace {

using store::value;

Result<std::optional<CouponDesk>> newest_desk(const Clinic& clinic, std::string_view programme) {
    std::optional<CouponDesk> desk;
    std::string id;
    Bytes box;
    const auto read = clinic.database.query(
        "SELECT id, address, secret_sealed, answered_at FROM coupon_desk WHERE programme = ?1 "
        "ORDER BY id DESC LIMIT 1",
        {value(programme)}, [&](const store::Row& row) {
            id = row.text(0);
            box = row.bytes(2);
            desk = CouponDesk{row.text(1), {}, row.instant(3)};
            return false;
        });
    if (!read) return read.error();
    if (!desk) return desk;
    const auto secret = clinic.keys.unseal_for_clinic({"coupon_desk", "secret_sealed", id}, box);
    if (!secret) return secret.error();
    const BytesView bytes = bytes_of(*secret);
    desk->secret.assign(bytes.begin(), bytes.end());
    return desk;
}

}  // namespace

Result<Done> keep_coupon_desk(Clinic& clinic, std::string_view programme, const CouponDesk& desk) {
    return transact(clinic, Right::reception, [&]() -> Result<Done> {
        const auto known = newest_desk(clinic, programme);
        if (!known) return known.error();
        if (*known && (*known)->address == desk.address && (*known)->secret == desk.secret) return Done{};
        const std::string id = clinic.ids.next();
        const std::string secret(desk.secret.begin(), desk.secret.end());
        return store::insert(clinic.database, "coupon_desk",
                             {{"id", value(id)},
                              {"programme", value(programme)},
                              {"address", value(desk.address)},
                              {"secret_sealed", value(clinic.keys.seal_for_clinic(
                                                    {"coupon_desk", "secret_sealed", id}, secret))},
                              {"answered_at", value(desk.answered_at)}},
                             {clinic.clock.now(), "system"}, "pull_coupon_desk");
    });
}

Result<std::optional<std::string>> coupon_code(const Clinic& clinic, std::string_view programme) {
    const auto desk = newest_desk(clinic, programme);
    if (!desk) return desk.error();
    // A token of the wrong day would send her phone away.
    if (!*desk || !clock_trustworthy(clinic)) return std::optional<std::string>();
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    return std::optional(card::desk_code((*desk)->address, clinic_id->value_or(""),
                                         japan_date(clinic.clock.now()), (*desk)->secret));
}

}  // namespace sango::clinic
