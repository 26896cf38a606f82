#pragma once

#include "shared/clinic/booking.h"
#include "shared/clinic/closure.h"

namespace sango::clinic {

/// What the bookings of one mother are judged by, read once, so that many days can be judged without reading
/// again.
struct BookingCase {
    Mother mother;
    std::string booking_id;  ///< of the booking that is placed or moved; empty: a new one
    Instant asked_at{};      ///< of that booking, for its own first day
    std::optional<Date> asked_for;
    programme::Request request;   ///< all but what is asked for now
    std::vector<Booking> others;  ///< her other bookings that stand and have not begun
};
/// Errors: not_found, unknown_programme.
[[nodiscard]] Result<BookingCase> booking_case(const Clinic& clinic, const BookingDraft& draft);
/// The same of a booking that stands.
[[nodiscard]] Result<BookingCase> booking_case(const Clinic& clinic, const Booking& booking);
/// The programme's verdict on these days; pure but for the rules' versions.
[[nodiscard]] programme::Verdict verdict_on(const Clinic& clinic, const BookingCase& known,
                                            programme::Service service, Date first_day, int days, int units);

/// The draft with what it leaves open filled in: parts, hours, minutes.
[[nodiscard]] BookingDraft completed(const BookingDraft& draft, const std::vector<Place>& places);
/// Why it cannot be there.
[[nodiscard]] Result<std::vector<Obstacle>> obstacles_to(const Clinic& clinic, const BookingCase& known,
                                                         const BookingDraft& whole,
                                                         const std::vector<Place>& places);
/// Mother-baby pairs on one day in beds and day places, but for this booking.
[[nodiscard]] Result<int> pairs_on(const Clinic& clinic, Date day, std::string_view but_booking);

}  // namespace sango::clinic
