#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/document.h"
#include "shared/report/paper_words.h"

#include <filesystem>
#include <string_view>

namespace sango::report {

/// 控え: what she takes home of a use: clinic, days, service, what she pays line by line, coupons, what is
/// left. Her name stands on it, and nothing of care, health or a child. Errors: those of clinic::slip_facts.
[[nodiscard]] Result<Document> slip(const clinic::Clinic& clinic, std::string_view use_id, Tongue tongue);

/// Writes it into `folder` as a PDF and says so in the audit chain; returns the file
/// ("hikae_2026-11-21_1a2b3c4d.pdf": the day and a piece of the use's id, one of that name is replaced).
/// Errors: not_found, no_folder, not_written.
[[nodiscard]] Result<std::filesystem::path> export_slip(clinic::Clinic& clinic, std::string_view use_id,
                                                        const std::filesystem::path& folder, Tongue tongue);

}  // namespace sango::report
