#include "shared/clinic/booking_row.h"
#include "shared/clinic/check_in.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::chrono::minutes kLateAfter{15};
constexpr int kMinutesInDay = 24 * 60;

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
    if (auto on = require_contract(clinic, **programme); !on) return on.error();
    const auto all = places(clinic);
    if (!all) return all.error();
    const auto place = std::ranges::find(*all, booking.place, &Place::name);
    return transact(clinic, Right::booking, [&]() -> Result<std::string> {
        Booking row;
        row.mother_id = booking.mother_id;
        row.state = BookingState::booked;
        row.service = booking.service;
        row.first_day = booking.first_day;
        row.days = booking.days;
        row.starts_at = booking.starts_at;
        row.place = booking.place;
        if (place != all->end()) row.parts = {{place->no, booking.first_day, booking.days}};
        row.asked_at = clinic.clock.now();
        if (auto done = write_row(clinic, row, "book"); !done) return done.error();
        return row.id;
    });
}

Result<std::vector<Expected>> expected_today(const Clinic& clinic) {
    const Instant now = clinic.clock.now();
    const Date today = japan_date(now);
    std::vector<Expected> rows;
    auto read = clinic.database.query(
        "SELECT b.id, b.mother_id, b.service, b.days, b.starts_at, b.place, b.state, u.id, c.use_id FROM "
        "booking_now b LEFT JOIN service_use u ON u.id = (SELECT s.id FROM booking o JOIN service_use s "
        "ON s.booking_id = o.id WHERE (o.id = b.root OR o.root = b.root) AND NOT EXISTS "
        "(SELECT 1 FROM use_undone x WHERE x.use_id = s.id) LIMIT 1) "
        "LEFT JOIN check_out c ON c.use_id = u.id "
        "WHERE b.first_day = ?1 AND b.state IN ('booked', 'did_not_come') "
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

}  // namespace sango::clinic
