#pragma once

#include "shared/clinic/people.h"

#include <set>
#include <string_view>

namespace sango::clinic {

/// 注意: what a member of staff has to see before a mother is received.
enum class Alert {
    allergy,    ///< アレルギー
    follow_up,  ///< フォロー希望: something to look after is written, or her last check-out asked for it
    support,    ///< 支援計画: the municipality counts her family as one of high need
};
[[nodiscard]] std::string_view word(Alert alert);
[[nodiscard]] std::optional<Alert> alert_from(std::string_view word);

/// Which alerts there are for this mother.
[[nodiscard]] std::set<Alert> alerts_of(const Mother& mother);

/// Records who saw this alert and when. Errors: not_found.
[[nodiscard]] Result<Done> see_alert(Clinic& clinic, std::string_view mother_id, Alert alert);
/// The alerts that somebody saw today, since her profile last changed: those need not be shown as new again.
[[nodiscard]] Result<std::set<Alert>> alerts_seen_today(const Clinic& clinic, std::string_view mother_id);

}  // namespace sango::clinic
