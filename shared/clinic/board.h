#pragma once

#include "shared/clinic/booking.h"
#include "shared/clinic/closure.h"

#include <array>
#include <string>
#include <vector>

namespace sango::clinic {

/// One span that is held on the board.
struct BoardSpan {
    int place_no = 0;
    Span span;
    std::string booking_id;
    std::string mother_id;
    programme::Service service{};
    bool offered = false;
};
/// What is held in these places with a quarter of an hour in the days from `first` on; by place, then by
/// time. Grows with what it returns, not with all the bookings there ever were.
[[nodiscard]] Result<std::vector<BoardSpan>> held_between(const Clinic& clinic,
                                                          const std::vector<Place>& places, Date first,
                                                          int days);

/// 空き: how a kind of place stands on one day. Each place is exactly one of the three.
struct FreeCount {
    int free = 0;  ///< room for one more: an empty bed or day place, a visit's time in a midwife's hours
    int taken = 0;
    int closed = 0;

    bool operator==(const FreeCount&) const = default;
};
struct FreeDay {
    Date day{};
    std::array<FreeCount, 3> kinds;  ///< by PlaceKind

    [[nodiscard]] const FreeCount& of(PlaceKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    bool operator==(const FreeDay&) const = default;
};
/// From `first` on; days before today have nothing free. `days` 1 to 366.
[[nodiscard]] Result<std::vector<FreeDay>> free_days(const Clinic& clinic, Date first, int days);

/// Tells each of these municipalities what is free in the next 8 weeks (POST /v1/free-places), if it is other
/// than what it was last told and that was at least a minute ago. A clinic chooses to: setting
/// "free_places.<programme>" is "1". How many were told.
[[nodiscard]] Result<int> publish_free_days(Clinic& clinic, const std::vector<std::string>& programmes);
inline constexpr int kPublishedDays = 56;
inline constexpr std::chrono::seconds kPublishAtMostEvery{60};

/// {"clinic":"sakura-0123","as_of":"2026-11-21T14:05:00+09:00","days":[{"day":"2026-11-21",
///  "short_stay":{"free":2,"places":4},"day_care":{...},"outreach":{...}}, ...]}; closed places are not among
///  `places`.
[[nodiscard]] std::string free_days_json(std::string_view clinic_id, Instant as_of,
                                         const std::vector<FreeDay>& days);

}  // namespace sango::clinic
