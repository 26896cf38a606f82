#include "shared/report/report_paper.h"

#include "shared/clinic/safety.h"
#include "shared/programme/rules.h"

#include <fmt/format.h>

namespace sango::report {
namespace {

std::string both(Tongue tongue, std::string_view ja, std::string_view en) {
    return std::string(tongue == Tongue::ja ? ja : en);
}

Date last_day_of(const Row& row) {
    return row.first_day + std::chrono::days(row.days - 1);
}

/// "11/3〜11/5"
std::string span_text(const Row& row) {
    const auto short_text = [](Date on) {
        const std::chrono::year_month_day d(on);
        return fmt::format("{}/{}", static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
    };
    if (row.days == 1) return short_text(row.first_day);
    return short_text(row.first_day) + "〜" + short_text(last_day_of(row));
}

std::string follow_up_text(const Row& row, Tongue tongue) {
    if (!row.left) return {};
    return row.left->follow_up ? both(tongue, "要", "wanted") : both(tongue, "不要", "no");
}

std::string stage_text(const ImplementationReport& report, Tongue tongue) {
    if (!report.receipt_number.empty()) return both(tongue, "受理 ", "Accepted ") + report.receipt_number;
    if (report.stage == Stage::collected || report.stage == Stage::checked)
        return both(tongue, "未確定（控え）", "not closed yet (draft)");
    return fmt::format("{}{}{}", both(tongue, "第", "revision "), report.revision, both(tongue, "版", ""));
}

Table totals_table(const programme::Programme* programme, const ImplementationReport& report, Tongue tongue) {
    Table table{{{both(tongue, "サービス", "Service"), 3},
                 {both(tongue, "実人員", "Persons"), 1, Align::right},
                 {both(tongue, "延日数", "Days"), 1, Align::right},
                 {both(tongue, "回数", "Units"), 1, Align::right}},
                {},
                {}};
    for (const auto& [service, sums] : report.totals.by_service)
        table.rows.push_back({pick(service_name(programme, service), tongue), grouped(sums.persons),
                              grouped(sums.days), grouped(sums.units)});
    table.sums = {{both(tongue, "合計", "Total"), grouped(report.totals.persons), grouped(report.totals.days),
                   grouped(report.totals.units)}};
    return table;
}

Table uses_table(const programme::Programme* programme, const ImplementationReport& report, Tongue tongue) {
    Table table;
    table.small = true;
    table.columns = {{both(tongue, "利用者番号", "User no."), 1.7},
                     {both(tongue, "サービス", "Service"), 2.1},
                     {both(tongue, "利用日", "Days of use"), 1.5},
                     {both(tongue, "日数", "Days"), 0.8, Align::right},
                     {both(tongue, "回数", "Units"), 0.8, Align::right},
                     {both(tongue, "利用者負担", "Copay"), 1.4, Align::right},
                     {both(tongue, "実施したケア", "Care given"), 5.0},
                     {both(tongue, "来所時", "Arrival"), 1.5},
                     {both(tongue, "退所時", "Leaving"), 1.5},
                     {both(tongue, "フォロー", "Follow-up"), 1.1}};
    for (const Row& row : report.rows)
        table.rows.push_back({row.user_number, pick(service_name(programme, row.service), tongue),
                              span_text(row), std::to_string(row.days), std::to_string(row.units),
                              grouped(row.copay.amount()), care_text(row, tongue),
                              row.left ? pick(condition_name(row.left->on_arrival), tongue) : "",
                              row.left ? pick(condition_name(row.left->on_leaving), tongue) : "",
                              follow_up_text(row, tongue)});
    return table;
}

/// 口頭で伝えた出来事, a row each; no rows: there was none.
Table told_table(const clinic::Clinic& clinic, const ImplementationReport& report, Tongue tongue) {
    Table table;
    table.small = true;
    table.columns = {{both(tongue, "利用者番号", "User no."), 1.4},
                     {both(tongue, "発生", "Happened"), 1.2},
                     {both(tongue, "種類", "Kind"), 2.6},
                     {both(tongue, "伝えた日時", "Told at"), 1.2},
                     {both(tongue, "伝えた先", "Told to"), 2.6}};
    for (const Row& row : report.rows)
        for (const clinic::ToldIncident& one : row.told)
            table.rows.push_back({row.user_number, short_moment(one.happened_at),
                                  pick(clinic::class_of(clinic.safety->incidents, one.gravity).name, tongue),
                                  short_moment(*one.told_at), one.told_to});
    return table;
}

}  // namespace

Result<Document> report_paper(const clinic::Clinic& clinic, const ImplementationReport& report,
                              Tongue tongue) {
    const auto* programme = version_for(clinic, report.programme, report.month);
    if (programme == nullptr) return programme::no_such_programme();
    auto issuer = clinic_lines(clinic);
    if (!issuer) return issuer.error();
    const std::string month = month_words(report.month, tongue);
    Document document;
    document.title = pick(programme->rules().scheme, tongue) +
                     both(tongue, " 実施報告書（" + month + "分）", ": implementation report, " + month);
    document.caption = fmt::format("{} {}", issuer->empty() ? std::string() : issuer->front(), month);
    document.landscape = true;
    document.english = tongue == Tongue::en;
    document.made_at = clinic.clock.now();
    document.blocks = {
        Paragraph{addressee(*programme, tongue), Paragraph::Size::large},
        Issuer{std::move(*issuer), true},
        Paragraph{both(tongue, "下記のとおり実施しましたので報告します。", "The following was carried out.")},
        Form{{{both(tongue, "状況", "State"), stage_text(report, tongue)},
              {both(tongue, "作成日", "Made on"), day_text(japan_date(clinic.clock.now()), tongue)},
              {both(tongue, "利用者負担額の合計", "Copay in all"), money_text(report.totals.copay, tongue)},
              {both(tongue, "施設番号", "Clinic number"),
               clinic::setting(clinic, "clinic.id").value().value_or("")}},
             2},
        Heading{both(tongue, "集計", "Totals")},
        totals_table(programme, report, tongue),
        Heading{both(tongue, "利用", "Uses")},
        uses_table(programme, report, tongue),
    };
    if (Table told = told_table(clinic, report, tongue); !told.rows.empty()) {
        document.blocks.emplace_back(Heading{both(tongue, "口頭で伝えた出来事", "Incidents told by word")});
        document.blocks.emplace_back(std::move(told));
    }
    return document;
}

std::vector<Sheet> report_sheets(const clinic::Clinic& clinic, const ImplementationReport& report,
                                 Tongue tongue) {
    const auto* programme = version_for(clinic, report.programme, report.month);
    Sheet uses;
    uses.name = both(tongue, "利用", "Uses");
    uses.titles = {both(tongue, "利用者番号", "User number"),
                   both(tongue, "サービス", "Service"),
                   both(tongue, "初日", "First day"),
                   both(tongue, "最終日", "Last day"),
                   both(tongue, "日数", "Days"),
                   both(tongue, "回数", "Units"),
                   both(tongue, "利用者負担額", "Copay"),
                   both(tongue, "受領額", "Received"),
                   both(tongue, "提示", "Shown"),
                   both(tongue, "実施したケア", "Care given"),
                   both(tongue, "来所時", "On arrival"),
                   both(tongue, "退所時", "On leaving"),
                   both(tongue, "フォロー", "Follow-up"),
                   both(tongue, "口頭で伝えた出来事", "Incidents told by word")};
    for (const Row& row : report.rows) {
        std::vector<Cell> cells{row.user_number,
                                pick(service_name(programme, row.service), tongue),
                                row.first_day,
                                last_day_of(row),
                                std::int64_t{row.days},
                                std::int64_t{row.units},
                                row.copay,
                                std::monostate{},
                                pick(shown_name(row.shown), tongue),
                                care_text(row, tongue),
                                std::monostate{},
                                std::monostate{},
                                follow_up_text(row, tongue),
                                told_text(clinic, row, tongue)};
        if (row.left) {
            cells[7] = row.left->received;
            cells[10] = pick(condition_name(row.left->on_arrival), tongue);
            cells[11] = pick(condition_name(row.left->on_leaving), tongue);
        }
        uses.rows.push_back(std::move(cells));
    }
    uses.sums = {{both(tongue, "合計", "Total"), std::monostate{}, std::monostate{}, std::monostate{},
                  std::int64_t{report.totals.days}, std::int64_t{report.totals.units}, report.totals.copay}};

    Sheet totals;
    totals.name = both(tongue, "集計", "Totals");
    totals.titles = {both(tongue, "サービス", "Service"), both(tongue, "実人員", "Persons"),
                     both(tongue, "延日数", "Days"), both(tongue, "回数", "Units")};
    for (const auto& [service, sums] : report.totals.by_service)
        totals.rows.push_back({pick(service_name(programme, service), tongue), std::int64_t{sums.persons},
                               std::int64_t{sums.days}, std::int64_t{sums.units}});
    totals.sums = {{both(tongue, "合計", "Total"), std::int64_t{report.totals.persons},
                    std::int64_t{report.totals.days}, std::int64_t{report.totals.units}}};
    return {std::move(uses), std::move(totals)};
}

}  // namespace sango::report
