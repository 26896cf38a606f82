#pragma once

#include "shared/clinic/clinic.h"

#include <string>
#include <string_view>

namespace sango::clinic {

// はじめての設定: a machine without a clinic becomes one. First the clinic with its first manager and her
// PIN, in one transaction; then her badge and the recovery sheets, until somebody has read both back. Cut off
// at any moment there is no clinic, or one whose papers are due: its next start goes on there, with new
// papers.

inline constexpr std::string_view kFirstStart = "first_start";
inline constexpr std::string_view kPapersDue = "papers";

struct FirstClinic {
    std::string id;       ///< 施設番号: letters, digits and hyphens, at most 32, wide or narrow
    std::string name;     ///< さくら助産院
    std::string manager;  ///< her name
    std::string pin;
};
/// What of it cannot be: bad_clinic_id, bad_clinic_name, bad_name. The PIN is not looked at.
[[nodiscard]] Result<Done> check_first_clinic(const FirstClinic& first);
/// Makes it in `data`. Errors also weak_pin and those of create().
[[nodiscard]] Result<Done> found_clinic(const std::filesystem::path& data, const FirstClinic& first,
                                        const Clock& clock, Random random);

/// The clinic is there, and its first papers have not been read back yet.
[[nodiscard]] Result<bool> papers_due(const Clinic& clinic);
/// Both sheets were read back: from now on backups are sealed to them, and the terminal is in use.
[[nodiscard]] Result<Done> finish_first_start(Clinic& clinic, BytesView recovery_public_key);

}  // namespace sango::clinic
