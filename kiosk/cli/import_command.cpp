#include "kiosk/cli/at_hand.h"
#include "shared/clinic/csv.h"
#include "shared/clinic/earlier_uses.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace sango::cli {
namespace {

int import_uses(Options& options, const std::string& path) {
    const auto csv = read_input(path, clinic::kMostCsvBytes);
    if (!csv)
        return fail(error("no_file", "CSVファイルを読めません。場所を確かめてください。",
                          "The CSV file cannot be read; check where it is."),
                    kMalformed);
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    const auto imported = clinic::import_uses(hand->clinic(), *csv);
    if (!imported) return fail_with(imported.error());
    if (options.json)
        std::printf("{\"ok\":true,\"added\":%d,\"known\":%d}\n", imported->added, imported->known);
    else if (speaks_japanese())
        std::printf("取り込み: %d件、取り込み済み: %d件\n", imported->added, imported->known);
    else
        std::printf("Added %d, known already %d.\n", imported->added, imported->known);
    return kOk;
}

}  // namespace

void add_import_command(CLI::App& app, Options& options) {
    CLI::App* import = app.add_subcommand("import", "Bring in what the clinic did before it had Sango");
    import->require_subcommand(1);
    auto path = std::make_shared<std::string>();
    CLI::App* uses = import->add_subcommand("uses", "Earlier uses from a CSV file, all or none");
    uses->add_option("FILE", *path, "CSV in UTF-8 or CP932; - is standard input")->required();
    uses->callback([path, &options] { options.exit_code = import_uses(options, *path); });
}

}  // namespace sango::cli
