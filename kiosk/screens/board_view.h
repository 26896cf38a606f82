#pragma once

#include "shared/clinic/board.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

// 予約: what the board shows. Included by views.h.

struct BoardRow {
    int place_no = 0;
    std::string name;
    clinic::PlaceKind kind{};
    int opens_at = 0;  ///< minutes after midnight
    int closes_at = 1440;
    int travel = 0;
};

/// One stretch of a booking in one place.
struct BoardBar {
    std::string booking_id;
    std::string mother_id;
    int place_no = 0;
    clinic::Span span;  ///< quarters of an hour, as it is held
    std::string name;   ///< 山田 花子; （双子） behind it where there are several babies
    Message town;       ///< 練馬
    std::uint32_t colour = 0;
    clinic::BookingState state{};
};

/// A place that is closed on a day of the board.
struct BoardClosed {
    int place_no = 0;
    Date day{};
    Message why;
};

struct BoardService {
    programme::Service service{};
    Message name;
    std::optional<clinic::PlaceKind> kind;
};

/// Who is being placed.
struct BoardCandidate {
    std::string mother_id;
    std::string name;
    Message town;
    std::uint32_t colour = 0;
    std::vector<BoardService> services;
    clinic::BookingDraft draft;  ///< where she starts: booking_id of the one that is moved, service, days
    bool moves = false;  ///< a booking that stands is moved; else a new one, or one from the waiting list
    bool waits = false;  ///< she is on the waiting list already
    /// Why the service cannot begin on each day of the board; none: it can.
    std::vector<std::optional<Message>> day_why;
    std::vector<std::pair<std::string, Message>> bookings;  ///< her others that stand: id, "11月26日から 102"
};

/// What placing the draft would come to.
struct BoardAnswer {
    clinic::BookingDraft draft;
    programme::Outcome outcome{};
    Message why;  ///< empty where all is well
    std::optional<Yen> copay;
    std::optional<int> before;  ///< left of the limit that binds
    std::optional<int> after;
    Message counter;  ///< 日 / days
    std::optional<Instant> cancel_by;
};

struct BoardChosen {
    std::string booking_id;
    std::string mother_id;
    std::string name;
    Message town;
    std::uint32_t colour = 0;
    Message service;
    Message when;  ///< 11月29日(日)〜12月2日(水) 3泊4日
    std::string place;
    Message state;
    std::optional<Instant> cancel_by;
    bool may_move = false;
    bool may_cancel = false;
    bool may_miss = false;    ///< 来院なし can be recorded: her time is over
    bool may_leave = false;   ///< in the house: 退所 is recorded at the desk
    Message cancel_sentence;  ///< what cancelling now means
};

/// A booking that stands, of someone who was searched for.
struct BoardFound {
    std::string booking_id;
    Date first_day{};
    std::string name;
    Message when;  ///< 11月29日(日)から3泊4日
    std::string place;
};

struct BoardWaiting {
    std::string booking_id;
    std::string mother_id;
    std::string name;
    Message wish;  ///< 12月1日 3泊4日
    std::optional<Instant> offered_until;
    int priority = 3;
};

}  // namespace sango::screens
