#pragma once

#include "shared/clinic/booking.h"

#include <string_view>

namespace sango::clinic {

// A booking's rows and what they hold. All of it runs inside a transaction that is open already.

/// Writes `booking` as the newest row of its chain (its first row where booking.id is empty), with its parts,
/// and brings `held` in line: a booked or offered one holds its places, any other holds none. Sets id and
/// row_id. Error: place_taken.
[[nodiscard]] Result<Done> write_row(Clinic& clinic, Booking& booking, std::string_view action,
                                     std::string_view reason = {});
/// ask_booking inside a transaction: what a municipality decided is asked for when she applied there.
[[nodiscard]] Result<std::string> ask_within(Clinic& clinic, const BookingDraft& wish, BookingState state,
                                             std::string_view source, Instant asked_at);
/// Frees what the booking holds from `day` on.
[[nodiscard]] Result<Done> free_from(Clinic& clinic, std::string_view booking_id, Date day);
/// She came though it was written down that she did not: booked again, and what was deemed of it is
/// withdrawn. Where her place has been given away she is without one. Returns the new row's id.
[[nodiscard]] Result<std::string> came_after_all(Clinic& clinic, std::string_view booking_id);
/// The booking as its row before the newest one said it; nullopt: there is none.
[[nodiscard]] Result<std::optional<Booking>> booking_before(const Clinic& clinic, const Booking& booking);

/// Derives anew what is held now. What `held` has must be the same (tests hold it to that).
struct Held {
    int place_no = 0;
    Span span;
    std::string booking_id;

    bool operator==(const Held&) const = default;
};
[[nodiscard]] Result<std::vector<Held>> held_now(const Clinic& clinic);

}  // namespace sango::clinic
