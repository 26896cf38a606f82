#pragma once

#include "shared/clinic/clinic.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace sango::report {

/// A badge (バッジ) to cut out, 54 x 86 mm, in the middle of an A4 page: clinic, name, role and code.
struct BadgeSheet {
    std::string clinic;
    std::string name;
    Message role;
    std::string code;  ///< text of the QR code
    Date issued_on{};
};
[[nodiscard]] Result<std::string> badge_pdf(const BadgeSheet& sheet, Instant made_at);

/// A new badge for her, as "badge-<n>.pdf" in `folder` (0600); no name stands in the file's name. The file.
/// Errors: those of clinic::issue_badge, no_folder.
[[nodiscard]] Result<std::filesystem::path> write_badge(clinic::Clinic& clinic, std::string_view staff_id,
                                                        const std::filesystem::path& folder);

}  // namespace sango::report
