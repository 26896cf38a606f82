#include "shared/report/handover_sheet.h"

#include "shared/clinic/handover_words.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::report {
namespace {

using clinic::Handover;
using clinic::OpenLine;

std::string staff_name(const std::vector<clinic::Staff>& people, std::string_view id) {
    const auto found = std::ranges::find(people, id, &clinic::Staff::id);
    return found == people.end() ? std::string() : found->name;
}

std::string who_of(const OpenLine& line) {
    if (!line.child.empty()) return line.child;
    return line.mother.empty() ? std::string() : line.mother + "さん";
}

Table lines_table(const std::vector<OpenLine>& lines, const std::optional<Handover>& under_way, Instant now) {
    Table table;
    table.columns = {{"部屋", 0.9}, {"だれ", 1.7}, {"こと", 5.2}, {"確認", 0.8, Align::centre}};
    for (const OpenLine& line : lines) {
        const std::pair key(std::string(clinic::word(line.kind)), line.subject);
        const bool confirmed =
            under_way && std::ranges::find(under_way->confirmed, key) != under_way->confirmed.end();
        const bool marked = clinic::is_urgent(line, now) && line.kind != OpenLine::Kind::mark;
        table.rows.push_back({line.place, who_of(line),
                              (marked ? "△ " : "") + clinic::line_words(line, now).ja,
                              confirmed ? "済" : "□"});
    }
    return table;
}

}  // namespace

Result<Document> handover_sheet(const clinic::Clinic& clinic) {
    const auto lines = clinic::open_lines(clinic);
    if (!lines) return lines.error();
    const auto under_way = clinic::handover_under_way(clinic);
    if (!under_way) return under_way.error();
    const auto last = clinic::last_handover(clinic);
    if (!last) return last.error();
    const auto board = clinic::watch_board(clinic);
    if (!board) return board.error();
    const auto people = clinic::staff(clinic);
    if (!people) return people.error();
    const auto name = clinic::setting(clinic, "clinic.name");
    if (!name) return name.error();
    const Instant now = clinic.clock.now();

    Document document;
    document.title = "申し送り";
    document.made_at = now;
    document.caption = name->value_or("") + "　個人情報です。申し送りが終わったら裁断してください。";
    document.blocks.emplace_back(
        Paragraph{fmt::format("{} {} 現在", era_date_text(japan_date(now)), time_text(now)),
                  Paragraph::Size::body, Align::right});
    Form head;
    head.pairs = 2;
    const std::string watcher = board->watcher ? board->watcher->name : "なし";
    head.fields = {
        {"渡す人", *under_way ? staff_name(*people, (*under_way)->given_by) : watcher},
        {"受ける人", *under_way ? staff_name(*people, (*under_way)->received_by) : ""},
        {"見守り", watcher},
        {"前の申し送り", *last ? era_date_text(japan_date(**last)) + " " + time_text(**last) : "なし"}};
    document.blocks.emplace_back(std::move(head));
    if (lines->empty())
        document.blocks.emplace_back(Paragraph{"いま残っていることはありません。"});
    else
        document.blocks.emplace_back(lines_table(*lines, *under_way, now));
    document.blocks.emplace_back(Stamps{{"渡す人", "受ける人"}});
    return document;
}

}  // namespace sango::report
