#pragma once

#include <chrono>
#include <string>

namespace sango::screens {

// 報告: what is done with a month's papers besides closing and sending.
struct ExportPapers {
    std::string programme;
    std::chrono::year_month month{};
    enum class What { report_pdf, report_sheet, report_csv, invoice_pdf, proofs } what{};
    bool cp932 = false;  ///< of the CSV
    std::string folder;
};
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
