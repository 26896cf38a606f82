#pragma once

#include "shared/clinic/watch.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

// How the rows of the watch are read (shared/clinic/watch.cpp writes them).

/// A child whose newest row of keeping says kept, of a use that stands and was not checked out.
struct Kept {
    std::string use_id;
    std::string child_id;
    std::string mother_id;
    std::string place;
};
[[nodiscard]] Result<std::vector<Kept>> kept_babies(const Clinic& clinic);

/// Staff id of who watches; empty: nobody.
[[nodiscard]] Result<std::string> current_watcher(const Clinic& clinic);

/// The look that counts under this id. Errors: not_found, superseded.
struct StandingLook {
    std::string use_id;
    std::string child_id;
    std::string mother_id;
    Seen seen;
    Instant observed_at{};
    std::int64_t steady_ms = 0;
    std::string boot;
};
[[nodiscard]] Result<StandingLook> standing_look(const Clinic& clinic, std::string_view look_id);

/// The clinic's interval for this child today.
[[nodiscard]] Result<std::chrono::seconds> clinic_interval(const Clinic& clinic, std::string_view child_id);

/// When something that the wall clock dates lies on the steady scale: `at` as the machine's own count had it
/// where it is of the same run, else by the wall clock. None: it lies in the wall clock's future, so nobody
/// knows.
[[nodiscard]] std::optional<std::chrono::milliseconds> on_steady(const Clinic& clinic, Instant at,
                                                                 std::chrono::milliseconds counted,
                                                                 std::string_view boot);

}  // namespace sango::clinic
