#include "kiosk/app/house_sheets.h"

#include "shared/report/house_sheet.h"

namespace sango::app {
namespace {

constexpr std::chrono::seconds kQuiet{10};

std::string words_of(const report::Document& document) {
    std::string words = document.title;
    const auto add = [&](const std::string& text) { (words += text) += '\x1F'; };
    for (const report::Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<report::Paragraph>(&block)) add(paragraph->text);
        if (const auto* table = std::get_if<report::Table>(&block))
            for (const auto& row : table->rows)
                for (const std::string& cell : row) add(cell);
        if (const auto* form = std::get_if<report::Form>(&block))
            for (const auto& [label, text] : form->fields) add(label + text);
    }
    return words;
}

}  // namespace

void HouseSheets::keep(const clinic::Clinic& clinic) {
    const auto folder = clinic::setting(clinic, report::kSheetFolderSetting);
    if (!folder.ok()) return;
    if (!folder.value() || (*folder)->empty()) {
        said_.clear();
        const std::scoped_lock lock(mutex_);
        trouble_.reset();
        return;
    }
    auto sheet = report::house_sheet(clinic);
    if (!sheet.ok()) return;
    std::string says = **folder + '\x1F' + words_of(sheet.value());
    if (says == said_) return;
    said_ = std::move(says);
    if (!writer_)
        writer_ =
            std::make_unique<SheetWriter>(report::write_sheet, kQuiet, [this](std::optional<Error> failed) {
                const std::scoped_lock lock(mutex_);
                trouble_ = failed ? std::optional(failed->message) : std::nullopt;
            });
    writer_->changed(std::move(sheet).value(), **folder);
}

std::optional<Message> HouseSheets::trouble() const {
    const std::scoped_lock lock(mutex_);
    return trouble_;
}

}  // namespace sango::app
