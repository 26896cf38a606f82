#pragma once

#include "shared/clinic/check_in.h"
#include "shared/clinic/place.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// How a booking stands. The rows hold all but `arrived` and `left`, which follow from the check-in.
enum class BookingState {
    asked,           ///< 申込: she, or the municipality for her, wishes it
    waiting,         ///< 待ち: on the waiting list
    offered,         ///< ご案内中: a place is held for her until expires_at
    booked,          ///< 予約
    arrived,         ///< 利用中
    left,            ///< 退所
    cancelled,       ///< 取消 (期限内)
    cancelled_late,  ///< 取消 (期限後)
    did_not_come,    ///< 来院なし
};
[[nodiscard]] std::string_view word(BookingState state);
[[nodiscard]] std::optional<BookingState> booking_state_from(std::string_view word);

/// A stretch of a booking in one place; a change of room in mid-stay begins another.
struct BookedPart {
    int place_no = 0;
    Date first_day{};
    int days = 1;

    bool operator==(const BookedPart&) const = default;
};

struct Booking {
    std::string id;      ///< of its first row: the booking goes by this for good
    std::string row_id;  ///< the newest row
    std::string mother_id;
    BookingState state{};
    programme::Service service{};
    Date first_day{};
    int days = 1;
    std::optional<int> starts_at;  ///< minutes after midnight; a stay may have none
    std::optional<int> minutes;    ///< how long a day care or visit takes; none for a stay
    int units = 1;
    std::string place;              ///< name of the first part's place, or as the desk wrote it
    std::vector<BookedPart> parts;  ///< empty: no place of the board
    std::string rides_on;           ///< id of the mother's own booking, where an older child comes along
    Instant asked_at{};             ///< when this day was asked for; a move within the day does not change it
    std::optional<Instant> expires_at;  ///< of an offer
    std::string source = "desk";        ///< desk, municipality
    std::string use_id;                 ///< once she has arrived
};

/// By the id of any of its rows.
[[nodiscard]] Result<std::optional<Booking>> find_booking(const Clinic& clinic, std::string_view id);
/// All of hers, by day.
[[nodiscard]] Result<std::vector<Booking>> bookings_of(const Clinic& clinic, std::string_view mother_id);
/// Asked, waiting or offered, in the order in which they were asked.
[[nodiscard]] Result<std::vector<Booking>> open_requests(const Clinic& clinic);
/// Those with a day in the span, cancelled ones too, by day.
[[nodiscard]] Result<std::vector<Booking>> bookings_between(const Clinic& clinic, Date first, Date last);

/// What is to be booked. Nothing is written by judging it.
struct BookingDraft {
    std::string booking_id;  ///< the one that is moved, lengthened, placed; empty: a new one
    std::string mother_id;
    programme::Service service{};
    Date first_day{};
    int days = 1;
    int place_no = 0;              ///< 0: none yet, or an older child's
    std::optional<int> starts_at;  ///< none: when the place opens; a bed needs none
    std::optional<int> minutes;    ///< none: until the place closes; a visit: 90
    int units = 1;
    std::string rides_on;
    std::vector<BookedPart> parts;  ///< several places in one stay; empty: place_no for all days
};

/// Why it cannot be there, beside what the programme says. Codes: not_contracted, past, closed, hours,
/// place_taken, staff, wrong_place, twice, no_place.
struct Obstacle {
    std::string code;
    Message text;
};
struct BookingAnswer {
    programme::Outcome outcome{};  ///< refuse where an obstacle stands
    programme::Verdict verdict;    ///< of the programme, with her other bookings counted as if they were used
    std::vector<Obstacle> obstacles;
    /// The first sentence that says no or asks; empty where all is well.
    [[nodiscard]] Message why() const;
};
/// Errors: not_found, unknown_programme, bad_booking.
[[nodiscard]] Result<BookingAnswer> judge_booking(const Clinic& clinic, const BookingDraft& draft);

/// Books it, judged in the same transaction; returns the booking's id. With booking_id it is moved,
/// lengthened, or placed from the waiting list: a new row of the same booking, which is not counted twice.
/// Errors: an obstacle's code, refused, superseded, has_left, those of judging.
[[nodiscard]] Result<std::string> place_booking(Clinic& clinic, const BookingDraft& draft);

/// She wishes it (asked), or is to wait for it; no place is held. `source`: desk or municipality. Errors:
/// not_found, bad_booking, not_contracted.
[[nodiscard]] Result<std::string> ask_booking(Clinic& clinic, const BookingDraft& wish, BookingState state,
                                              std::string_view source = "desk");
/// Holds the draft's place for her until `expires_at`. Errors: those of place_booking, not_open (she neither
/// asked nor waits), offer_open (an offer to her stands), bad_expiry.
[[nodiscard]] Result<Done> offer_booking(Clinic& clinic, const BookingDraft& draft, Instant expires_at);
/// Offers whose time has passed: the place is free again and she waits as before. How many there were.
[[nodiscard]] Result<int> expire_offers(Clinic& clinic);

/// What a cancellation came to.
struct Cancelled {
    bool late = false;
    bool counted = false;  ///< it counts as a use, as the programme says
    Yen copay{};           ///< due though she did not come
};
/// What it would come to now.
[[nodiscard]] Result<Cancelled> weigh_cancellation(const Clinic& clinic, std::string_view booking_id);
/// Cancels with a reason; in time or late by the programme's own deadline. Errors: not_found, superseded,
/// no_reason, already_in, over (it is past, or cancelled).
[[nodiscard]] Result<Cancelled> cancel_booking(Clinic& clinic, std::string_view booking_id,
                                               std::string_view reason);
/// Takes the newest change of a booking back, within a quarter of an hour: a slip of the hand, counted by
/// nobody. Errors: not_found, too_late, already_in, place_taken.
[[nodiscard]] Result<Done> take_back(Clinic& clinic, std::string_view booking_id);
inline constexpr std::chrono::minutes kTakeBackWithin{15};

/// She goes elsewhere in the house from `day` on: one stay, another part. Errors: those of place_booking.
[[nodiscard]] Result<Done> change_room(Clinic& clinic, std::string_view booking_id, Date day, int place_no);

}  // namespace sango::clinic
