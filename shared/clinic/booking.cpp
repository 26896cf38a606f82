#include "shared/clinic/check_in.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::chrono::minutes kLateAfter{15};
constexpr int kMinutesInDay = 24 * 60;

Error no_booking() {
    return error("not_found", "この予約が見つかりません。予約の一覧から選び直してください。",
                 "This booking is not there. Choose it from the list again.");
}

struct Booked {
    std::string mother_id;
    std::string state;
    std::string service;
    Date first_day{};
    int days = 1;
    std::optional<int> starts_at;
    std::string place;
};

Result<std::string> write_booking(Clinic& clinic, const Booked& booking, std::string_view replaces,
                                  std::string_view action) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const auto done =
        store::insert(clinic.database, "booking",
                      {{"id", value(id)},
                       {"mother_id", value(booking.mother_id)},
                       {"replaces", replaces.empty() ? store::Value(store::Null{}) : value(replaces)},
                       {"state", value(booking.state)},
                       {"service", value(booking.service)},
                       {"first_day", value(booking.first_day)},
                       {"days", value(booking.days)},
                       {"starts_at", value(booking.starts_at)},
                       {"place", value(booking.place)},
                       {"recorded_at", value(now.at)},
                       {"recorded_by", value(now.actor)}},
                      now, action);
    if (!done) return done.error();
    return id;
}

Attendance attendance(const store::Row& row, int service_use, int left, int state, Instant now, Instant due) {
    if (!row.null(service_use)) return row.null(left) ? Attendance::arrived : Attendance::left;
    if (row.text(state) == "did_not_come") return Attendance::did_not_come;
    return now > due + kLateAfter ? Attendance::late : Attendance::expected;
}

}  // namespace

Result<std::string> book(Clinic& clinic, const NewBooking& booking) {
    const bool sound =
        booking.days >= 1 && booking.days <= 60 &&
        (!booking.starts_at || (*booking.starts_at >= 0 && *booking.starts_at < kMinutesInDay)) &&
        is_line(booking.place, kMostLineBytes);
    if (!sound)
        return error("bad_booking", "予約の日数か時刻が正しくありません。入れ直してください。",
                     "The booking's days or time are not right. Enter them again.");
    const auto programme =
        clinic.database.text("SELECT programme FROM mother WHERE id = ?1", {value(booking.mother_id)});
    if (!programme) return programme.error();
    if (!*programme)
        return error("not_found", "この方の登録が見つかりません。先に登録してください。",
                     "She is not registered here. Register her first.");
    return transact(clinic, [&] {
        return write_booking(clinic,
                             {booking.mother_id, "booked", std::string(programme::word(booking.service)),
                              booking.first_day, booking.days, booking.starts_at, booking.place},
                             "", "book");
    });
}

Result<std::vector<Expected>> expected_today(const Clinic& clinic) {
    const Instant now = clinic.clock.now();
    const Date today = japan_date(now);
    std::vector<Expected> rows;
    auto read = clinic.database.query(
        "SELECT b.id, b.mother_id, b.service, b.days, b.starts_at, b.place, b.state, u.id, c.use_id FROM "
        "booking b "
        "LEFT JOIN service_use u ON u.booking_id = b.id AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id) "
        "LEFT JOIN check_out c ON c.use_id = u.id "
        "WHERE b.first_day = ?1 AND b.state IN ('booked', 'did_not_come') "
        "AND NOT EXISTS (SELECT 1 FROM booking r WHERE r.replaces = b.id) "
        "ORDER BY coalesce(b.starts_at, 1440), b.id",
        {value(today)}, [&](const store::Row& row) {
            const auto starts_at = row.maybe_integer(4);
            const int minutes = starts_at ? static_cast<int>(*starts_at) : kMinutesInDay;
            rows.push_back(
                {.booking_id = row.text(0),
                 .mother_id = row.text(1),
                 .name = {},
                 .service = programme::service_from(row.text(2)).value_or(programme::Service::day_care),
                 .days = static_cast<int>(row.integer(3)),
                 .starts_at = starts_at ? std::optional(minutes) : std::nullopt,
                 .place = row.text(5),
                 .attendance =
                     attendance(row, 7, 8, 6, now, japan_instant(today, std::chrono::minutes(minutes))),
                 .use_id = row.text(7)});
            return true;
        });
    if (!read) return read.error();
    for (Expected& row : rows) {
        const auto mother = find_mother(clinic, row.mother_id);
        if (!mother) return mother.error();
        if (*mother) row.name = (*mother)->name;
    }
    return rows;
}

Result<Done> mark_did_not_come(Clinic& clinic, std::string_view booking_id) {
    return transact(clinic, [&]() -> Result<Done> {
        std::optional<Booked> booking;
        bool replaced = false;
        bool used = false;
        const auto read = clinic.database.query(
            "SELECT mother_id, service, first_day, days, starts_at, place, "
            "EXISTS (SELECT 1 FROM booking r WHERE r.replaces = b.id), "
            "EXISTS (SELECT 1 FROM service_use u WHERE u.booking_id = b.id AND NOT EXISTS "
            "(SELECT 1 FROM use_undone x WHERE x.use_id = u.id)) FROM booking b WHERE id = ?1 AND state = "
            "'booked'",
            {value(booking_id)}, [&](const store::Row& row) {
                const auto starts_at = row.maybe_integer(4);
                booking = Booked{row.text(0),
                                 "did_not_come",
                                 row.text(1),
                                 row.date(2),
                                 static_cast<int>(row.integer(3)),
                                 starts_at ? std::optional(static_cast<int>(*starts_at)) : std::nullopt,
                                 row.text(5)};
                replaced = row.integer(6) != 0;
                used = row.integer(7) != 0;
                return false;
            });
        if (!read) return read.error();
        if (!booking) return no_booking();
        if (replaced)
            return error("superseded", "この予約はすでに変更されています。一覧を開き直してください。",
                         "This booking has been changed already. Open the list again.");
        if (used)
            return error("already_in", "この方は受付済みです。来院なしにはできません。",
                         "She has been checked in, so she did come.");
        const Instant due =
            japan_instant(booking->first_day, std::chrono::minutes(booking->starts_at.value_or(0)));
        if (clinic.clock.now() < due)
            return error("too_early", "予約の時刻になっていません。時刻を過ぎてから記録してください。",
                         "Her time has not come yet. Record it after that.");
        const auto written = write_booking(clinic, *booking, booking_id, "did_not_come");
        if (!written) return written.error();
        return Done{};
    });
}

}  // namespace sango::clinic
