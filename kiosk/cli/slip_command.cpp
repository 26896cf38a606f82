#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/export_options.h"
#include "shared/report/slip.h"

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace sango::cli {

void add_slip_command(CLI::App& app, Options& options) {
    struct SlipAsked {
        std::string use;
        std::string folder;
        std::string at;
        bool english = false;
    };
    const auto asked = std::make_shared<SlipAsked>();
    CLI::App* slip = app.add_subcommand("slip", "Write a use's slip for the mother as a PDF");
    slip->add_option("USE", asked->use, "The use's id, as sango report build --json prints it")->required();
    slip->add_option("--out", asked->folder, "The folder to write to")->required();
    slip->add_flag("--english", asked->english, "In English");
    slip->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
    slip->callback([asked, &options] {
        auto hand = open_clinic(options, asked->at);
        if (!hand) return;
        const auto file = report::export_slip(hand->clinic(), asked->use, asked->folder,
                                              asked->english ? report::Tongue::en : report::Tongue::ja);
        if (!file) {
            options.exit_code = fail_with(file.error());
            return;
        }
        print_files({*file}, options.json);
    });
}

}  // namespace sango::cli
