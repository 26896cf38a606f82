#include "kiosk/cli/csv_import.h"

#include "kiosk/cli/at_hand.h"
#include "shared/clinic/csv.h"

#include <cstdio>

#include <fmt/format.h>

namespace sango::cli {

int import_csv(Options& options, const std::string& path,
               Result<clinic::ImportResult> (*import)(clinic::Clinic&, std::string_view),
               std::string_view ja) {
    const auto csv = read_input(path, clinic::kMostCsvBytes);
    if (!csv)
        return fail(error("no_file", "CSVファイルを読めません。場所を確かめてください。",
                          "The CSV file cannot be read; check where it is."),
                    kMalformed);
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    const auto imported = import(hand->clinic(), *csv);
    if (!imported) return fail_with(imported.error());
    if (options.json)
        std::printf("{\"ok\":true,\"added\":%d,\"known\":%d}\n", imported->added, imported->known);
    else if (speaks_japanese())
        std::printf("%s\n", fmt::format(fmt::runtime(ja), imported->added, imported->known).c_str());
    else
        std::printf("Added %d, known already %d.\n", imported->added, imported->known);
    return kOk;
}

}  // namespace sango::cli
