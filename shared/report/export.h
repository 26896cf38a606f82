#pragma once

#include "shared/clinic/clinic.h"
#include "shared/report/paper_words.h"
#include "shared/report/sheet.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sango::report {

// What leaves the clinic as a file. The rule for personal data: a file carries user numbers, days, counts,
// states and money, and no name, address, phone or free text of a mother's, unless it is the very form that
// must name her (the incident form, a letter to her). File names carry no user number either. Files are the
// owner's alone (0600); each export is a link of the audit chain (what, not for whom). What lies in the
// chosen folder is in the clear: whoever exports answers for it.

enum class Format { pdf, xlsx, csv };
enum class Encoding { utf8, cp932 };

struct ExportRequest {
    std::filesystem::path folder;
    std::vector<Format> formats{Format::pdf};
    Encoding encoding = Encoding::utf8;  ///< of the CSV
    Substitutes substitutes;
    Tongue tongue = Tongue::ja;
};

/// Writes the month's implementation report as it stands, each file whole or not at all, and returns the
/// files. Names: "jisshi-houkoku_nerima_2026-11_1.pdf"; one of that name is replaced. Errors:
/// missing_in_cp932 (nothing is written), no_folder, not_written, unknown_programme and those of the formats.
[[nodiscard]] Result<std::vector<std::filesystem::path>> export_report(clinic::Clinic& clinic,
                                                                       std::string_view programme,
                                                                       std::chrono::year_month month,
                                                                       const ExportRequest& request);

/// What CP932 lacks of the month's CSV: each wants a substitute before it can be exported so. Error:
/// unknown_programme.
[[nodiscard]] Result<std::vector<char32_t>> lacking_in_cp932(const clinic::Clinic& clinic,
                                                             std::string_view programme,
                                                             std::chrono::year_month month, Tongue tongue);

/// The same of the month's invoice, as a PDF: "seikyusho_nerima_2026-11_1.pdf".
[[nodiscard]] Result<std::vector<std::filesystem::path>> export_invoice(clinic::Clinic& clinic,
                                                                        std::string_view programme,
                                                                        std::chrono::year_month month,
                                                                        const ExportRequest& request);

/// Writes `bytes` to a file of the owner's, whole or not at all. Errors: no_folder, not_written.
[[nodiscard]] Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace sango::report
