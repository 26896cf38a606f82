#include "shared/clinic/booking_row.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::array<std::string_view, 9> kWords{"asked",     "waiting",        "offered",
                                                 "booked",    "arrived",        "left",
                                                 "cancelled", "cancelled_late", "did_not_come"};
constexpr std::chrono::days kLongest{60};

constexpr std::string_view kSelect =
    "SELECT n.root, n.id, n.mother_id, n.state, n.service, n.first_day, n.days, n.starts_at, n.minutes, "
    "n.units, n.place, n.rides_on, coalesce(n.asked_at, n.recorded_at), n.expires_at, n.source, u.id, "
    "c.use_id "
    "FROM booking_now n LEFT JOIN service_use u ON u.id = (SELECT s.id FROM booking o JOIN service_use s "
    "ON s.booking_id = o.id WHERE (o.id = n.root OR o.root = n.root) AND NOT EXISTS "
    "(SELECT 1 FROM use_undone x WHERE x.use_id = s.id) LIMIT 1) "
    "LEFT JOIN check_out c ON c.use_id = u.id WHERE ";

std::optional<int> small(const store::Row& row, int column) {
    const auto number = row.maybe_integer(column);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Booking from(const store::Row& row) {
    Booking booking;
    booking.id = row.text(0);
    booking.row_id = row.text(1);
    booking.mother_id = row.text(2);
    booking.state = booking_state_from(row.text(3)).value_or(BookingState::booked);
    booking.service = programme::service_from(row.text(4)).value_or(programme::Service::day_care);
    booking.first_day = row.date(5);
    booking.days = static_cast<int>(row.integer(6));
    booking.starts_at = small(row, 7);
    booking.minutes = small(row, 8);
    booking.units = small(row, 9).value_or(1);
    booking.place = row.text(10);
    booking.rides_on = row.text(11);
    booking.asked_at = row.instant(12);
    booking.expires_at = row.maybe_instant(13);
    booking.source = row.maybe_text(14).value_or("desk");
    booking.use_id = row.text(15);
    if (!booking.use_id.empty()) booking.state = row.null(16) ? BookingState::arrived : BookingState::left;
    return booking;
}

Result<Done> read_parts(const Clinic& clinic, Booking& booking) {
    return clinic.database.query(
        "SELECT place_no, first_day, days FROM booking_part WHERE booking_id = ?1 ORDER BY ordinal",
        {value(booking.row_id)}, [&](const store::Row& row) {
            booking.parts.push_back(
                {static_cast<int>(row.integer(0)), row.date(1), static_cast<int>(row.integer(2))});
            return true;
        });
}

Result<std::vector<Booking>> read_all(const Clinic& clinic, std::string_view where,
                                      std::initializer_list<store::Value> parameters) {
    std::vector<Booking> bookings;
    const auto read =
        clinic.database.query(fmt::format("{}{}", kSelect, where), parameters, [&](const store::Row& row) {
            bookings.push_back(from(row));
            return true;
        });
    if (!read) return read.error();
    for (Booking& booking : bookings)
        if (auto parts = read_parts(clinic, booking); !parts) return parts.error();
    return bookings;
}

}  // namespace

std::string_view word(BookingState state) {
    return kWords[static_cast<std::size_t>(state)];
}

std::optional<BookingState> booking_state_from(std::string_view word) {
    const auto found = std::ranges::find(kWords, word);
    if (found == kWords.end()) return std::nullopt;
    return static_cast<BookingState>(found - kWords.begin());
}

Result<std::optional<Booking>> find_booking(const Clinic& clinic, std::string_view id) {
    const auto root =
        clinic.database.text("SELECT coalesce(root, id) FROM booking WHERE id = ?1", {value(id)});
    if (!root) return root.error();
    if (!*root) return std::optional<Booking>();
    auto found =
        read_all(clinic, "n.id = (SELECT max(id) FROM booking WHERE id = ?1 OR root = ?1)", {value(**root)});
    if (!found) return found.error();
    if (found->empty()) return std::optional<Booking>();
    return std::optional(std::move(found->front()));
}

Result<std::vector<Booking>> bookings_of(const Clinic& clinic, std::string_view mother_id) {
    return read_all(clinic, "n.mother_id = ?1 ORDER BY n.first_day, n.root", {value(mother_id)});
}

Result<std::vector<Booking>> open_requests(const Clinic& clinic) {
    return read_all(
        clinic,
        "n.state IN ('asked', 'waiting', 'offered') ORDER BY coalesce(n.asked_at, n.recorded_at), n.root",
        {});
}

Result<std::vector<Booking>> bookings_between(const Clinic& clinic, Date first, Date last) {
    return read_all(clinic,
                    "n.first_day BETWEEN ?1 AND ?2 AND n.first_day + n.days > ?3 ORDER BY n.first_day, "
                    "n.starts_at, n.root",
                    {value(first - kLongest), value(last), value(first)});
}

Result<std::optional<Booking>> booking_before(const Clinic& clinic, const Booking& booking) {
    std::optional<Booking> before;
    const auto read = clinic.database.query(
        "SELECT coalesce(b.root, b.id), b.id, b.mother_id, b.state, b.service, b.first_day, b.days, "
        "b.starts_at, "
        "b.minutes, b.units, b.place, b.rides_on, coalesce(b.asked_at, b.recorded_at), b.expires_at, "
        "b.source, NULL, "
        "NULL FROM booking n JOIN booking b ON b.id = n.replaces WHERE n.id = ?1",
        {value(booking.row_id)}, [&](const store::Row& row) {
            before = from(row);
            return false;
        });
    if (!read) return read.error();
    if (before)
        if (auto parts = read_parts(clinic, *before); !parts) return parts.error();
    return before;
}

}  // namespace sango::clinic
