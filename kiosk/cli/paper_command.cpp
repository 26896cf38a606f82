#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/command.h"
#include "shared/clinic/incident.h"
#include "shared/report/emergency_sheet.h"
#include "shared/report/handover_sheet.h"
#include "shared/report/house_sheet.h"
#include "shared/report/incident_paper.h"
#include "shared/report/user_paper.h"

#include <functional>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace sango::cli {
namespace {

struct PaperAsked {
    std::string file;
    std::string at;
    std::string incident;
    std::string use;
};

/// The newest incident, or the one named.
Result<report::Document> paper_of_incident(const clinic::Clinic& clinic, const std::string& id) {
    const auto missing = [] {
        return error("not_found", "その事案はありません。", "There is no such incident.");
    };
    if (!id.empty()) {
        const auto found = clinic::find_incident(clinic, id);
        if (!found) return found.error();
        if (!*found) return missing();
        return report::incident_paper(clinic, **found);
    }
    const auto all = clinic::incidents(clinic, true);
    if (!all) return all.error();
    if (all->empty()) return missing();
    return report::incident_paper(clinic, all->front());
}

int print_paper(Options& options, const PaperAsked& asked,
                const std::function<Result<report::Document>(const clinic::Clinic&)>& make) {
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const auto document = make(hand->clinic());
    if (!document) return fail_with(document.error());
    const auto bytes = report::pdf(*document);
    if (!bytes) return fail_with(bytes.error());
    if (write_output(asked.file, *bytes)) return kOk;
    return fail_with(error("no_file", "PDFを書けません。場所と空きを確かめてください。",
                           "The PDF cannot be written; check where it is and the free space."));
}

}  // namespace

void add_paper_command(CLI::App& app, Options& options) {
    CLI::App* paper =
        app.add_subcommand("paper", "Papers of the house as PDF, to be printed: for the staff only");
    paper->require_subcommand(1);
    auto asked = std::make_shared<PaperAsked>();
    const auto add = [&](const char* name, const char* what,
                         std::function<Result<report::Document>(const clinic::Clinic&)> make) {
        CLI::App* command = paper->add_subcommand(name, what);
        command->add_option("FILE", asked->file, "The PDF to write; - is standard output")->required();
        command->add_option("--at", asked->at, "As of this moment instead of now (demo clinics)");
        command->callback(
            [asked, &options, make] { options.exit_code = print_paper(options, *asked, make); });
        return command;
    };
    add("house", "Everyone in the house, what is due, whom to call", report::house_sheet);
    add("emergency", "Whom to call and the clinic's own flow, for the wall", report::emergency_sheet);
    add("handover", "Everything open, line by line", report::handover_sheet);
    add("incident", "The national form of an incident", [asked](const clinic::Clinic& clinic) {
        return paper_of_incident(clinic, asked->incident);
    })->add_option("--incident", asked->incident, "Its id; the newest one if left out");
    add("use", "The report on one use, with its pictures",
        [asked](const clinic::Clinic& clinic) { return report::user_paper(clinic, asked->use); })
        ->add_option("--use", asked->use, "Its id")
        ->required();
}

}  // namespace sango::cli
