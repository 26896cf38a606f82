#include "kiosk/cli/csv_import.h"

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace sango::cli {

void add_user_command(CLI::App& app, Options& options) {
    CLI::App* user = app.add_subcommand("user", "Users of the programmes (mothers)");
    user->require_subcommand(1);
    auto path = std::make_shared<std::string>();
    CLI::App* command = user->add_subcommand("import", "Register users from a CSV file, all or none");
    command->add_option("FILE", *path, "CSV in UTF-8 or CP932; - is standard input")->required();
    command->callback([path, &options] {
        options.exit_code =
            import_csv(options, *path, clinic::import_mothers, "新しく登録: {0}人、登録済み: {1}人");
    });
}

}  // namespace sango::cli
