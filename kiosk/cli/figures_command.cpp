#include "kiosk/cli/at_hand.h"
#include "shared/report/figures.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace sango::cli {
namespace figures_cli {
namespace {

struct Asked {
    std::string programme;
    int year = 0;
    std::string at;
};

std::string line_of(std::string_view name, const report::Counts& counts, bool japanese) {
    return japanese ? fmt::format("{}: 実人員 {}人、延日数 {}日、{}件\n", name, grouped(counts.persons),
                                  grouped(counts.days), grouped(counts.uses))
                    : fmt::format("{}: persons {}, days {}, uses {}\n", name, grouped(counts.persons),
                                  grouped(counts.days), grouped(counts.uses));
}

std::string text_of(const report::Figures& figures, bool japanese) {
    std::string text =
        japanese ? fmt::format("{} {}年度\n", figures.programme_name.ja, figures.fiscal_year)
                 : fmt::format("{}, fiscal year {}\n", figures.programme_name.en, figures.fiscal_year);
    for (const auto& [service, counts] : figures.services)
        text += line_of(programme::word(service), counts, japanese);
    text += line_of(japanese ? "合計" : "all", figures.all, japanese);
    const auto rate = [&](std::string_view ja, std::string_view en, std::optional<std::int64_t> tenths) {
        if (tenths) text += fmt::format("{}: {}\n", japanese ? ja : en, report::percent_text(*tenths));
    };
    rate("稼働率", "utilisation", report::utilisation(figures));
    rate("利用決定率", "decision rate", report::decision_rate(figures.all));
    rate("初回利用の割合", "first uses", report::first_time_share(figures.all));
    for (const auto& [months, uses] : figures.all.ages)
        text += japanese ? fmt::format("生後{}か月: {}件\n", months, uses)
                         : fmt::format("{} months old: {}\n", months, uses);
    text += japanese ? "利用者負担: " + yen_text_ja(figures.all.copay) + "\n"
                     : "copay: " + yen_text_en(figures.all.copay) + "\n";
    return text;
}

/// What is asked for, or every programme with a use on record.
Result<std::vector<std::string>> wanted(const clinic::Clinic& clinic, const Asked& asked) {
    std::vector<std::string> ids;
    if (!asked.programme.empty()) return std::vector{asked.programme};
    const auto read = clinic.database.query(
        "SELECT programme FROM earlier_use UNION SELECT m.programme FROM mother m JOIN service_use u ON "
        "u.mother_id = m.id ORDER BY 1",
        {}, [&](const store::Row& row) {
            ids.push_back(row.text(0));
            return true;
        });
    if (!read) return read.error();
    return ids;
}

int print_figures(Options& options, const Asked& asked) {
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const int year = asked.year != 0 ? asked.year : fiscal_year(japan_date(hand->clinic().clock.now()));
    const auto ids = wanted(hand->clinic(), asked);
    if (!ids) return fail_with(ids.error());
    for (const std::string& id : *ids) {
        const auto figures = report::figures(hand->clinic(), id, year);
        if (!figures) return fail_with(figures.error());
        std::fputs((options.json ? figures_json(*figures) : text_of(*figures, speaks_japanese())).c_str(),
                   stdout);
    }
    return kOk;
}

}  // namespace

void add(CLI::App& app, Options& options) {
    const auto asked = std::make_shared<Asked>();
    CLI::App* figures = app.add_subcommand("figures", "Persons, days and rates of a fiscal year");
    figures->add_option("--programme", asked->programme, "The programme's id; all where it is left out");
    figures->add_option("--fiscal-year", asked->year, "The year it begins in, like 2023; the current one");
    figures->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
    figures->callback([asked, &options] { options.exit_code = print_figures(options, *asked); });
}

}  // namespace figures_cli

void add_figures_command(CLI::App& app, Options& options) {
    figures_cli::add(app, options);
}

}  // namespace sango::cli
