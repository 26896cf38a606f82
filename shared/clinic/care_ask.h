#pragma once

#include "shared/clinic/clinic.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

// What a mother is asked in the course of a stay: allergies before any meal or milk (003 8 (1)), how she
// feels at arrival and leaving.

/// She was asked. What she told becomes part of what is known of her. Errors: not_found, empty_text (there
/// are some, and none was named), bad_text.
[[nodiscard]] Result<Done> record_allergies(Clinic& clinic, std::string_view use_id, bool any,
                                            std::string_view allergies);
/// Whether she was asked in this stay.
[[nodiscard]] Result<bool> allergies_asked(const Clinic& clinic, std::string_view use_id);

/// Numbers only: EPDS 0 to 30 with its item 10 (0 to 3), bonding score 0 to 30.
struct Mind {
    std::string use_id = {};
    bool leaving = false;  ///< else at arrival
    std::optional<int> epds = {};
    std::optional<int> item_10 = {};
    std::optional<int> bonding = {};
    bool follow_up = false;   ///< フォローが必要
    bool may_tell = false;    ///< she agrees that the municipality is told
    std::string called = {};  ///< staff id of who came to her; needed where item 10 is above 0
};
/// The newest of arrival and of leaving counts. Errors: not_found, nothing (no score at all), bad_score (out
/// of bounds, or item 10 above the total), person_needed (item 10 above 0 and nobody named), unknown_person.
[[nodiscard]] Result<std::string> record_mind(Clinic& clinic, const Mind& mind);
/// At most one of arrival and one of leaving, in that order; `called` is a name here.
[[nodiscard]] Result<std::vector<Mind>> minds_of_use(const Clinic& clinic, std::string_view use_id);

}  // namespace sango::clinic
