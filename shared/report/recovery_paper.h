#pragma once

#include "shared/clinic/clinic.h"
#include "shared/store/recovery.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace sango::report {

/// 復旧シート as a page of A4 for whoever keeps it: which half it is, its four rows in large letters, and
/// what to do with it.
struct RecoveryPaper {
    std::string clinic;
    int number = 1;  ///< 1 or 2
    std::string_view rows;
    Date made_on{};
};
[[nodiscard]] Result<std::string> recovery_pdf(const RecoveryPaper& paper, Instant made_at);

/// Both halves as files of their own, "recovery-1.pdf" and "recovery-2.pdf" (0600), in `folder`: print them,
/// then erase them. Errors: no_folder, not_written.
[[nodiscard]] Result<std::array<std::filesystem::path, 2>> write_recovery(
    const clinic::Clinic& clinic, const store::RecoverySheets& sheets, const std::filesystem::path& folder);

}  // namespace sango::report
