#include "shared/report/badge_sheet.h"

#include "shared/card/barcode.h"
#include "shared/clinic/badge.h"
#include "shared/report/export.h"
#include "shared/report/pdf_canvas.h"

#include <fmt/format.h>

namespace sango::report {
namespace {

constexpr double kMillimetre = 72.0 / 25.4;
constexpr double kPageWidth = 210 * kMillimetre;
constexpr double kPageHeight = 297 * kMillimetre;
constexpr double kWidth = 54 * kMillimetre;
constexpr double kHeight = 86 * kMillimetre;
constexpr double kCode = 40 * kMillimetre;
constexpr double kLeft = (kPageWidth - kWidth) / 2;
constexpr double kTop = 60 * kMillimetre;

void write_centred(PdfCanvas& paper, double baseline, std::string_view line, Face face, double grey = 0) {
    paper.write(kLeft + (kWidth - paper.width_of(line, face)) / 2, baseline, line, face, grey);
}

/// The largest size at which it fits beside the edges.
Face fitting(PdfCanvas& paper, std::string_view line, double size) {
    Face face{size, true};
    while (face.size > 6 && paper.width_of(line, face) > kWidth - 4 * kMillimetre) face.size -= 0.5;
    return face;
}

void draw_code(PdfCanvas& paper, const card::Modules& modules) {
    const double module = kCode / modules.size;
    const double left = kLeft + (kWidth - kCode) / 2;
    const double top = kTop + 12 * kMillimetre;
    for (int y = 0; y < modules.size; ++y)
        for (int x = 0; x < modules.size; ++x)
            if (modules.at(x, y)) paper.fill(left + x * module, top + y * module, module, module, 0);
}

}  // namespace

Result<std::string> badge_pdf(const BadgeSheet& sheet, Instant made_at) {
    const auto modules = card::make_qr(sheet.code);
    if (!modules) return modules.error();
    PdfCanvas paper(kPageWidth, kPageHeight, "バッジ", made_at);
    paper.frame(kLeft, kTop, kWidth, kHeight, 0.5, 0.6);
    write_centred(paper, kTop + 8 * kMillimetre, sheet.clinic, fitting(paper, sheet.clinic, 10));
    draw_code(paper, *modules);
    write_centred(paper, kTop + 63 * kMillimetre, sheet.name, fitting(paper, sheet.name, 16));
    const std::string role = fmt::format("{}  {}", sheet.role.ja, sheet.role.en);
    write_centred(paper, kTop + 71 * kMillimetre, role, {9, false});
    write_centred(paper, kTop + 80 * kMillimetre, fmt::format("{} 発行", date_text(sheet.issued_on)),
                  {7, false}, 0.4);
    return paper.finish();
}

Result<std::filesystem::path> write_badge(clinic::Clinic& clinic, std::string_view staff_id,
                                          const std::filesystem::path& folder) {
    const auto one = clinic::find_staff(clinic, staff_id);
    if (!one) return one.error();
    const auto name = clinic::setting(clinic, "clinic.name");
    if (!name) return name.error();
    const auto code = clinic::issue_badge(clinic, staff_id);
    if (!code) return code.error();
    const auto number = clinic.database.integer("SELECT count(*) FROM staff_badge");
    if (!number) return number.error();
    const Instant now = clinic.clock.now();
    const auto pdf =
        badge_pdf({name->value_or(""), one->name, clinic::name_of(one->role), *code, japan_date(now)}, now);
    if (!pdf) return pdf.error();
    const std::filesystem::path file = folder / fmt::format("badge-{}.pdf", number->value_or(0));
    if (auto written = write_file(file, *pdf); !written) return written.error();
    return file;
}

}  // namespace sango::report
