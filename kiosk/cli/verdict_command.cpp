#include "kiosk/cli/programme_desk.h"
#include "shared/programme/programme.h"
#include "shared/programme/tree.h"
#include "shared/programme/verdict_json.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace sango::cli {
namespace {

Error unknown_programme(const programme::Catalogue& catalogue) {
    std::string known;
    for (const auto& one : catalogue.all()) {
        if (known.find(one.id()) == std::string::npos) known += (known.empty() ? "" : ", ") + one.id();
    }
    return error("malformed", fmt::format("programme: 知らない事業です。{} のどれかにしてください。", known),
                 fmt::format("programme: is not known; use one of {}.", known));
}

int run(const std::string& path, Options& options) {
    const auto text = read_input(path.empty() ? "-" : path, programme::kLargestDocument);
    if (!text)
        return fail(error("malformed", "入力のファイルを読めません。場所を確かめてください。",
                          "the input file cannot be read; check where it is."),
                    kMalformed);
    const auto parsed = programme::parse_request(*text);
    if (!parsed) return fail(parsed.error(), kMalformed);
    const auto catalogue = programmes_for(options);
    if (!catalogue) return options.exit_code;
    if (!catalogue->knows(parsed->programme)) return fail(unknown_programme(*catalogue), kMalformed);
    const programme::Programme* found = catalogue->find(parsed->programme, parsed->request.start);
    if (found == nullptr)
        return fail(error("malformed", "start: その日の規則がこの事業のファイルにありません。",
                          "start: the programme's files hold no rules for that day."),
                    kMalformed);
    std::printf("%s\n", programme::verdict_json(programme::judge(*found, parsed->request)).c_str());
    return kOk;
}

}  // namespace

void add_verdict_command(CLI::App& app, Options& options) {
    CLI::App* command = app.add_subcommand(
        "verdict", "Judge one request (JSON from FILE or standard input) by its programme's rules");
    auto path = std::make_shared<std::string>();
    command->add_option("FILE", *path, "The request; - or nothing is standard input");
    command->callback([path, &options] { options.exit_code = run(*path, options); });
}

}  // namespace sango::cli
