#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

/// A character that CP932 lacks, and what may stand for it.
struct LackingCharacter {
    char32_t character = 0;
    std::string shown;                ///< 𠮷
    std::string code;                 ///< U+20BB7
    std::vector<std::string> likely;  ///< 吉, 〓
    std::string chosen;               ///< what stood for it in the last export; empty: never decided
};

/// What stands beside the month's table in 報告: files, invoice, and how sending went.
struct ReportPapersView {
    std::vector<std::string> folders;  ///< to export to; empty: none is there
    bool has_invoice = false;          ///< issued: it can be exported
    bool has_receipt = false;          ///< of the report or the invoice
    std::optional<Message> unattended;  ///< closed by the terminal itself: きのう9:10に自動で確定しました
    /// An export in CP932 waits until someone decides what stands for each; empty: none waits.
    std::vector<LackingCharacter> lacking;
    std::string lacking_folder;  ///< where it goes to
    /// What the invoice still lacks, each leading to where it is mended.
    struct InvoiceGap {
        Message text;
        std::string programme;  ///< whose open numbers; empty: the clinic's own particulars
    };
    std::vector<InvoiceGap> invoice_gaps;
    std::size_t bytes_sent = 0;  ///< of the sending under way
    std::size_t bytes = 0;

    /// 送信の記録: one try, newest first; refused items stand first, once.
    struct Try {
        enum class Tone { done, waiting, refused } tone{};
        std::string when;       ///< 12/8 10:02
        Message what;           ///< 実施報告書 2026-11/1
        Message said;           ///< 受理 R8-12-0412, or what it ended with
        std::string outbox_id;  ///< refused: can be sent again; else empty
    };
    std::vector<Try> tries;
};

}  // namespace sango::screens
