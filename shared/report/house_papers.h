#pragma once

#include "shared/clinic/clinic.h"
#include "shared/clinic/role.h"
#include "shared/report/document.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace sango::report {

/// A paper of the house (申し送り, 様式1, 緊急, 予約表) as a PDF to be printed: into the first folder that
/// files go to (export_folders.h), else the folder of the house sheet; whole, readable by its owner alone.
/// File names hold no name of a person. Returns the file, and says in the audit chain that `table`'s was
/// written. Errors: those of require(right), no_folder (there is none of these), those of pdf() and
/// write_file().
[[nodiscard]] Result<std::filesystem::path> write_paper(clinic::Clinic& clinic, clinic::Right right,
                                                        std::string_view table, const Document& document,
                                                        std::string_view file_name);
/// "sango-<what>-20261121-0305.pdf": of this moment.
[[nodiscard]] std::string paper_name(std::string_view what, Instant now);

}  // namespace sango::report
