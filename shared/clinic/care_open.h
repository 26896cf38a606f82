#pragma once

#include "shared/clinic/care_note.h"
#include "shared/clinic/check_in.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

// What the notes of a pair leave open: the next feed of each baby, and values out of range that nobody has
// answered.

struct OpenFeed {
    std::string child_id;
    Instant due{};
};
/// △: stays until it was answered, or, of a temperature, until a later one was in range.
struct OpenMark {
    std::string note_id;
    std::string child_id;  ///< empty: the mother's
    NoteKind kind{};
    int amount = 0;
    Instant observed_at{};
};
struct CareOpen {
    std::vector<OpenFeed> feeds;  ///< soonest first; babies that were never fed here have none
    std::vector<OpenMark> marks;  ///< oldest first
};

/// The ranges in force in this clinic: assets/safety/care.toml and what the clinic has set.
struct CareLimits {
    int child_low = 0, child_high = 0;
    int mother_low = 0, mother_high = 0;
    int most_loss_percent = 0;
    int feed_every_min = 0;
};
[[nodiscard]] CareLimits care_limits(const Clinic& clinic);

/// Whether the value of a note lies outside of its range. `birth_weight_g` of its child, where it is known.
[[nodiscard]] bool out_of_range(const CareLimits& limits, const NewNote& note,
                                std::optional<int> birth_weight_g);

[[nodiscard]] Result<CareOpen> care_open(const Clinic& clinic, const CareLimits& limits, const InHouse& pair,
                                         const std::vector<Note>& notes);

/// Someone has seen to a value out of range. Errors: not_found, superseded (the note was corrected or
/// retracted), answered (already), bad_text. `words`: what was done; may be empty.
[[nodiscard]] Result<Done> answer_mark(Clinic& clinic, std::string_view note_id, std::string_view words);

}  // namespace sango::clinic
