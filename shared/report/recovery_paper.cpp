#include "shared/report/recovery_paper.h"

#include "shared/report/export.h"
#include "shared/report/pdf_canvas.h"

#include <fmt/format.h>

namespace sango::report {
namespace {

constexpr double kPaperMm = 72.0 / 25.4;
constexpr double kPaperWidth = 210 * kPaperMm;
constexpr double kPaperHeight = 297 * kPaperMm;
constexpr double kPaperMargin = 25 * kPaperMm;
constexpr double kPaperInside = kPaperWidth - 2 * kPaperMargin;

double write_paragraph(PdfCanvas& paper, double baseline, std::string_view text, Face face) {
    for (const std::string& line : paper.lines(text, face, kPaperInside)) {
        paper.write(kPaperMargin, baseline, line, face);
        baseline += face.size * 1.7;
    }
    return baseline;
}

}  // namespace

Result<std::string> recovery_pdf(const RecoveryPaper& sheet, Instant made_at) {
    PdfCanvas paper(kPaperWidth, kPaperHeight, "復旧シート", made_at);
    paper.write(kPaperMargin, 34 * kPaperMm, fmt::format("復旧シート {}", sheet.number), {26, true});
    paper.write(kPaperMargin, 42 * kPaperMm, fmt::format("Recovery sheet {} / 2", sheet.number), {11, false},
                0.35);
    paper.write(kPaperMargin, 54 * kPaperMm, sheet.clinic, {14, true});
    paper.write(kPaperMargin, 61 * kPaperMm, fmt::format("{} 作成", date_text(sheet.made_on)), {10, false},
                0.35);
    paper.frame(kPaperMargin, 70 * kPaperMm, kPaperInside, 72 * kPaperMm, 1, 0.3);
    double baseline = 84 * kPaperMm;
    std::string_view rows = sheet.rows;
    for (int row = 1; !rows.empty(); ++row) {
        const std::string_view line = rows.substr(0, rows.find('\n'));
        rows.remove_prefix(std::min(rows.size(), line.size() + 1));
        paper.write(kPaperMargin + 8 * kPaperMm, baseline, fmt::format("{}", row), {12, false}, 0.4);
        paper.write(kPaperMargin + 20 * kPaperMm, baseline, line, {24, true});
        baseline += 16 * kPaperMm;
    }
    baseline =
        write_paragraph(paper, 156 * kPaperMm,
                        "このシートは2枚で1組です。端末がこわれたとき、2枚そろうとバックアップからデータを戻"
                        "せます。1枚だけでは何も開きません。",
                        {12, false});
    baseline =
        write_paragraph(paper, baseline + 3 * kPaperMm,
                        "1枚ずつ別の方が、別の場所で保管してください。写真に撮ったり、書き写したものを残した"
                        "りしないでください。",
                        {12, false});
    baseline = write_paragraph(
        paper, baseline + 3 * kPaperMm,
        "なくしたときは、管理者がすぐに新しい2枚を作ります。古いシートは破棄してください。", {12, false});
    write_paragraph(
        paper, baseline + 6 * kPaperMm,
        "Two sheets make one key. Both together open a backup where the machine is gone; one alone "
        "opens nothing. Two people keep one each, in two places. If one is lost, make new ones at "
        "once.",
        {9, false});
    paper.write(kPaperMargin, 262 * kPaperMm, "保管する方", {11, false}, 0.35);
    paper.rule(kPaperMargin + 28 * kPaperMm, 263 * kPaperMm, kPaperMargin + kPaperInside, 263 * kPaperMm, 0.6,
               0.4);
    return paper.finish();
}

Result<std::array<std::filesystem::path, 2>> write_recovery(const clinic::Clinic& clinic,
                                                            const store::RecoverySheets& sheets,
                                                            const std::filesystem::path& folder) {
    const auto name = clinic::setting(clinic, "clinic.name");
    if (!name) return name.error();
    const Instant now = clinic.clock.now();
    std::array<std::filesystem::path, 2> files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto pdf = recovery_pdf(
            {name->value_or(""), static_cast<int>(i) + 1, sheets.sheets[i], japan_date(now)}, now);
        if (!pdf) return pdf.error();
        files[i] = folder / fmt::format("recovery-{}.pdf", i + 1);
        if (auto written = write_file(files[i], *pdf); !written) return written.error();
    }
    return files;
}

}  // namespace sango::report
