#pragma once

#include "shared/clinic/booking.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// 抽選: who comes first when more ask than there are places. High need first, then who has never used the
/// programme, then the others (001 III 1 (2) ④); within a group by a ticket that anyone can work out again:
/// SHA-256, hexadecimal, of the seed, a line feed and the booking's id. The smaller ticket comes first.
enum class Priority { high_need = 1, first_time = 2, others = 3 };
struct Entry {
    std::string booking_id;
    Priority priority{};
};
struct Ranked {
    int rank = 0;  ///< from 1
    std::string booking_id;
    Priority priority{};
    std::string ticket;

    bool operator==(const Ranked&) const = default;
};
/// Pure: the same entries and seed give the same ranks, in whatever order the entries come.
[[nodiscard]] std::vector<Ranked> draw_lots(std::vector<Entry> entries, std::string_view seed);

struct Drawing {
    std::string id;
    programme::Service service{};
    Date first_day{};
    Date last_day{};
    std::string seed;
    Instant drawn_at{};
    std::vector<Ranked> ranks;
};
/// Draws among those who asked for this service with a first day in the span and wait, and records seed and
/// ranks. Errors: nobody_asked, bad_seed (1 to 200 characters, one line).
[[nodiscard]] Result<Drawing> draw(Clinic& clinic, programme::Service service, Date first, Date last,
                                   std::string_view seed);
[[nodiscard]] Result<std::optional<Drawing>> find_drawing(const Clinic& clinic, std::string_view id);
/// Whether these ranks are what the seed gives.
[[nodiscard]] bool repeats(const Drawing& drawing);

/// 待ち: everyone who asked, waits or has an offer, in the order in which they are served: by the newest
/// drawing that holds them, then by group and by when they asked.
struct Waiting {
    Booking booking;
    Priority priority{};
    std::optional<int> rank;  ///< in that drawing
};
[[nodiscard]] Result<std::vector<Waiting>> waiting_list(const Clinic& clinic);

}  // namespace sango::clinic
