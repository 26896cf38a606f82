#include "kiosk/cli/at_hand.h"
#include "shared/clinic/people.h"
#include "shared/clinic/retention.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace retention_cli {
namespace {

struct Asked {
    std::string programme;
    std::string user;
    std::string reason;
    std::string order;
    std::string staff;
    std::string at;
};

int list(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    const auto erasable = clinic::erasable(clinic, asked.programme);
    if (!erasable) return fail_with(erasable.error());
    for (const clinic::Erasable& one : *erasable) {
        if (options.json) {
            const nlohmann::ordered_json line = {{"user_number", one.user_number},
                                                 {"last_use", date_text(one.last_use)},
                                                 {"kept_until", date_text(one.kept_until)},
                                                 {"held", one.held},
                                                 {"reports", one.reports}};
            std::puts(line.dump().c_str());
            continue;
        }
        const char* held = !one.held ? "" : speaks_japanese() ? " 保全中" : " held";
        const std::string reports = one.reports == 0 ? std::string()
                                    : speaks_japanese()
                                        ? fmt::format(" 報告書{}件から番号を消去", one.reports)
                                        : fmt::format(" number leaves {} reports", one.reports);
        std::puts(fmt::format("{:<16} {} {}{}{}", one.user_number, date_text(one.last_use),
                              date_text(one.kept_until), held, reports)
                      .c_str());
    }
    return kOk;
}

int order(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    const auto id = clinic::order_erasure(clinic, asked.programme);
    if (!id) return fail_with(id.error());
    std::puts(options.json ? fmt::format("{{\"ok\":true,\"order\":\"{}\"}}", *id).c_str() : id->c_str());
    return kOk;
}

int confirm(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    const auto made = clinic::confirm_erasure(clinic, asked.order);
    if (!made) return fail_with(made.error());
    std::puts(options.json
                  ? fmt::format("{{\"ok\":true,\"order\":\"{}\",\"mothers\":{},\"rows\":{},"
                                "\"reports\":{},\"list_digest\":\"{}\"}}",
                                made->order_id, made->mothers, made->rows, made->reports, made->list_digest)
                        .c_str()
              : speaks_japanese() ? fmt::format("消去しました: {}人、{}件。番号を消した報告書: {}件",
                                                made->mothers, made->rows, made->reports)
                                        .c_str()
                                  : fmt::format("Erased: {} mothers, {} rows; their numbers left {} reports.",
                                                made->mothers, made->rows, made->reports)
                                        .c_str());
    return kOk;
}

int on_her(clinic::Clinic& clinic, const Options& options, const Asked& asked, bool hold) {
    const auto mother = clinic::find_by_number(clinic, asked.programme, asked.user);
    if (!mother) return fail_with(mother.error());
    if (!*mother)
        return fail(error("not_found", "この方の登録が見つかりません。", "She is not registered here."),
                    kRefused);
    const auto done = hold ? clinic::hold_records(clinic, (*mother)->id, asked.reason)
                           : clinic::lift_hold(clinic, (*mother)->id);
    if (!done) return fail_with(done.error());
    if (options.json) std::puts("{\"ok\":true}");
    return kOk;
}

int hold(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    return on_her(clinic, options, asked, true);
}

int release(clinic::Clinic& clinic, const Options& options, const Asked& asked) {
    return on_her(clinic, options, asked, false);
}

}  // namespace

void add(CLI::App& app, Options& options) {
    CLI::App* retention = app.add_subcommand("retention", "Erase what has been kept long enough");
    retention->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto subcommand = [&](const char* name, const char* what,
                                int (*run)(clinic::Clinic&, const Options&, const Asked&)) {
        CLI::App* command = retention->add_subcommand(name, what);
        command->add_option("--staff", asked->staff, "Who acts: the id of a member of staff");
        command->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
        command->callback([asked, &options, run] {
            auto hand = open_clinic(options, asked->at);
            if (!hand) return;
            if (!asked->staff.empty())
                if (const auto acting = clinic::act_as(hand->clinic(), asked->staff); !acting) {
                    options.exit_code = fail_with(acting.error());
                    return;
                }
            options.exit_code = run(hand->clinic(), options, *asked);
        });
        return command;
    };
    const auto of_programme = [&](CLI::App* command) {
        command->add_option("--programme", asked->programme, "The programme's id")->required();
        return command;
    };
    of_programme(subcommand("list", "Print whom it concerns today", list));
    of_programme(subcommand("order", "Order the erasure of that list, and print the order's id", order));
    subcommand("confirm", "Confirm an order, as another person: keys and rows are destroyed", confirm)
        ->add_option("ORDER", asked->order, "The order's id")
        ->required();
    CLI::App* held = of_programme(subcommand("hold", "Keep one user's records whatever their age", hold));
    held->add_option("--user", asked->user, "The user number")->required();
    held->add_option("--reason", asked->reason, "Why; it is kept sealed")->required();
    of_programme(subcommand("release", "Lift the hold", release))
        ->add_option("--user", asked->user, "The user number")
        ->required();
}

}  // namespace retention_cli

void add_retention_command(CLI::App& app, Options& options) {
    retention_cli::add(app, options);
}

}  // namespace sango::cli
