#include "shared/clinic/csv.h"

#include "shared/base/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Reads records from text of one encoding.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Result<std::vector<CsvLine>> read() {
        while (at_ < text_.size()) {
            CsvLine line;
            line.number = line_;
            if (auto done = record(line); !done) return done.error();
            if (line.fields.size() > 1 || !line.fields.front().empty()) lines_.push_back(std::move(line));
        }
        return std::move(lines_);
    }

private:
    Result<Done> record(CsvLine& line) {
        for (;;) {
            std::string field;
            if (auto done = at_ < text_.size() && text_[at_] == '"' ? quoted(field) : plain(field); !done)
                return done;
            line.fields.push_back(std::move(field));
            if (line.fields.size() > kMostCsvFields)
                return csv_error(line_, "", "列が多すぎます。", "There are too many columns.");
            if (at_ == text_.size()) return Done{};
            if (text_[at_] == ',') {
                ++at_;
                continue;
            }
            end_of_line();
            return Done{};
        }
    }

    Result<Done> plain(std::string& field) {
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        field = text_.substr(at_, end - at_);
        at_ = end;
        return Done{};
    }

    Result<Done> quoted(std::string& field) {
        const std::size_t opened_on = line_;
        ++at_;
        for (;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos)
                return csv_error(opened_on, "", "引用符（\"）が閉じられていません。",
                                 "A quotation mark is never closed.");
            take(field, quote);
            ++at_;
            if (at_ < text_.size() && text_[at_] == '"') {
                field += '"';
                ++at_;
                continue;
            }
            if (at_ < text_.size() && text_.substr(at_, 1).find_first_of(",\r\n") == std::string_view::npos)
                return csv_error(line_, "", "閉じた引用符（\"）の後に文字があります。",
                                 "There is text after a closing quotation mark.");
            return Done{};
        }
    }

    /// Up to `end` into the field, counting the lines that pass.
    void take(std::string& field, std::size_t end) {
        while (at_ < end) {
            if (text_[at_] != '\r' && text_[at_] != '\n') {
                field += text_[at_++];
                continue;
            }
            field += '\n';
            end_of_line();
        }
    }

    void end_of_line() {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::vector<CsvLine> lines_;
};

}  // namespace

Error csv_error(std::size_t line, std::string_view field, std::string_view ja, std::string_view en) {
    const std::string where_ja = field.empty() ? std::string() : fmt::format("の「{}」", field);
    const std::string where_en = field.empty() ? std::string() : fmt::format(", {}", field);
    return error(
        "bad_csv",
        fmt::format("{}行目{}: {}直してもう一度取り込んでください。1件も取り込んでいません。", line, where_ja,
                    ja),
        fmt::format("Line {}{}: {} Mend it and import again; nothing was imported.", line, where_en, en));
}

Result<std::vector<CsvLine>> read_csv(std::string_view file) {
    if (file.size() > kMostCsvBytes)
        return csv_error(1, "", "ファイルが大きすぎます。分けて取り込んでください。",
                         "The file is too large; split it.");
    if (file.starts_with(kByteOrderMark)) file.remove_prefix(kByteOrderMark.size());
    std::string text;
    if (is_utf8(file)) {
        text = file;
    } else if (auto decoded = from_cp932(file)) {
        text = std::move(*decoded);
    } else {
        return csv_error(1, "", "文字コードがUTF-8でもShift_JIS（CP932）でもありません。",
                         "The text is neither UTF-8 nor Shift_JIS (CP932).");
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        const auto before = std::string_view(text).substr(0, nul);
        const auto line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
        return csv_error(line, "", "文字ではないデータが入っています。", "It holds data that is not text.");
    }
    return Reader(text).read();
}

}  // namespace sango::clinic
