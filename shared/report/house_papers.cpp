#include "shared/report/house_papers.h"

#include "shared/report/export.h"
#include "shared/report/export_folders.h"
#include "shared/report/house_sheet.h"
#include "shared/store/audit.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::report {
namespace {

constexpr std::size_t kLongestPrinter = 255;

Result<Done> note_written(clinic::Clinic& clinic, std::string_view table, std::string_view file_name) {
    const auto noted = store::note_action(clinic.database, table, file_name,
                                          {clinic.clock.now(), clinic.actor.staff_id}, "export");
    if (!noted) return noted.error();
    return Done{};
}

}  // namespace

std::string paper_name(std::string_view what, Instant now) {
    std::string day = date_text(japan_date(now));
    std::string time = time_text(now);
    std::erase(day, '-');
    std::erase(time, ':');
    return fmt::format("sango-{}-{}-{:0>4}.pdf", what, day, time);
}

Result<Done> choose_printer(clinic::Clinic& clinic, std::string_view printer) {
    if (const auto may = clinic::require(clinic, clinic::Right::settings); !may) return may.error();
    if (printer.empty()) return clinic::unset_setting(clinic, kPrinterSetting);
    const bool address = printer.find("://") != std::string_view::npos;
    const bool ours = printer.starts_with("ipp://") || printer.starts_with("ipps://");
    const bool odd = std::ranges::any_of(
        printer, [](char one) { return static_cast<unsigned char>(one) < 0x20 || one == ' '; });
    if (odd || printer.size() > kLongestPrinter || (address && !ours) ||
        (!address && printer.find('/') != std::string_view::npos))
        return error("bad_printer", "プリンターの名前か、ipp:// で始まる住所を入れてください。",
                     "Give the name of a printer, or an address that begins with ipp://.");
    return clinic::set_setting(clinic, kPrinterSetting, printer);
}

Result<WrittenPaper> write_paper(clinic::Clinic& clinic, clinic::Right right, std::string_view table,
                                 const Document& document, std::string_view file_name) {
    if (auto allowed = clinic::require(clinic, right); !allowed) return allowed.error();
    WrittenPaper written;
    const auto printer = clinic::setting(clinic, kPrinterSetting);
    if (!printer) return printer.error();
    written.printer = printer->value_or("");
    auto folders = export_folders(clinic);
    if (const auto own = clinic::setting(clinic, kSheetFolderSetting); own.ok() && *own && !(*own)->empty())
        folders.emplace_back(**own);
    if (folders.empty() && written.printer.empty())
        return error(
            "no_folder",
            "書き出す先がありません。USBメモリーを挿すか、設定で保存先かプリンターを決めてください。",
            "There is nowhere to write to. Put a stick in, or choose a folder or a printer in the "
            "settings.");
    auto bytes = pdf(document);
    if (!bytes) return bytes.error();
    written.pdf = *std::move(bytes);
    if (!folders.empty()) {
        written.file = folders.front() / file_name;
        // A full stick does not keep a paper from the printer.
        if (auto done = write_file(written.file, written.pdf); !done) {
            if (written.printer.empty()) return done.error();
            written.file.clear();
        }
    }
    if (auto noted = note_written(clinic, table, file_name); !noted) return noted.error();
    return written;
}

Result<WrittenPaper> house_sheet_to_print(clinic::Clinic& clinic) {
    if (auto allowed = clinic::require(clinic, clinic::Right::watch); !allowed) return allowed.error();
    const auto printer = clinic::setting(clinic, kPrinterSetting);
    if (!printer) return printer.error();
    if (!*printer) return WrittenPaper{};
    const auto sheet = house_sheet(clinic);
    if (!sheet) return sheet.error();
    if (sheet->blocks.empty()) return WrittenPaper{};
    auto bytes = pdf(*sheet);
    if (!bytes) return bytes.error();
    const auto folder = clinic::setting(clinic, kSheetFolderSetting);
    if (!folder) return folder.error();
    if (auto noted = note_written(clinic, "service_use", kSheetFile); !noted) return noted.error();
    return WrittenPaper{
        folder->value_or("").empty() ? std::filesystem::path() : std::filesystem::path(**folder) / kSheetFile,
        **printer, *std::move(bytes)};
}

}  // namespace sango::report
