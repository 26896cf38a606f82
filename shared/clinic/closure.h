#pragma once

#include "shared/clinic/place.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 休み: days on which nothing is booked. One day, a range, or a weekday for good or within a range; of the
/// whole clinic, of one kind of places, or of one place.
struct Closure {
    std::string id;
    Date first_day{};
    std::optional<Date> last_day;     ///< none: for good, of a weekday only
    std::optional<unsigned> weekday;  ///< 0 Sunday to 6; none: every day
    std::optional<PlaceKind> kind;    ///< none: whatever kind
    std::optional<int> place_no;      ///< none: every place
    std::string reason;               ///< 年末年始, 研修; not of a person
};
/// Bookings that are there stay: they are shown and are for a person to move. Errors: bad_closure, not_found.
[[nodiscard]] Result<std::string> add_closure(Clinic& clinic, const Closure& closure);
[[nodiscard]] Result<Done> lift_closure(Clinic& clinic, std::string_view id);
/// Those that hold, oldest first.
[[nodiscard]] Result<std::vector<Closure>> closures(const Clinic& clinic);
/// The closure that shuts this place on this day; nullptr: open.
[[nodiscard]] const Closure* closed_by(const std::vector<Closure>& all, const Place& place, Date day);
/// Days from `first` to `last` on which the whole clinic is closed, by closure and by the clinic's settings.
[[nodiscard]] Result<std::vector<Date>> closed_days(const Clinic& clinic, Date first, Date last);
/// Those of the 60 days up to `day`: as far back as a deadline is moved by closed days.
[[nodiscard]] Result<std::vector<Date>> closed_days_before(const Clinic& clinic, Date day);

/// 日中の助産師: how many midwives are there by day. The newest word about a day counts; else the setting
/// "roster.midwives"; none: nobody said, and nothing is held to it.
[[nodiscard]] Result<Done> set_day_staff(Clinic& clinic, Date day, int midwives);
[[nodiscard]] Result<std::vector<std::optional<int>>> day_staff(const Clinic& clinic, Date first, int days);
/// One midwife by day for 4 mother-baby pairs (001 V 4 (1)); the clinic may set "roster.pairs_per_midwife".
inline constexpr int kPairsPerMidwife = 4;
[[nodiscard]] int pairs_per_midwife(const Clinic& clinic);

}  // namespace sango::clinic
