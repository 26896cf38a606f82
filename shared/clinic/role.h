#pragma once

#include "shared/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sango::clinic {

struct Clinic;

/// 役割: what someone is at the clinic. `watcher` is whoever left the terminal to the watch (見守り) of the
/// night; `terminal` is the machine itself, in what nobody presses a button for.
enum class Role { desk, night, manager, watcher, terminal };

/// 権限: what a use case needs its actor to be allowed. Every use case names one.
enum class Right {
    screen,     ///< language and light of this terminal: anybody, signed in or not
    watch,      ///< looks, keeping, who watches, handover
    care,       ///< care notes, timers, answers
    incident,   ///< 安全: incidents, their form and reports
    read,       ///< a person's page
    reception,  ///< 受付: cards, registering, check-in and check-out, papers, alerts
    booking,    ///< 予約: bookings, closures, lots
    month,      ///< 報告: closing, invoices, exports
    settings,   ///< 設定: programmes, places, prices, backups
    staff,      ///< the staff, their PINs and badges
    erasure,    ///< erasing after retention, legal holds
};

[[nodiscard]] std::span<const Role> all_roles();
[[nodiscard]] std::span<const Right> all_rights();

[[nodiscard]] bool may(Role role, Right right);
/// Whoever acts may do it. Errors: signed_out (nobody is signed in), not_allowed (names who may).
[[nodiscard]] Result<Done> require(const Clinic& clinic, Right right);

/// As stored: desk, night, manager.
[[nodiscard]] std::string_view word(Role role);
/// Only what a person can be.
[[nodiscard]] std::optional<Role> role_from(std::string_view word);
[[nodiscard]] Message name_of(Role role);  ///< 受付 / Front desk

}  // namespace sango::clinic
