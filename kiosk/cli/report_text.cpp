#include "kiosk/cli/report_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

using Json = nlohmann::ordered_json;
using report::ImplementationReport;
using report::Stage;

std::string say(const Message& message, bool japanese) {
    return japanese ? message.ja : message.en;
}

Message stage_text(Stage stage) {
    switch (stage) {
        case Stage::collected:
            return {"集計中", "collected"};
        case Stage::checked:
            return {"点検済み", "checked"};
        case Stage::closed:
            return {"確定済み、送信待ち", "closed, waiting to be sent"};
        case Stage::sent:
            return {"送信中、受理待ち", "sent, waiting for the receipt"};
        case Stage::accepted:
            return {"受理", "accepted"};
        case Stage::refused:
            return {"差し戻し", "refused"};
    }
    return {};
}

std::string row_text(const report::Row& row, bool japanese) {
    const Date last = row.first_day + std::chrono::days(row.days - 1);
    std::string line =
        fmt::format("{:<14} {:<18} {}..{} {:>3} {:>3} {:>9}", row.user_number, programme::word(row.service),
                    date_text(row.first_day), date_text(last), row.days, row.units,
                    japanese ? yen_text_ja(row.copay) : yen_text_en(row.copay));
    for (const report::Gap& gap : row.gaps) line += "  △ " + say(gap.text, japanese);
    return line + "\n";
}

std::string totals_text(const report::Totals& totals, bool japanese) {
    std::string text;
    const auto line = [&](const std::string& name, int persons, int days, int units) {
        text += japanese ? fmt::format("{}: 実人員 {}人、延日数 {}日、{}回\n", name, persons, days, units)
                         : fmt::format("{}: persons {}, days {}, units {}\n", name, persons, days, units);
    };
    for (const auto& [service, sums] : totals.by_service)
        line(std::string(programme::word(service)), sums.persons, sums.days, sums.units);
    line(japanese ? "合計" : "total", totals.persons, totals.days, totals.units);
    text += japanese ? "利用者負担: " + yen_text_ja(totals.copay) + "\n"
                     : "copay: " + yen_text_en(totals.copay) + "\n";
    if (totals.fee)
        text += japanese ? "委託料: " + yen_text_ja(*totals.fee) + "\n"
                         : "fee: " + yen_text_en(*totals.fee) + "\n";
    return text;
}

std::string state_text(const ImplementationReport& report, bool japanese) {
    std::string text = fmt::format("{} {} #{}: {}", report.programme, month_text(report.month),
                                   report.revision, say(stage_text(report.stage), japanese));
    if (report.stage == Stage::accepted) text += " " + report.receipt_number;
    text += "\n";
    if (report.waiting_because) text += say(*report.waiting_because, japanese) + "\n";
    if (report.next_try_at)
        text += (japanese ? "次に送る時刻: " : "next try: ") + instant_text(*report.next_try_at) + "\n";
    for (const report::RefusalReason& reason : report.reasons) {
        const std::string where = reason.row ? report.rows[*reason.row].user_number + ": " : "";
        text += "× " + where + say(reason.text, japanese) + "\n";
    }
    if (report.changed_since_close)
        text += japanese ? "確定のあとに変更があります。もう一度確定すると新しい版になります。\n"
                         : "Something has changed since it was closed; closing again makes a new revision.\n";
    if (report.due && report.stage != Stage::accepted)
        text += (japanese ? "期限: " : "due: ") + date_text(*report.due) + "\n";
    return text;
}

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json row_json(const report::Row& row) {
    Json gaps = Json::array();
    for (const report::Gap& gap : row.gaps)
        gaps.push_back({{"code", gap.code}, {"ja", gap.text.ja}, {"en", gap.text.en}});
    Json care = Json::object();
    for (const auto& [kind, count] : row.care) care[kind] = count;
    return {{"use", row.use_id},
            {"user_number", row.user_number},
            {"service", programme::word(row.service)},
            {"first_day", date_text(row.first_day)},
            {"days", row.days},
            {"units", row.units},
            {"copay_yen", row.copay.amount()},
            {"care", std::move(care)},
            {"gaps", std::move(gaps)}};
}

}  // namespace

std::string report_text(const ImplementationReport& report, Extent extent, bool japanese) {
    std::string text;
    if (extent != Extent::state) {
        for (const report::Row& row : report.rows)
            if (extent == Extent::whole || !row.gaps.empty()) text += row_text(row, japanese);
        if (extent == Extent::whole) text += totals_text(report.totals, japanese);
        text += japanese ? fmt::format("直すところ: {}件\n", report.gaps)
                         : fmt::format("to be mended: {}\n", report.gaps);
    }
    return text + state_text(report, japanese);
}

std::string report_line(const ImplementationReport& report) {
    Json rows = Json::array();
    for (const report::Row& row : report.rows) rows.push_back(row_json(row));
    Json services = Json::object();
    for (const auto& [service, sums] : report.totals.by_service)
        services[std::string(programme::word(service))] = {
            {"persons", sums.persons}, {"days", sums.days}, {"units", sums.units}};
    Json reasons = Json::array();
    for (const report::RefusalReason& reason : report.reasons)
        reasons.push_back({{"row", or_null(reason.row)}, {"ja", reason.text.ja}, {"en", reason.text.en}});
    const auto& totals = report.totals;
    Json json = {{"ok", true},
                 {"programme", report.programme},
                 {"month", month_text(report.month)},
                 {"revision", report.revision},
                 {"stage", report::word(report.stage)},
                 {"receipt", report.receipt_number.empty() ? Json() : Json(report.receipt_number)},
                 {"received_at", report.received_at ? Json(instant_text(*report.received_at)) : Json()},
                 {"next_try_at", report.next_try_at ? Json(instant_text(*report.next_try_at)) : Json()},
                 {"waiting_because", nullptr},
                 {"due", report.due ? Json(date_text(*report.due)) : Json()},
                 {"changed_since_close", report.changed_since_close},
                 {"gaps", report.gaps},
                 {"reasons", std::move(reasons)},
                 {"totals",
                  {{"services", std::move(services)},
                   {"persons", totals.persons},
                   {"days", totals.days},
                   {"units", totals.units},
                   {"copay_yen", totals.copay.amount()},
                   {"fee_yen", totals.fee ? Json(totals.fee->amount()) : Json()}}},
                 {"rows", std::move(rows)}};
    if (report.waiting_because)
        json["waiting_because"] = {{"ja", report.waiting_because->ja}, {"en", report.waiting_because->en}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string sent_text(const sync::Sent& sent, bool japanese) {
    using Outcome = sync::Answer::Outcome;
    const std::string what = fmt::format("{} {}", sent.job.kind, sent.job.programme);
    if (sent.answer.outcome == Outcome::accepted)
        return fmt::format("○ {} {}\n", what, sent.answer.receipt->number);
    std::string text = fmt::format("{} {}: {}\n", sent.answer.outcome == Outcome::refused ? "×" : "△", what,
                                   say(sent.answer.error.message, japanese));
    for (const sync::ProblemReason& reason : sent.answer.reasons)
        text += fmt::format("  {} {}\n", reason.pointer, say(reason.text, japanese));
    return text;
}

}  // namespace sango::cli
