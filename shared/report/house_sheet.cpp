#include "shared/report/house_sheet.h"

#include "shared/clinic/handover.h"
#include "shared/report/emergency_sheet.h"
#include "shared/report/export.h"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

namespace sango::report {
namespace {

using clinic::Clinic;
using clinic::InHouse;
using clinic::OpenLine;

std::string babies_of(const InHouse& pair, Date today) {
    std::string words;
    for (const clinic::Child& child : pair.mother.children) {
        if (!words.empty()) words += "\n";
        words += child.name.empty() ? "赤ちゃん" : child.name;
        if (child.born)
            if (const auto age = age_on(*child.born, today)) words += "（" + age_text_ja(*age) + "）";
    }
    return words;
}

/// Keeping, marks and feeds of one pair; of twins and triplets each says whose it is.
std::string due_of(const std::vector<OpenLine>& lines, const InHouse& pair) {
    std::string words;
    const auto whose = [&](const OpenLine& line) {
        return pair.mother.children.size() > 1 && !line.child.empty() ? " " + line.child : std::string();
    };
    const auto add = [&](const std::string& line) { words += (words.empty() ? "" : "\n") + line; };
    for (const OpenLine& line : lines) {
        if (line.use_id != pair.use_id) continue;
        if (line.kind == OpenLine::Kind::watch && line.baby)
            add(fmt::format("{} 預かり中（{}に見た）", line.child, time_text(line.baby->observed_at)));
        if (line.kind == OpenLine::Kind::mark && line.mark)
            add("△ " + time_text(line.mark->observed_at) + " の値" + whose(line));
        if (line.kind == OpenLine::Kind::feed && line.due) add("授乳 " + time_text(*line.due) + whose(line));
    }
    return words;
}

Table people(const std::vector<InHouse>& pairs, const std::vector<OpenLine>& lines, Date today) {
    Table table;
    table.columns = {{"部屋", 1},         {"お母さん", 2}, {"赤ちゃん", 2.2},
                     {"アレルギー", 1.6}, {"つぎ", 2},     {"電話", 1.8}};
    for (const InHouse& pair : pairs)
        table.rows.push_back({pair.place, pair.mother.name, babies_of(pair, today),
                              pair.mother.allergies.empty() ? "なし・未確認" : pair.mother.allergies,
                              due_of(lines, pair), pair.mother.phone});
    return table;
}

Error no_folder() {
    return error("no_folder", "在所者一覧の保存先に書けません。フォルダーやUSBメモリーを確かめてください。",
                 "The sheet of everyone in the house cannot be written. Check its folder or stick.");
}

/// The data folder, as SQLite has it open.
Result<std::filesystem::path> data_folder(const Clinic& clinic) {
    std::string file;
    const auto read = clinic.database.query("SELECT file FROM pragma_database_list WHERE name = 'main'", {},
                                            [&](const store::Row& row) {
                                                file = row.text(0);
                                                return false;
                                            });
    if (!read) return read.error();
    return std::filesystem::path(file).parent_path();
}

bool lies_in(const std::filesystem::path& folder, const std::filesystem::path& above) {
    std::error_code failed;
    const auto inner = std::filesystem::weakly_canonical(folder, failed);
    const auto outer = std::filesystem::weakly_canonical(above, failed);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

}  // namespace

Result<Done> choose_sheet_folder(clinic::Clinic& clinic, const std::filesystem::path& folder) {
    if (const auto may = clinic::require(clinic, clinic::Right::settings); !may) return may.error();
    const auto before = clinic::setting(clinic, kSheetFolderSetting);
    if (!before) return before.error();
    if (!folder.empty()) {
        std::error_code failed;
        if (!std::filesystem::is_directory(folder, failed) || access(folder.c_str(), W_OK | X_OK) != 0)
            return no_folder();
        const auto data = data_folder(clinic);
        if (!data) return data.error();
        if (lies_in(folder, *data))
            return error(
                "in_data",
                "施設のデータの中には置けません。バックアップに古い一覧が残るためです。"
                "別のフォルダーかUSBメモリーを選んでください。",
                "It cannot lie within the clinic's data, or backups would keep old sheets. Choose another "
                "folder or a stick.");
    }
    const auto kept = folder.empty() ? clinic::unset_setting(clinic, kSheetFolderSetting)
                                     : clinic::set_setting(clinic, kSheetFolderSetting, folder.string());
    if (!kept) return kept.error();
    std::error_code gone;
    if (*before && !(*before)->empty() && **before != folder.string())
        std::filesystem::remove(std::filesystem::path(**before) / kSheetFile, gone);
    return Done{};
}

Result<Document> house_sheet(const Clinic& clinic) {
    const auto pairs = clinic::in_house(clinic);
    if (!pairs) return pairs.error();
    Document document;
    document.title = "在所者一覧（停電・故障のとき）";
    if (pairs->empty()) return document;
    const auto lines = clinic::open_lines(clinic);
    if (!lines) return lines.error();
    const auto board = clinic::watch_board(clinic);
    if (!board) return board.error();
    const Date today = japan_date(clinic.clock.now());
    const auto name = clinic::setting(clinic, "clinic.name");
    if (!name) return name.error();
    std::vector<std::string> programmes;
    for (const InHouse& pair : *pairs) programmes.push_back(pair.mother.programme);
    auto form = emergency_phones(clinic, programmes);
    if (!form) return form.error();
    document.caption = name->value_or("") + "　個人情報です。新しい紙が出たら、古い紙は裁断してください。";
    document.landscape = true;
    document.blocks.emplace_back(Paragraph{
        fmt::format("{}　見守り：{}", era_date_text(today), board->watcher ? board->watcher->name : "なし"),
        Paragraph::Size::large, Align::left, true});
    document.blocks.emplace_back(people(*pairs, *lines, today));
    document.blocks.emplace_back(Space{4});
    document.blocks.emplace_back(std::move(*form));
    return document;
}

Result<Done> write_sheet(const Document& document, const std::filesystem::path& folder) {
    std::error_code failed;
    const auto file = folder / kSheetFile;
    if (!std::filesystem::is_directory(folder, failed)) return no_folder();
    if (document.blocks.empty()) {
        std::filesystem::remove(file, failed);
        return Done{};
    }
    const auto bytes = pdf(document);
    if (!bytes) return bytes.error();
    if (!write_file(file, *bytes)) return no_folder();
    return Done{};
}

}  // namespace sango::report
