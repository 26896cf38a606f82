#pragma once

#include "shared/clinic/care_note.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// A running timer: a feed at the breast or a sleep that has begun and not ended. Several run at once, one of
/// a kind for each child. They live in the database: a crash or a restart ends none.
struct CareTimer {
    std::string id;
    std::string use_id;
    std::string child_id;  ///< empty: the mother's (sleep)
    NoteKind kind{};       ///< breast or sleep
    std::string detail;    ///< breast: left, right, both
    Instant started_at{};
};

/// Errors: not_found, wrong_child, bad_detail, bad_kind, running (one of this kind runs for her already).
[[nodiscard]] Result<std::string> start_timer(Clinic& clinic, const CareTimer& timer);
/// The start was another: a new row that replaces it. Errors: not_found, bad_time (after now, before the
/// check-in day).
[[nodiscard]] Result<std::string> move_timer(Clinic& clinic, std::string_view timer_id, Instant started_at);
/// Ended now: writes the note with its whole minutes (one at least; a feed two hours, a sleep a day at most)
/// and returns the note's id. Errors: not_found, and those of write_note.
[[nodiscard]] Result<std::string> stop_timer(Clinic& clinic, std::string_view timer_id);
/// Was started by mistake: no note. Error: not_found.
[[nodiscard]] Result<Done> drop_timer(Clinic& clinic, std::string_view timer_id);

/// Of one pair, oldest first.
[[nodiscard]] Result<std::vector<CareTimer>> running_timers(const Clinic& clinic, std::string_view use_id);

}  // namespace sango::clinic
