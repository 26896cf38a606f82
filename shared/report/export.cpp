#include "shared/report/export.h"

#include "shared/report/invoice.h"
#include "shared/report/report_paper.h"
#include "shared/store/audit.h"
#include "shared/store/durable_file.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

namespace sango::report {
namespace {

std::string_view ending(Format format) {
    constexpr std::array<std::string_view, 3> kEndings{"pdf", "xlsx", "csv"};
    return kEndings[static_cast<std::size_t>(format)];
}

Result<std::string> in_format(const clinic::Clinic& clinic, const ImplementationReport& report, Format format,
                              const ExportRequest& request) {
    if (format == Format::pdf) {
        auto paper = report_paper(clinic, report, request.tongue);
        if (!paper) return paper.error();
        return pdf(*paper);
    }
    const std::vector<Sheet> sheets = report_sheets(clinic, report, request.tongue);
    if (format == Format::xlsx)
        return xlsx(sheets, fmt::format("{} {}", report.programme, month_text(report.month)),
                    clinic.clock.now());
    if (request.encoding == Encoding::cp932) return csv_cp932(sheets.front(), request.substitutes);
    return csv_utf8(sheets.front());
}

Error not_written() {
    return error("not_written",
                 "ファイルを書けませんでした。フォルダーの空きと書き込みの許可を確かめてください。",
                 "The file could not be written. Check the folder's room and permissions.");
}

using Files = std::vector<std::pair<std::filesystem::path, std::string>>;

}  // namespace

Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes) {
    struct stat folder {};
    const std::filesystem::path in = file.has_parent_path() ? file.parent_path() : ".";
    if (stat(in.c_str(), &folder) != 0 || !S_ISDIR(folder.st_mode))
        return error("no_folder", "書き出す先のフォルダーがありません。選び直してください。",
                     "There is no such folder to export to. Choose another one.");
    auto out = store::DurableFile::create(file);
    if (!out || !out->write(bytes_of(bytes)) || !out->commit()) return not_written();
    return Done{};
}

namespace {

/// Writes them and says so in the audit chain.
Result<std::vector<std::filesystem::path>> write_files(clinic::Clinic& clinic, std::string_view table,
                                                       const Files& files) {
    if (auto allowed = clinic::require(clinic, clinic::Right::month); !allowed) return allowed.error();
    std::vector<std::filesystem::path> written;
    for (const auto& [file, bytes] : files) {
        if (auto done = write_file(file, bytes); !done) return done.error();
        const auto noted = store::note_action(clinic.database, table, file.filename().string(),
                                              {clinic.clock.now(), clinic.actor.staff_id}, "export");
        if (!noted) return noted.error();
        written.push_back(file);
    }
    return written;
}

}  // namespace

Result<std::vector<std::filesystem::path>> export_report(clinic::Clinic& clinic, std::string_view programme,
                                                         std::chrono::year_month month,
                                                         const ExportRequest& request) {
    const auto report = build(clinic, programme, month);
    if (!report) return report.error();
    Files files;
    for (const Format format : request.formats) {
        auto bytes = in_format(clinic, *report, format, request);
        if (!bytes) return bytes.error();
        files.emplace_back(request.folder / fmt::format("jisshi-houkoku_{}_{}_{}.{}", report->programme,
                                                        month_text(month), report->revision, ending(format)),
                           std::move(*bytes));
    }
    return write_files(clinic, "implementation_report", files);
}

Result<std::vector<char32_t>> lacking_in_cp932(const clinic::Clinic& clinic, std::string_view programme,
                                               std::chrono::year_month month, Tongue tongue) {
    const auto report = build(clinic, programme, month);
    if (!report) return report.error();
    return missing_in_cp932(report_sheets(clinic, *report, tongue).front());
}

Result<std::vector<std::filesystem::path>> export_invoice(clinic::Clinic& clinic, std::string_view programme,
                                                          std::chrono::year_month month,
                                                          const ExportRequest& request) {
    const auto invoice = build_invoice(clinic, programme, month);
    if (!invoice) return invoice.error();
    auto paper = invoice_paper(clinic, *invoice, request.tongue);
    if (!paper) return paper.error();
    auto bytes = pdf(*paper);
    if (!bytes) return bytes.error();
    Files files;
    files.emplace_back(request.folder / fmt::format("seikyusho_{}_{}_{}.pdf", invoice->programme,
                                                    month_text(month), invoice->revision),
                       std::move(*bytes));
    return write_files(clinic, "invoice", files);
}

}  // namespace sango::report
