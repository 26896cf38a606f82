#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/export_options.h"
#include "shared/report/invoice.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace invoice_cli {
namespace {

using report::Invoice;

struct Asked {
    std::string programme;
    std::string month;
    std::string at;
    ExportAsked to;
};

struct Desk {
    clinic::Clinic& clinic;
    std::string programme;
    std::chrono::year_month month;
    const Options& options;
    const Asked& asked;
};

std::string line_of(const Invoice& invoice) {
    using Json = nlohmann::ordered_json;
    Json gaps = Json::array();
    for (const report::Gap& gap : invoice.gaps)
        gaps.push_back({{"code", gap.code}, {"ja", gap.text.ja}, {"en", gap.text.en}});
    Json json = {{"ok", true},
                 {"programme", invoice.programme},
                 {"month", month_text(invoice.month)},
                 {"revision", invoice.revision},
                 {"stage", word(invoice.stage)},
                 {"number", invoice.number},
                 {"lines", report::invoice_lines_json(invoice)},
                 {"total_yen", invoice.total.amount()},
                 {"gaps", std::move(gaps)},
                 {"due", nullptr},
                 {"receipt", invoice.receipt_number}};
    if (invoice.due) json["due"] = date_text(*invoice.due);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text_of(const Invoice& invoice, bool japanese) {
    const auto tongue = japanese ? report::Tongue::ja : report::Tongue::en;
    std::string text;
    for (const report::InvoiceLine& line : invoice.lines)
        text += fmt::format("{:<18} {:<14} {:>4} {:>12}\n", programme::word(line.service),
                            pick(report::billed_name(line.billed), tongue), line.count,
                            grouped(line.amount.amount()));
    text += fmt::format("{}: {}\n", japanese ? "合計" : "total", money_text(invoice.total, tongue));
    for (const report::Gap& gap : invoice.gaps) text += "△ " + pick(gap.text, tongue) + "\n";
    for (const Message& reason : invoice.reasons) text += "× " + pick(reason, tongue) + "\n";
    text += fmt::format("{} {} #{}: {} {} {}\n", invoice.programme, month_text(invoice.month),
                        invoice.revision, word(invoice.stage), invoice.number, invoice.receipt_number);
    if (invoice.due && invoice.stage != report::Stage::accepted)
        text += (japanese ? "期限: " : "due: ") + date_text(*invoice.due) + "\n";
    return text;
}

void print(const Desk& desk, const Invoice& invoice) {
    std::fputs((desk.options.json ? line_of(invoice) : text_of(invoice, speaks_japanese())).c_str(), stdout);
}

int build(Desk& desk) {
    const auto invoice = report::build_invoice(desk.clinic, desk.programme, desk.month);
    if (!invoice) return fail_with(invoice.error());
    print(desk, *invoice);
    return invoice->gaps.empty() ? kOk : kRefused;
}

int close(Desk& desk) {
    const auto invoice = report::close_invoice(desk.clinic, desk.programme, desk.month);
    if (!invoice) return fail_with(invoice.error());
    print(desk, *invoice);
    return kOk;
}

int export_paper(Desk& desk) {
    int code = kOk;
    const auto request = export_request(desk.asked.to, code);
    if (!request) return code;
    const auto files = report::export_invoice(desk.clinic, desk.programme, desk.month, *request);
    if (!files) return fail_with(files.error());
    print_files(*files, desk.options.json);
    return kOk;
}

int with_clinic(Options& options, const Asked& asked, int (*run)(Desk&)) {
    const auto month = parse_month(asked.month);
    if (!month)
        return fail(error("malformed", "--month は 2026-11 の形で入れてください。",
                          "--month must be a month like 2026-11."),
                    kMalformed);
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    Desk desk{hand->clinic(), asked.programme, *month, options, asked};
    return run(desk);
}

}  // namespace

void add(CLI::App& app, Options& options) {
    CLI::App* invoice = app.add_subcommand("invoice", "A month's invoice to one municipality");
    invoice->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto subcommand = [&](const char* name, const char* what, int (*run)(Desk&)) {
        CLI::App* command = invoice->add_subcommand(name, what);
        command->add_option("--programme", asked->programme, "The programme's id")->required();
        command->add_option("--month", asked->month, "The month, like 2026-11")->required();
        command->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
        command->callback([asked, &options, run] { options.exit_code = with_clinic(options, *asked, run); });
        return command;
    };
    subcommand("build", "Print what is billed, what is missing, and how far it has come", build);
    subcommand("close", "Issue it and put it into the outbox", close);
    add_export_options(*subcommand("export", "Write it as a PDF", export_paper), asked->to);
}

}  // namespace invoice_cli

void add_invoice_command(CLI::App& app, Options& options) {
    invoice_cli::add(app, options);
}

}  // namespace sango::cli
