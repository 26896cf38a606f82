#include "kiosk/cli/csv_import.h"
#include "shared/clinic/earlier_uses.h"

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace sango::cli {

void add_import_command(CLI::App& app, Options& options) {
    CLI::App* import = app.add_subcommand("import", "Bring in what the clinic did before it had Sango");
    import->require_subcommand(1);
    auto path = std::make_shared<std::string>();
    CLI::App* uses = import->add_subcommand("uses", "Earlier uses from a CSV file, all or none");
    uses->add_option("FILE", *path, "CSV in UTF-8 or CP932; - is standard input")->required();
    uses->callback([path, &options] {
        options.exit_code =
            import_csv(options, *path, clinic::import_uses, "取り込み: {0}件、取り込み済み: {1}件");
    });
}

}  // namespace sango::cli
