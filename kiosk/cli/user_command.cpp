#include "kiosk/cli/at_hand.h"
#include "shared/clinic/csv.h"
#include "shared/clinic/people.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace sango::cli {
namespace {

int import(Options& options, const std::string& path) {
    const auto csv = read_input(path, clinic::kMostCsvBytes);
    if (!csv)
        return fail(error("no_file", "CSVファイルを読めません。場所を確かめてください。",
                          "The CSV file cannot be read; check where it is."),
                    kMalformed);
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    const auto imported = import_mothers(hand->clinic(), *csv);
    if (!imported) return fail_with(imported.error());
    if (options.json)
        std::printf("{\"ok\":true,\"added\":%d,\"known\":%d}\n", imported->added, imported->known);
    else if (speaks_japanese())
        std::printf("新しく登録: %d人、登録済み: %d人\n", imported->added, imported->known);
    else
        std::printf("Added %d, known already %d.\n", imported->added, imported->known);
    return kOk;
}

}  // namespace

void add_user_command(CLI::App& app, Options& options) {
    CLI::App* user = app.add_subcommand("user", "Users of the programmes (mothers)");
    user->require_subcommand(1);
    auto path = std::make_shared<std::string>();
    CLI::App* command = user->add_subcommand("import", "Register users from a CSV file, all or none");
    command->add_option("FILE", *path, "CSV in UTF-8 or CP932; - is standard input")->required();
    command->callback([path, &options] { options.exit_code = import(options, *path); });
}

}  // namespace sango::cli
