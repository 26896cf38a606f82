#include "shared/clinic/deemed_use.h"

#include "shared/clinic/booking_case.h"
#include "shared/clinic/notice.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/writing.h"

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::string_view kSelect =
    "SELECT d.id, d.mother_id, m.user_number, d.why, d.service, d.first_day, d.days, d.units, d.copay, "
    "d.coupons_used FROM deemed_use d JOIN mother m ON m.id = d.mother_id WHERE NOT EXISTS "
    "(SELECT 1 FROM deemed_use_withdrawn w WHERE w.deemed_id = d.id) AND ";

Result<std::vector<DeemedUse>> read_all(const Clinic& clinic, std::string_view where,
                                        std::initializer_list<store::Value> parameters) {
    std::vector<DeemedUse> uses;
    const auto read =
        clinic.database.query(fmt::format("{}{}", kSelect, where), parameters, [&](const store::Row& row) {
            uses.push_back({row.text(0), row.text(1), row.text(2), row.text(3),
                            programme::service_from(row.text(4)).value_or(programme::Service::day_care),
                            row.date(5), static_cast<int>(row.integer(6)), static_cast<int>(row.integer(7)),
                            row.yen(8), static_cast<int>(row.integer(9))});
            return true;
        });
    if (!read) return read.error();
    return uses;
}

struct Weighed {
    Cancelled outcome;
    int coupons_used = 0;
    Mother mother;
};

Result<Weighed> weigh_whole(const Clinic& clinic, const Booking& booking, bool late) {
    Weighed weighed;
    weighed.outcome.late = late;
    const auto known = booking_case(clinic, booking);
    if (!known) return known.error();
    weighed.mother = known->mother;
    const programme::Programme* rules = clinic.programmes.find(known->mother.programme, booking.first_day);
    const auto follows = rules != nullptr ? rules->late_cancel() : std::nullopt;
    if (!late || !follows) return weighed;
    weighed.outcome.counted = follows->counts_as_use;
    if (!follows->copay_due) return weighed;
    const auto verdict =
        verdict_on(clinic, *known, booking.service, booking.first_day, booking.days, booking.units);
    weighed.outcome.copay = verdict.copay.value_or(Yen());
    weighed.coupons_used = verdict.coupons_used;
    return weighed;
}

}  // namespace

Result<std::vector<DeemedUse>> deemed_uses_of(const Clinic& clinic, std::string_view mother_id) {
    return read_all(clinic, "d.mother_id = ?1 ORDER BY d.id", {value(mother_id)});
}

Result<std::vector<DeemedUse>> deemed_uses_between(const Clinic& clinic, std::string_view programme,
                                                   Date first, Date last) {
    return read_all(clinic, "m.programme = ?1 AND d.first_day BETWEEN ?2 AND ?3 ORDER BY d.first_day, d.id",
                    {value(programme), value(first), value(last)});
}

Result<Cancelled> weigh(const Clinic& clinic, const Booking& booking, bool late) {
    const auto weighed = weigh_whole(clinic, booking, late);
    if (!weighed) return weighed.error();
    return weighed->outcome;
}

Result<Done> deem_used(Clinic& clinic, const Booking& booking, std::string_view row_id,
                       std::string_view why) {
    const auto weighed = weigh_whole(clinic, booking, true);
    if (!weighed) return weighed.error();
    if (!weighed->outcome.counted) return Done{};
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const auto done = store::insert(clinic.database, "deemed_use",
                                    {{"id", value(id)},
                                     {"booking_id", value(row_id)},
                                     {"mother_id", value(booking.mother_id)},
                                     {"why", value(why)},
                                     {"service", value(programme::word(booking.service))},
                                     {"first_day", value(booking.first_day)},
                                     {"days", value(booking.days)},
                                     {"units", value(booking.units)},
                                     {"copay", value(weighed->outcome.copay)},
                                     {"coupons_used", value(weighed->coupons_used)},
                                     {"recorded_at", value(now.at)},
                                     {"recorded_by", value(now.actor)}},
                                    now, "deem_used");
    if (!done) return done;
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    const UseNotice notice{id,
                           weighed->mother.user_number,
                           booking.service,
                           booking.first_day,
                           booking.days,
                           booking.units,
                           weighed->coupons_used,
                           std::string(why),
                           std::nullopt,
                           now.at};
    const auto announced = announce(clinic, {"use", weighed->mother.programme, "/v1/uses", id,
                                             use_notice_json(clinic_id->value_or(""), notice)});
    if (!announced) return announced.error();
    return Done{};
}

Result<Done> withdraw_deemed(Clinic& clinic, std::string_view booking_id) {
    const auto deemed = read_all(
        clinic, "d.booking_id IN (SELECT id FROM booking WHERE id = ?1 OR root = ?1)", {value(booking_id)});
    if (!deemed) return deemed.error();
    const auto clinic_id = setting(clinic, "clinic.id");
    if (!clinic_id) return clinic_id.error();
    for (const DeemedUse& use : *deemed) {
        const store::Stamp now = stamp(clinic);
        const auto done = store::insert(clinic.database, "deemed_use_withdrawn",
                                        {{"deemed_id", value(use.id)},
                                         {"withdrawn_at", value(now.at)},
                                         {"withdrawn_by", value(now.actor)}},
                                        now, "withdraw_deemed");
        if (!done) return done;
        const auto programme =
            clinic.database.text("SELECT programme FROM mother WHERE id = ?1", {value(use.mother_id)});
        if (!programme) return programme.error();
        const auto announced =
            announce(clinic, {"use_undone", programme->value_or(""), "/v1/uses/withdrawals", use.id,
                              withdrawal_json(clinic_id->value_or(""), use.id, use.user_number, now.at)});
        if (!announced) return announced.error();
    }
    return Done{};
}

}  // namespace sango::clinic
