#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sango::screens {

/// What stands beside the month's table in 報告: files, invoice, and how sending went.
struct ReportPapersView {
    std::vector<std::string> folders;  ///< to export to; empty: none is there
    bool has_invoice = false;          ///< issued: it can be exported
    bool has_receipt = false;          ///< of the report or the invoice
    std::optional<Message> unattended;  ///< closed by the terminal itself: きのう9:10に自動で確定しました
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
