#pragma once

#include "shared/clinic/clinic.h"

#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

/// Who can sign in already, and who not yet.
struct StaffAccess {
    Staff who;
    bool has_pin = false;
    bool has_badge = false;
};
[[nodiscard]] Result<std::vector<StaffAccess>> staff_access(const Clinic& clinic);

/// 担当者: someone new of the staff; her id. Errors: bad_name, and those of require(Right::staff).
[[nodiscard]] Result<std::string> add_staff(Clinic& clinic, std::string_view name, Role role);

/// She leaves: neither badge nor PIN of hers opens anything from now on. Errors: not_found, last_manager (the
/// clinic would be without one who can sign in).
[[nodiscard]] Result<Done> end_staff(Clinic& clinic, std::string_view staff_id);

/// Her PIN (暗証番号): six digits. One's own, or another's by a manager. Errors: not_found, weak_pin (says
/// why).
[[nodiscard]] Result<Done> set_pin(Clinic& clinic, std::string_view staff_id, std::string_view pin);

/// Error weak_pin: not six digits, one digit alone, digits in a row.
inline constexpr std::size_t kPinDigits = 6;
[[nodiscard]] Result<Done> check_pin(std::string_view pin);
/// As it is kept: Argon2id. Some tenths of a second, by intent. Errors: weak_pin, out_of_memory.
[[nodiscard]] Result<std::string> pin_hash(std::string_view pin);
/// A PIN could be neither hashed nor compared.
[[nodiscard]] Error no_memory_to_hash();

}  // namespace sango::clinic
