#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/export_options.h"
#include "kiosk/cli/report_text.h"
#include "shared/report/implementation_report.h"
#include "shared/report/unattended.h"
#include "shared/sync/outbox_sending.h"
#include "shared/sync/pump.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>

namespace sango::cli {
namespace {

using report::ImplementationReport;
using report::Stage;

/// What stands on the command line.
struct AskedReport {
    std::string programme;
    std::string month;
    std::string at;
    int wait = 0;
    bool again = false;
    ExportAsked to;
};

/// The open clinic and the month that is asked for.
struct Desk {
    clinic::Clinic& clinic;
    std::string programme;
    std::chrono::year_month month;
    const Options& options;
    const AskedReport& asked;
    HandClock* hand;  ///< nullptr: the machine's clock
};

/// The report as it stands, or the exit code after its error has been said.
std::optional<ImplementationReport> built(const Desk& desk, int& code) {
    auto report = report::build(desk.clinic, desk.programme, desk.month);
    if (report) return std::move(*report);
    code = fail_with(report.error());
    return std::nullopt;
}

void print(const Desk& desk, const ImplementationReport& report, Extent extent) {
    const std::string text =
        desk.options.json ? report_line(report) : report_text(report, extent, speaks_japanese());
    std::fputs(text.c_str(), stdout);
}

int build(Desk& desk) {
    int code = kOk;
    const auto report = built(desk, code);
    if (!report) return code;
    print(desk, *report, Extent::whole);
    return report->gaps > 0 ? kRefused : kOk;
}

int check(Desk& desk) {
    int code = kOk;
    const auto report = built(desk, code);
    if (!report) return code;
    print(desk, *report, Extent::gaps);
    return report->gaps > 0 ? kRefused : kOk;
}

int status(Desk& desk) {
    int code = kOk;
    const auto report = built(desk, code);
    if (!report) return code;
    print(desk, *report, Extent::state);
    return kOk;
}

int close(Desk& desk) {
    const auto report = report::close(desk.clinic, desk.programme, desk.month);
    if (!report) return fail_with(report.error());
    print(desk, *report, Extent::state);
    return kOk;
}

int send_outbox(Desk& desk);

/// For a timer: what is due and complete is closed, and everything that waits is sent once.
int unattended(Desk& desk) {
    const auto closed = report::close_due_months(desk.clinic);
    if (!closed) return fail_with(closed.error());
    for (const report::ClosedUnattended& month : *closed)
        std::printf("%s %s: %s\n", month.programme.c_str(), month_text(month.month).c_str(),
                    speaks_japanese() ? "自動で確定しました" : "closed unattended");
    return send_outbox(desk);
}

int export_files(Desk& desk) {
    int code = kOk;
    const auto request = export_request(desk.asked.to, code);
    if (!request) return code;
    const auto files = report::export_report(desk.clinic, desk.programme, desk.month, *request);
    if (!files) return fail_with(files.error());
    print_files(*files, desk.options.json);
    return kOk;
}

void pass(Desk& desk, std::chrono::seconds time) {
    std::this_thread::sleep_for(time);
    if (desk.hand != nullptr) desk.hand->turn(time);
}

/// Until the next try, at least a second, at most what is left of the wait.
std::chrono::seconds pause(const Desk& desk, const ImplementationReport& report, std::chrono::seconds left) {
    const std::chrono::seconds until =
        report.next_try_at ? *report.next_try_at - desk.clinic.clock.now() : std::chrono::seconds(1);
    return std::clamp(until, std::chrono::seconds(1), std::max(left, std::chrono::seconds(1)));
}

int release_refused(Desk& desk) {
    const auto items = sync::refused_items(desk.clinic);
    if (!items) return fail_with(items.error());
    for (const std::string& item : *items)
        if (const auto released = sync::release_refused(desk.clinic, item); !released)
            return fail_with(released.error());
    return kOk;
}

/// Whatever waits in the outbox, each once: well only if nothing waits or was refused after it.
int send_outbox(Desk& desk) {
    const auto endpoints = sync::load_endpoints(desk.options.data);
    if (!endpoints) return fail_with(endpoints.error());
    const auto tell = [&](const sync::Sent& sent) {
        std::fputs(sent_text(sent, speaks_japanese()).c_str(), stdout);
    };
    const auto sent = sync::send_all(desk.clinic, *endpoints, tell, {}, desk.clinic.clock.now());
    if (!sent) return fail_with(sent.error());
    return sent->refused == 0 && sent->later == 0 ? kOk : kRefused;
}

/// The outbox, this report in it, until the report has its receipt or refusal or the wait is over.
int send(Desk& desk) {
    if (desk.programme.empty()) return send_outbox(desk);
    int code = kOk;
    auto report = built(desk, code);
    if (!report) return code;
    if (report->stage == Stage::collected || report->stage == Stage::checked)
        return fail(error("not_closed", "まだ確定していません。先に sango report close を実行してください。",
                          "The month is not closed yet; run sango report close first."),
                    kRefused);
    const auto endpoints = sync::load_endpoints(desk.options.data);
    if (!endpoints) return fail_with(endpoints.error());
    if (std::ranges::find(*endpoints, report->programme, &sync::Endpoint::programme) == endpoints->end())
        return fail(
            error("no_endpoint", "この事業の送信先がありません。sync/endpoints.toml に書いてください。",
                  "There is no address to send this programme's reports to; write it into "
                  "sync/endpoints.toml."),
            kRefused);
    if (desk.asked.again)
        if (const int failed = release_refused(desk); failed != kOk) return failed;

    const auto tell = [&](const sync::Sent& sent) {
        if (!desk.options.json) std::fputs(sent_text(sent, speaks_japanese()).c_str(), stdout);
    };
    const std::chrono::seconds wait(desk.asked.wait);
    const auto begun = desk.clinic.clock.steady();
    for (bool first = true;; first = false) {
        const auto pressed = first ? std::optional(desk.clinic.clock.now()) : std::nullopt;
        if (const auto sent = sync::send_all(desk.clinic, *endpoints, tell, {}, pressed); !sent)
            return fail_with(sent.error());
        report = built(desk, code);
        if (!report) return code;
        const auto left =
            wait - std::chrono::duration_cast<std::chrono::seconds>(desk.clinic.clock.steady() - begun);
        if (report->stage == Stage::accepted || report->stage == Stage::refused || left.count() <= 0) break;
        pass(desk, pause(desk, *report, left));
    }
    print(desk, *report, Extent::state);
    return report->stage == Stage::accepted ? kOk : kRefused;
}

int with_clinic(Options& options, const AskedReport& asked, int (*run)(Desk&)) {
    const auto month = parse_month(asked.month);
    if (!month && !(asked.month.empty() && asked.programme.empty()))
        return fail(error("malformed", "--month は 2026-11 の形で入れてください。",
                          "--month must be a month like 2026-11."),
                    kMalformed);
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    Desk desk{hand->clinic(), asked.programme, month.value_or(std::chrono::year_month()),
              options,        asked,           hand->hand};
    return run(desk);
}

}  // namespace

void add_report_command(CLI::App& app, Options& options) {
    CLI::App* report = app.add_subcommand("report", "A month's implementation report to one municipality");
    report->require_subcommand(1);
    const auto asked = std::make_shared<AskedReport>();
    const auto add = [&](const char* name, const char* what, int (*run)(Desk&)) {
        CLI::App* command = report->add_subcommand(name, what);
        CLI::Option* programme = command->add_option("--programme", asked->programme, "The programme's id");
        CLI::Option* month = command->add_option("--month", asked->month, "The month, like 2026-11");
        if (run == unattended) {
            // every programme, last month
        } else if (run == send) {  // without them, everything that waits
            programme->needs(month);
            month->needs(programme);
        } else {
            programme->required();
            month->required();
        }
        command->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
        command->callback([asked, &options, run] { options.exit_code = with_clinic(options, *asked, run); });
        return command;
    };
    add("build", "Print every use of the month, the totals and what is missing", build);
    add("check", "Print what is missing", check);
    add("close", "Freeze the month and put it into the outbox", close);
    CLI::App* command = add(
        "send", "Send what waits, this report included, and print its receipt's number; without a month, all",
        send);
    command->add_option("--wait", asked->wait, "Keep trying for so many seconds")
        ->check(CLI::Range(0, 86'400));
    command->add_flag("--again", asked->again, "Send refused items once more, unchanged");
    add("unattended", "Close what is due and complete, and send all: for a timer", unattended);
    add_export_options(*add("export", "Write the month as PDF, spreadsheet or CSV", export_files), asked->to);
    add("status", "Print how far the report has come", status);
}

}  // namespace sango::cli
