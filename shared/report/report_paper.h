#pragma once

#include "shared/report/document.h"
#include "shared/report/paper_words.h"
#include "shared/report/sheet.h"

namespace sango::report {

// The implementation report (実施報告書) as a paper and as a table. It holds user numbers, days, counts,
// states and money; no name, address, phone or free text of a mother's is ever in it.

[[nodiscard]] Result<Document> report_paper(const clinic::Clinic& clinic, const ImplementationReport& report,
                                            Tongue tongue);
/// One line a use; the second sheet adds up by service.
[[nodiscard]] std::vector<Sheet> report_sheets(const clinic::Clinic& clinic,
                                               const ImplementationReport& report, Tongue tongue);

}  // namespace sango::report
