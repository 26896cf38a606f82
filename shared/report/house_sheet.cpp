#include "shared/report/house_sheet.h"

#include "shared/clinic/handover.h"
#include "shared/clinic/safety.h"
#include "shared/programme/rules.h"
#include "shared/report/export.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include <fmt/format.h>

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

/// Keeping, marks and feeds of one pair.
std::string due_of(const std::vector<OpenLine>& lines, std::string_view use_id) {
    std::string words;
    const auto add = [&](const std::string& line) { words += (words.empty() ? "" : "\n") + line; };
    for (const OpenLine& line : lines) {
        if (line.use_id != use_id) continue;
        if (line.kind == OpenLine::Kind::watch && line.baby)
            add(fmt::format("{} 預かり中（{}に見た）", line.child, time_text(line.baby->observed_at)));
        if (line.kind == OpenLine::Kind::mark && line.mark)
            add("△ " + time_text(line.mark->observed_at) + " の値");
        if (line.kind == OpenLine::Kind::feed && line.due) add("授乳 " + time_text(*line.due));
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
                              due_of(lines, pair.use_id), pair.mother.phone});
    return table;
}

/// The office of each municipality with someone in the house: by day and by night.
void add_offices(const Clinic& clinic, const std::vector<InHouse>& pairs, Form& form, Date today) {
    std::set<std::string> seen;
    for (const InHouse& pair : pairs) {
        if (!seen.insert(pair.mother.programme).second) continue;
        const auto* programme = clinic.programmes.find(pair.mother.programme, today);
        const std::string name = programme == nullptr ? pair.mother.programme : programme->name().ja;
        const auto office =
            std::ranges::find(clinic.safety->offices, pair.mother.programme, &clinic::Office::programme);
        if (office != clinic.safety->offices.end()) {
            form.fields.emplace_back(name + " 開庁時間", office->open.phone + "　" + office->open.name.ja);
            std::string closed = office->closed.phone + "　" + office->closed.name.ja;
            for (const Message& step : office->closed.steps) closed += "\n" + step.ja;
            form.fields.emplace_back(name + " 閉庁時", closed);
        } else if (programme != nullptr && !programme->rules().phone.empty()) {
            form.fields.emplace_back(name, programme->rules().phone);
        }
    }
}

Result<Form> phones(const Clinic& clinic, const std::vector<InHouse>& pairs, Date today) {
    Form form;
    form.fields.emplace_back("救急", "119");
    const auto text = [&](std::string_view name) { return clinic::setting(clinic, name); };
    const auto hospital = text("emergency.hospital.name");
    const auto number = text("emergency.hospital.phone");
    const auto aed = text("emergency.aed");
    const auto flow = text("emergency.flow");
    for (const auto* one : {&hospital, &number, &aed, &flow})
        if (!one->ok()) return one->error();
    if (*number) form.fields.emplace_back(hospital->value_or("協力医療機関"), **number);
    add_offices(clinic, pairs, form, today);
    if (*aed) form.fields.emplace_back("AED", **aed);
    if (*flow) form.fields.emplace_back("緊急時の流れ", **flow);
    return form;
}

Error no_folder() {
    return error("no_folder", "在所者一覧の保存先に書けません。フォルダーやUSBメモリーを確かめてください。",
                 "The sheet of everyone in the house cannot be written. Check its folder or stick.");
}

}  // namespace

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
    auto form = phones(clinic, *pairs, today);
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
