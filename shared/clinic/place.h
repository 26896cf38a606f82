#pragma once

#include "shared/clinic/clinic.h"
#include "shared/programme/verdict.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 場所: where a booking can be. Words on the wire: the enumerator's name.
enum class PlaceKind {
    bed,        ///< ベッド・個室: held by whole days, the first and the last included
    day_place,  ///< デイケアの席: held by the quarter of an hour, within its hours
    midwife,    ///< 訪問する助産師: a visit and the way there and back
};
[[nodiscard]] std::string_view word(PlaceKind kind);
[[nodiscard]] std::optional<PlaceKind> place_kind_from(std::string_view word);
/// Where a service takes place; none where an older child rides on the mother's own booking.
[[nodiscard]] std::optional<PlaceKind> place_kind_of(programme::Service service);

struct Place {
    int no = 0;  ///< 1 to 9,999: short name and order on the board
    PlaceKind kind{};
    std::string name;      ///< "101", "デイ 1", "訪問 佐藤"
    int opens_at = 0;      ///< minutes after midnight
    int closes_at = 1440;  ///< minutes after midnight
    int travel = 0;        ///< minutes there, and as many back; a midwife's only
};

/// 訪問: how long a midwife is in the home, besides the way.
inline constexpr int kVisitMinutes = 90;

/// Errors: bad_place (name empty or too long, hours the wrong way round), place_exists.
/// `no` 0: the next free number. Returns the number.
[[nodiscard]] Result<int> add_place(Clinic& clinic, const Place& place);
/// From now on nothing can be booked there. Errors: not_found, place_in_use (bookings are ahead).
[[nodiscard]] Result<Done> withdraw_place(Clinic& clinic, int no);
/// Those in use, beds first, then day places, then midwives; within a kind by number.
[[nodiscard]] Result<std::vector<Place>> places(const Clinic& clinic);
[[nodiscard]] const Place* find_place(const std::vector<Place>& all, int no);

// What is held (shared/store/schema_board.cpp): spans of quarters of an hour.
using Slot = std::int64_t;
inline constexpr Slot kSlotsInDay = 96;
[[nodiscard]] inline Slot slot_of(Date day, int minutes) {
    return day.time_since_epoch().count() * kSlotsInDay + minutes / 15;
}
struct Span {
    Slot first = 0;
    Slot last = 0;

    bool operator==(const Span&) const = default;

    /// A quarter of an hour lies in both.
    [[nodiscard]] constexpr bool meets(const Span& other) const {
        return first <= other.last && last >= other.first;
    }
};
/// What a booking takes of a place: whole days of a bed, the hours elsewhere. `minutes` is its length.
[[nodiscard]] Span span_of(const Place& place, Date first_day, int days, int starts_at, int minutes);

}  // namespace sango::clinic
