#include "kiosk/cli/command.h"
#include "shared/base/assets.h"
#include "shared/base/least_privilege.h"

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    using namespace sango;
    take_least_privilege();
    CLI::App app{"Sango: everything the kiosk does, without a window", "sango"};
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", "sango 0.1.0");

    cli::Options options;
    options.assets = assets_folder();
    app.add_option("--data", options.data, "The clinic's data folder");
    app.add_option("--assets", options.assets, "The folder with programmes and texts");
    app.add_flag("--json", options.json, "Print JSON, one object a line");

    cli::add_demo_command(app, options);
    cli::add_verdict_command(app, options);
    cli::add_programme_command(app, options);
    cli::add_clinic_command(app, options);
    cli::add_card_command(app, options);
    cli::add_user_command(app, options);
    cli::add_report_command(app, options);
    cli::add_invoice_command(app, options);
    cli::add_outbox_command(app, options);
    cli::add_import_command(app, options);
    cli::add_figures_command(app, options);
    cli::add_slip_command(app, options);
    cli::add_retention_command(app, options);
    cli::add_audit_command(app, options);
    cli::add_backup_command(app, options);
    cli::add_key_command(app, options);
    cli::add_place_command(app, options);
    cli::add_staff_command(app, options);
    cli::add_closure_command(app, options);
    cli::add_booking_command(app, options);
    cli::add_free_command(app, options);
    cli::add_lottery_command(app, options);
    cli::add_paper_command(app, options);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& wrong) {
        std::fprintf(stderr, "sango: %s (see sango --help)\n", wrong.what());
        return cli::kMalformed;
    }
    return options.exit_code;
}
