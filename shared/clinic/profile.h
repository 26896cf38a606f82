#pragma once

#include "shared/clinic/people.h"

#include <optional>
#include <string>
#include <vector>

namespace sango::clinic {

/// What is known of a mother, as it lies in one row of mother_profile; the newest counts whole. Her facts of
/// today (an acute infection) are not part of it.
struct Profile {
    std::string source;
    std::string name, kana, address, phone, allergies, follow_up;
    programme::Mother facts;
    programme::Decision decision;

    /// Knows the same, wherever from.
    [[nodiscard]] bool says_the_same(const Profile& other) const;
};

[[nodiscard]] Result<std::optional<Profile>> newest_profile(const Clinic& clinic, std::string_view mother_id);
[[nodiscard]] Result<Done> write_profile(Clinic& clinic, std::string_view mother_id, const Profile& profile);
/// `known` with what `told` adds: an empty field tells nothing.
[[nodiscard]] Profile merged(Profile known, const Profile& told);

/// Her children in order, also after a loss. The id of each is that of its first row.
[[nodiscard]] Result<std::vector<Child>> children_of(const Clinic& clinic, std::string_view mother_id);
/// Adds what `told` tells of new and known children.
[[nodiscard]] Result<Done> merge_children(Clinic& clinic, std::string_view mother_id,
                                          const std::vector<Child>& told);

}  // namespace sango::clinic
