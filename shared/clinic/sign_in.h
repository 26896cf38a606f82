#pragma once

#include "shared/clinic/clinic.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

// サインイン: two factors, the badge (badge.h) and the PIN. Wrong PINs make the next try wait, longer each
// time, for that person alone: nobody can lock the clinic out of its terminal.

/// Whether the terminal asks who is there: a manager has a badge and a PIN. Until then the first of the staff
/// acts.
[[nodiscard]] Result<bool> sign_in_needed(const Clinic& clinic);

/// How long her next try has to wait still: from the third wrong PIN in a row 30 s, doubled by each further
/// one, 15 minutes at most. Recorded tries decide, so a restart shortens nothing, nor does a clock turned
/// back.
[[nodiscard]] Result<std::chrono::seconds> sign_in_wait(const Clinic& clinic, std::string_view staff_id);

/// From now on she acts. Errors: not_found, no_pin, wait (says how long), wrong_pin, out_of_memory.
[[nodiscard]] Result<Done> sign_in(Clinic& clinic, std::string_view staff_id, std::string_view pin);

/// 緊急アクセス: without badge and PIN, with the night's rights, for a written reason of 1 to 200 characters;
/// the managers are told until one has seen it. Errors: not_found, no_reason.
[[nodiscard]] Result<Done> sign_in_emergency(Clinic& clinic, std::string_view staff_id,
                                             std::string_view reason);

/// Nobody acts any more.
void sign_out(Clinic& clinic);
/// Nobody is at the terminal, and babies are in keeping: only the watch goes on, under her name.
void leave_to_watch(Clinic& clinic);

struct Emergency {
    std::string id;
    std::string name;  ///< whose name was given
    std::string reason;
    Instant at{};
};
/// What no manager has seen yet, oldest first.
[[nodiscard]] Result<std::vector<Emergency>> unseen_emergencies(const Clinic& clinic);
/// A manager has. Errors: those of require(Right::staff).
[[nodiscard]] Result<Done> see_emergency(Clinic& clinic, std::string_view id);

}  // namespace sango::clinic
