#include "shared/base/text.h"
#include "shared/report/sheet.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace sango::report {
namespace {

/// The file while it is written: in memory only, under a name that the library can open.
class Scratch {
public:
    Scratch() : file_(memfd_create("sheet", MFD_CLOEXEC)) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        if (file_ >= 0) ::close(file_);
    }
    [[nodiscard]] std::string name() const { return fmt::format("/proc/self/fd/{}", file_); }
    [[nodiscard]] std::optional<std::string> bytes() const {
        if (file_ < 0 || lseek(file_, 0, SEEK_SET) != 0) return std::nullopt;
        std::string all;
        std::array<char, 1U << 16U> part{};
        ssize_t got = 0;
        while ((got = read(file_, part.data(), part.size())) > 0)
            all.append(part.data(), static_cast<std::size_t>(got));
        return got < 0 || all.empty() ? std::nullopt : std::optional(std::move(all));
    }

private:
    int file_;
};

/// In columns of a fixed-width letter.
int columns_of(std::string_view text) {
    int width = 0;
    for (const char32_t c : code_points(text)) width += c < 0x80 || (c >= 0xFF61 && c <= 0xFF9F) ? 1 : 2;
    return width;
}

int width_of(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return columns_of(*text);
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return columns_of(grouped(*number));
    if (const auto* yen = std::get_if<Yen>(&cell)) return columns_of(grouped(yen->amount()));
    return std::holds_alternative<Date>(cell) ? 10 : 0;
}

struct Looks {
    lxw_format* title = nullptr;
    lxw_format* number = nullptr;
    lxw_format* yen = nullptr;
    lxw_format* day = nullptr;
    lxw_format* text = nullptr;
};

Looks looks_of(lxw_workbook* book, bool bold) {
    const auto look = [&](const char* number_format) {
        lxw_format* format = workbook_add_format(book);
        if (number_format != nullptr) format_set_num_format(format, number_format);
        if (bold) format_set_bold(format);
        return format;
    };
    Looks looks{look(nullptr), look("#,##0"), look("#,##0"), look("yyyy-mm-dd"), look(nullptr)};
    format_set_bold(looks.title);
    format_set_bottom(looks.title, LXW_BORDER_THIN);
    format_set_bg_color(looks.title, 0xEFEFEF);
    return looks;
}

void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, const Looks& looks) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        worksheet_write_string(sheet, row, column, text->c_str(), looks.text);
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        worksheet_write_number(sheet, row, column, static_cast<double>(*number), looks.number);
    } else if (const auto* yen = std::get_if<Yen>(&cell)) {
        worksheet_write_number(sheet, row, column, static_cast<double>(yen->amount()), looks.yen);
    } else if (const auto* day = std::get_if<Date>(&cell)) {
        const std::chrono::year_month_day d(*day);
        lxw_datetime when{static_cast<int>(d.year()),
                          static_cast<int>(static_cast<unsigned>(d.month())),
                          static_cast<int>(static_cast<unsigned>(d.day())),
                          0,
                          0,
                          0};
        worksheet_write_datetime(sheet, row, column, &when, looks.day);
    }
}

bool add_sheet(lxw_workbook* book, const Sheet& sheet, const Looks& plain, const Looks& bold) {
    lxw_worksheet* tab = workbook_add_worksheet(book, sheet.name.c_str());
    if (tab == nullptr) return false;
    for (std::size_t i = 0; i < sheet.titles.size(); ++i) {
        int widest = columns_of(sheet.titles[i]);
        for (const auto* rows : {&sheet.rows, &sheet.sums})
            for (const std::vector<Cell>& row : *rows)
                if (i < row.size()) widest = std::max(widest, width_of(row[i]));
        constexpr int kWidest = 60;
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(tab, column, column, std::min(widest, kWidest) + 2, nullptr);
        worksheet_write_string(tab, 0, column, sheet.titles[i].c_str(), plain.title);
    }
    lxw_row_t at = 1;
    const auto add = [&](const std::vector<Cell>& row, const Looks& looks) {
        for (std::size_t i = 0; i < row.size(); ++i) write(tab, at, static_cast<lxw_col_t>(i), row[i], looks);
        ++at;
    };
    for (const std::vector<Cell>& row : sheet.rows) add(row, plain);
    for (const std::vector<Cell>& row : sheet.sums) add(row, bold);
    constexpr std::uint8_t kA4 = 9;
    worksheet_freeze_panes(tab, 1, 0);
    worksheet_repeat_rows(tab, 0, 0);
    worksheet_set_paper(tab, kA4);
    worksheet_set_landscape(tab);
    worksheet_fit_to_pages(tab, 1, 0);
    worksheet_set_footer(tab, "&R&P / &N");
    return true;
}

}  // namespace

Result<std::string> xlsx(const std::vector<Sheet>& sheets, std::string_view title, Instant made_at) {
    const Error failed =
        error("no_spreadsheet", "表計算のファイルを作れませんでした。もう一度お試しください。",
              "The spreadsheet could not be made. Try again.");
    const Scratch scratch;
    lxw_workbook* book = workbook_new(scratch.name().c_str());
    if (book == nullptr) return failed;
    std::string name(title);
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.created = made_at.time_since_epoch().count();
    workbook_set_properties(book, &properties);
    const Looks plain = looks_of(book, false);
    const Looks bold = looks_of(book, true);
    bool good = !sheets.empty();
    for (const Sheet& sheet : sheets) good = add_sheet(book, sheet, plain, bold) && good;
    if (workbook_close(book) != LXW_NO_ERROR || !good) return failed;
    auto bytes = scratch.bytes();
    if (!bytes) return failed;
    return std::move(*bytes);
}

}  // namespace sango::report
