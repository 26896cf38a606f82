#pragma once

#include "shared/clinic/clinic.h"
#include "shared/clinic/role.h"
#include "shared/report/document.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace sango::report {

/// The printer that papers go to, by name or address (devices/printer.h); not set: there is none.
inline constexpr std::string_view kPrinterSetting = "printer";
/// From now on papers go there too; empty: to no printer any more. Errors: those of require(Right::settings),
/// bad_printer (no name of a printer, and no address "ipp://host/path" or "ipps://host/path").
[[nodiscard]] Result<Done> choose_printer(clinic::Clinic& clinic, std::string_view printer);

struct WrittenPaper {
    std::filesystem::path file;  ///< empty: there is no folder, and it goes to the printer alone
    std::string printer;         ///< empty: none is chosen
    std::string pdf;
};

/// A paper of the house (申し送り, 様式1, 緊急, 予約表) as a PDF, for the printer that is chosen and into the
/// first folder that files go to (export_folders.h), else the folder of the house sheet; whole, readable by
/// its owner alone. File names hold no name of a person. Says in the audit chain that `table`'s was written.
/// Errors: those of require(right), no_folder (there is none of these, and no printer), those of pdf() and
/// write_file().
[[nodiscard]] Result<WrittenPaper> write_paper(clinic::Clinic& clinic, clinic::Right right,
                                               std::string_view table, const Document& document,
                                               std::string_view file_name);
/// The sheet of everyone in the house (house_sheet.h) for the printer; `file` is where it lies, if it is kept
/// in a folder. `printer` is empty where none is chosen or nobody is in the house. Needs Right::watch.
[[nodiscard]] Result<WrittenPaper> house_sheet_to_print(clinic::Clinic& clinic);
/// "sango-<what>-20261121-0305.pdf": of this moment.
[[nodiscard]] std::string paper_name(std::string_view what, Instant now);

}  // namespace sango::report
