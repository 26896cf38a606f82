#pragma once

#include "shared/clinic/booking.h"

#include <string>

namespace sango::screens {

// 予約. Included by intents.h.

struct ShowBoard {
    bool visible = true;  ///< false: another screen is shown, nothing needs to be read
    Date first{};         ///< epoch: today
    int days = 14;
};
struct SearchForBoard {
    std::string text;
};
/// Who is placed next. With booking_id: that booking of hers is moved, or placed from the waiting list.
struct BeginBooking {
    std::string mother_id;
    std::string booking_id;
};
struct SetBookingService {
    programme::Service service{};
};
struct TryBooking {
    clinic::BookingDraft draft;  ///< where the ghost is: judged, nothing is written
};
struct PlaceBooking {
    clinic::BookingDraft draft;
};
/// From the waiting list: the place is held for her for a day, and she is asked.
struct OfferBooking {
    clinic::BookingDraft draft;
};
struct LetWait {
    clinic::BookingDraft wish;
};
struct LeaveBooking {};  ///< やめる: nobody is placed, no booking is looked at
struct OpenBooking {
    std::string booking_id;
};
struct CancelBooking {
    std::string booking_id;
    std::string reason;
};
struct DidNotCome {
    std::string booking_id;
};
struct PrintWeek {
    Date first{};  ///< seven days from here, as a PDF
};
struct TakeBackBooking {
    std::string booking_id;
};

}  // namespace sango::screens
