#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace sango::screens {

// 報告: what is done with a month's papers besides closing and sending.
struct ExportPapers {
    std::string programme;
    std::chrono::year_month month{};
    enum class What { report_pdf, report_sheet, report_csv, invoice_pdf, proofs } what{};
    bool cp932 = false;  ///< of the CSV
    std::string folder;
    /// What stands for each character that CP932 lacks: 𠮷 (U+20BB7) -> 吉.
    std::vector<std::pair<char32_t, std::string>> substitutes = {};
};
struct LeaveExport {};    ///< the export that waits for a decision is not made
struct WriteUserReport {  ///< 利用者別実施報告書
    std::string use_id;
    bool consent = false;
    bool urgent = false;
    std::string remarks;
};
struct IssueInvoice {
    std::string programme;
    std::chrono::year_month month{};
};
struct SendAgain {  ///< a refused item, unchanged
    std::string outbox_id;
};

}  // namespace sango::screens
