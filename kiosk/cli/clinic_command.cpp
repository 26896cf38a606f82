#include "kiosk/cli/at_hand.h"
#include "shared/clinic/particulars.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

/// What stands on the command line.
struct ParticularsAsked {
    std::string at;
    std::vector<std::string> told;  ///< NAME VALUE NAME VALUE ...
};

int show_particulars(Options& options, const ParticularsAsked& asked) {
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const auto known = clinic::known_particulars(hand->clinic());
    if (!known) return fail_with(known.error());
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < known->size(); ++i) {
        const clinic::Particular& one = clinic::particulars()[i];
        const std::string& text = (*known)[i];
        all[std::string(one.name)] = text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
        if (!options.json)
            std::printf("%-22s %s: %s\n", std::string(one.name).c_str(),
                        std::string(speaks_japanese() ? one.ja : one.en).c_str(),
                        text.empty() ? "-" : text.c_str());
    }
    if (options.json) std::printf("%s\n", all.dump().c_str());
    return kOk;
}

int set_particulars(Options& options, const ParticularsAsked& asked) {
    if (asked.told.size() % 2 != 0)
        return fail(
            error("malformed", "項目の名前と値を組にして並べてください。", "Give a VALUE with each NAME."),
            kMalformed);
    std::vector<std::pair<std::string, std::string>> told;
    for (std::size_t i = 0; i < asked.told.size(); i += 2)
        told.emplace_back(asked.told[i], asked.told[i + 1]);
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const auto done = clinic::set_particulars(hand->clinic(), told);
    return done ? kOk : fail_with(done.error());
}

}  // namespace

void add_clinic_command(CLI::App& app, Options& options) {
    CLI::App* command = app.add_subcommand("clinic", "What papers say of the clinic, and its bank account");
    command->require_subcommand(1);
    const auto asked = std::make_shared<ParticularsAsked>();
    command->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
    command->add_subcommand("show", "Print name, address, registration number, bank account")
        ->callback([asked, &options] { options.exit_code = show_particulars(options, *asked); });
    CLI::App* set = command->add_subcommand("set", "Change some of them, all or none");
    set->add_option("NAME VALUE", asked->told, "bank.number 1234567 ...; an empty value unsets it")
        ->required();
    set->callback([asked, &options] { options.exit_code = set_particulars(options, *asked); });
}

}  // namespace sango::cli
