#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/document.h"

#include <filesystem>
#include <string>

namespace sango::report {

/// 在所者一覧: the sheet for the morning when the machine is dead. Everyone in the house with room, babies,
/// allergies, what is due, who watches, and every telephone number that is needed.
///
/// Sealed at rest: this paper and its file hold names in the clear, or they would be of no use then. So there
/// is none unless the clinic names a folder (setting "sheet.folder", empty by default); that folder lies
/// outside of the data folder, so that no backup holds it; the file is readable by its owner alone (0600) and
/// always the same one
/// ("sango-house.pdf"), replaced whole, so that nothing of those who have left stays; while nobody is in the
/// house it is removed.
inline constexpr std::string_view kSheetFolderSetting = "sheet.folder";
inline constexpr std::string_view kSheetFile = "sango-house.pdf";

/// `document.blocks` is empty where nobody is in the house.
[[nodiscard]] Result<Document> house_sheet(const clinic::Clinic& clinic);

/// From now on the sheet goes there, and what the folder before held of it is removed; empty: there is none
/// any more. Errors: those of require(Right::settings), no_folder (it is not there, or cannot be written
/// to), in_data (it lies within the clinic's data, where backups would keep old sheets).
[[nodiscard]] Result<Done> choose_sheet_folder(clinic::Clinic& clinic, const std::filesystem::path& folder);

/// Writes the sheet into `folder` at once and whole, or removes it where the document has no blocks. Any
/// thread. Errors: no_folder (it is not there, or cannot be written to), and those of pdf().
[[nodiscard]] Result<Done> write_sheet(const Document& document, const std::filesystem::path& folder);

}  // namespace sango::report
