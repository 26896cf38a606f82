#include "kiosk/cli/command.h"
#include "shared/store/audit.h"

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

using Json = nlohmann::ordered_json;

void print_json(const store::Audit& audit) {
    Json json{{"ok", !audit.broken.has_value()}, {"links", audit.links}, {"head", audit.head}};
    if (audit.broken)
        json["broken"] = {{"how", word(audit.broken->how)},
                          {"seq", audit.broken->seq},
                          {"table", audit.broken->table},
                          {"row", audit.broken->row_key}};
    std::printf("%s\n", json.dump().c_str());
}

/// Only the database is opened: no key is needed to check the chain, and no name can be read by it.
int verify(const Options& options, const std::vector<std::string>& heads) {
    if (options.data.empty())
        return fail(error("no_data", "--data で施設のデータのフォルダーを指定してください。",
                          "Name the clinic's data folder with --data."),
                    kMalformed);
    std::error_code unknown;
    const auto file = options.data / "clinic.db";
    if (!std::filesystem::exists(file, unknown))
        return fail(error("no_clinic", "このフォルダーには施設のデータがありません。場所を確かめてください。",
                          "There is no clinic in this folder. Check the path."),
                    kRefused);
    const auto database = store::Database::open(file);
    if (!database) return fail(database.error(), database.error().code == "busy" ? kBusy : kRefused);
    if (auto sound = database->check_integrity(); !sound) return fail(sound.error(), kRefused);
    const auto audit = store::verify_audit(*database, heads);
    if (!audit) return fail(audit.error(), kRefused);
    if (options.json) print_json(*audit);
    if (audit->broken) {
        if (options.json) return kRefused;
        return fail(Error{"broken", sentence(*audit->broken)}, kRefused);
    }
    if (!options.json && speaks_japanese())
        std::printf("監査記録は正しくつながっています。%lld件、先頭 %s\n",
                    static_cast<long long>(audit->links), audit->head.c_str());
    else if (!options.json)
        std::printf("The audit chain holds: %lld links, head %s\n", static_cast<long long>(audit->links),
                    audit->head.c_str());
    return kOk;
}

}  // namespace

void add_audit_command(CLI::App& app, Options& options) {
    CLI::App* audit = app.add_subcommand("audit", "The audit chain");
    audit->require_subcommand(1);
    auto heads = std::make_shared<std::vector<std::string>>();
    CLI::App* command =
        audit->add_subcommand("verify", "Recompute the chain from the records; names the first broken link");
    command->add_option("--head", *heads,
                        "A head that a municipality holds (NUMBER:HASH); it must be in the chain");
    command->callback([heads, &options] { options.exit_code = verify(options, *heads); });
}

}  // namespace sango::cli
