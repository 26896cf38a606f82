#include "kiosk/app/paper_tray.h"

#include "kiosk/app/notice.h"
#include "shared/report/house_papers.h"
#include "shared/report/house_sheet.h"

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;

/// Where the PDF lies; empty where it lies nowhere.
Message where(const std::filesystem::path& file) {
    if (file.empty()) return {};
    const std::string folder = file.parent_path().string();
    const std::string name = file.filename().string();
    return {fmt::format("PDFは {} にあります（{}）。", folder, name),
            fmt::format(" The PDF lies in {} ({}).", folder, name)};
}

Message joined(Message one, const Message& other) {
    one.ja += other.ja;
    one.en += other.en;
    return one;
}

}  // namespace

Notice PaperTray::put(clinic::Clinic& clinic, clinic::Right right, std::string_view table,
                      const report::Document& document, std::string_view file_name) {
    auto written = report::write_paper(clinic, right, table, document, file_name);
    if (!written.ok()) return failure_notice(written.error());
    if (written->printer.empty()) {
        const std::string folder = written->file.parent_path().string();
        const std::string name = written->file.filename().string();
        return done_notice("printed", {folder + " に書き出しました（" + name + "）",
                                       "Written to " + folder + " (" + name + ")"});
    }
    print(written->printer, std::string(file_name), std::move(written->pdf), where(written->file));
    return *notice_;
}

void PaperTray::print_house(clinic::Clinic& clinic) {
    auto sheet = report::house_sheet_to_print(clinic);
    if (!sheet.ok()) {
        notice_ = failure_notice(sheet.error());
        return;
    }
    if (!sheet->printer.empty())
        print(std::move(sheet->printer), std::string(report::kSheetFile), std::move(sheet->pdf),
              where(sheet->file));
}

void PaperTray::print(std::string printer, std::string title, std::string pdf, Message lies) {
    if (!printers_.print) return;
    printing_ = true;
    notice_ = done_notice("printing", joined({fmt::format("プリンター「{}」で印刷しています。", printer),
                                              fmt::format("Printing on {}.", printer)},
                                             lies));
    printers_.print({printer, std::move(title), std::move(pdf)},
                    [this, printer, lies = std::move(lies)](const End& end) { ended(printer, lies, end); });
}

void PaperTray::ended(const std::string& printer, const Message& lies, const End& end) {
    printing_ = false;
    if (!end.ok())
        notice_ = Notice{Notice::Tone::failure, end.error().code, joined(end.error().message, lies)};
    else if (end.value() == devices::PrintEnd::printed)
        notice_ = done_notice("printed", joined({fmt::format("プリンター「{}」で印刷しました。", printer),
                                                 fmt::format("Printed on {}.", printer)},
                                                lies));
    else
        notice_ = done_notice("printing", joined({fmt::format("プリンター「{}」に送りました。", printer),
                                                  fmt::format("Handed over to {}.", printer)},
                                                 lies));
}

void PaperTray::settle() {
    if (!printing_ && notice_ && notice_->tone == Notice::Tone::done) notice_.reset();
}

void PaperTray::handle(clinic::Clinic&, const LookForPrinters&) {
    if (!printers_.look || looking_) return;
    looking_ = true;
    printers_.look([this](const Known& known) {
        looking_ = false;
        known_ = known;
    });
}

void PaperTray::show(const clinic::Clinic& clinic, PrinterView& view) const {
    if (const auto chosen = clinic::setting(clinic, report::kPrinterSetting); chosen.ok())
        view.chosen = chosen->value_or("");
    view.looking = looking_;
    if (!known_) return;
    if (!known_->ok()) {
        view.trouble = known_->error().message;
        return;
    }
    view.looked = true;
    for (const devices::KnownPrinter& one : known_->value())
        if (one.name != view.chosen) view.known.push_back({one.name, one.words});
}

}  // namespace sango::app
