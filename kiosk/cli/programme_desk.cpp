#include "kiosk/cli/programme_desk.h"

#include "kiosk/cli/at_hand.h"
#include "shared/clinic/programme_file.h"
#include "shared/clinic/programme_settings.h"
#include "shared/programme/describe.h"
#include "shared/programme/tree.h"
#include "shared/sync/pull.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace sango::cli {
namespace programme_desk {  // all commands are compiled as one: these words stand in others, too
namespace {

using clinic::Clinic;
using programme::json_quoted;

/// What stands on the command line.
struct Asked {
    std::string programme;
    std::filesystem::path file;
    std::string setting;
    std::string value;
    std::string at;
};

int fail_with(const Error& error) {
    if (error.code == "busy") return fail(error, kBusy);
    return fail(error, error.code == "unknown_programme" ? kMalformed : kRefused);
}

const std::string& pick(const Message& message) {
    return speaks_japanese() ? message.ja : message.en;
}

void print(const clinic::TakenIn& taken, const Options& options) {
    if (options.json)
        std::printf(R"({"programme": %s, "valid_from": "%s", "revision": %d})"
                    "\n",
                    json_quoted(taken.programme).c_str(), date_text(taken.valid_from).c_str(),
                    taken.revision);
    else
        std::printf("%s\n", (speaks_japanese() ? fmt::format("{}: {}からの決まりを取り込みました。",
                                                             taken.name.ja, date_text(taken.valid_from))
                                               : fmt::format("{}: the rules from {} on were taken in.",
                                                             taken.name.en, date_text(taken.valid_from)))
                                .c_str());
}

int import(Clinic& clinic, const Asked& asked, const Options& options) {
    const auto text = read_input(asked.file.string(), clinic::kLargestProgrammeFile);
    if (!text)
        return fail(error("unreadable", "ファイルを開けません。場所と読み取り権限を確かめてください。",
                          "The file cannot be opened; check where it is and that it may be read."),
                    kRefused);
    const BytesView bytes = bytes_of(*text);
    const auto taken =
        clinic::take_in_programme(clinic, bytes, asked.file.filename().string(), clinic::CameFrom::file);
    if (!taken) return fail_with(taken.error());
    print(*taken, options);
    return kOk;
}

int pull(Clinic& clinic, const Asked& asked, const Options& options) {
    const auto endpoints = sync::load_endpoints(options.data);
    if (!endpoints) return fail_with(endpoints.error());
    const auto endpoint = std::ranges::find(*endpoints, asked.programme, &sync::Endpoint::programme);
    if (endpoint == endpoints->end())
        return fail(
            error("no_endpoint", "この事業の送信先がありません。sync/endpoints.toml に書いてください。",
                  "There is no address of this municipality; write it into sync/endpoints.toml."),
            kRefused);
    const auto answer = sync::fetch(*endpoint, sync::kProgrammesPath);
    if (!answer) return fail_with(answer.error());
    const auto taken = sync::apply_programmes(clinic, asked.programme, *answer);
    if (!taken) return fail_with(taken.error());
    for (const clinic::TakenIn& one : *taken) print(one, options);
    if (taken->empty() && !options.json)
        std::printf("%s\n", speaks_japanese() ? "新しい決まりはありません。" : "There are no newer rules.");
    return kOk;
}

int contract(Clinic& clinic, const Asked& asked, const Options&) {
    const auto done = clinic::set_contract(clinic, asked.programme, asked.value == "on");
    return done ? kOk : fail_with(done.error());
}

std::string answer_json(const clinic::OpenAnswer& one) {
    if (!one.answer) return "null";
    if (one.asked.kind == programme::OpenSetting::Kind::date)
        return json_quoted(date_text(Date(std::chrono::days(*one.answer))));
    return std::to_string(*one.answer);
}

/// A whole number, or a day as the number that stands for it.
std::optional<std::int64_t> answer_from(std::string_view text) {
    if (const auto day = parse_date(text)) return day->time_since_epoch().count();
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, failed] = std::from_chars(text.data(), end, number);
    return failed == std::errc() && stopped == end ? std::optional(number) : std::nullopt;
}

int settings(Clinic& clinic, const Asked& asked, const Options& options) {
    const auto open = clinic::open_answers(clinic, asked.programme);
    if (!open) return fail_with(open.error());
    for (const clinic::OpenAnswer& one : *open) {
        const bool by_clinic = one.asked.by == programme::OpenSetting::By::clinic;
        if (options.json) {
            std::printf(R"({"name": %s, "by": "%s", "question": %s, "source": %s, "value": %s})"
                        "\n",
                        json_quoted(one.asked.name).c_str(), by_clinic ? "clinic" : "municipality",
                        both_json(one.asked.question).c_str(), json_quoted(one.asked.source).c_str(),
                        answer_json(one).c_str());
            continue;
        }
        const Message by = by_clinic ? Message{"施設", "clinic"} : Message{"自治体", "municipality"};
        std::printf("%s = %s\n  %s (%s) [%s]\n", one.asked.name.c_str(),
                    pick(programme::answer_text(one.asked, one.answer)).c_str(),
                    pick(one.asked.question).c_str(), pick(by).c_str(), one.asked.source.c_str());
    }
    return kOk;
}

int set(Clinic& clinic, const Asked& asked, const Options&) {
    std::optional<std::int64_t> answer;
    if (asked.value != "unset") {
        answer = answer_from(asked.value);
        if (!answer)
            return fail(error("malformed", "値は整数、日付（2027-03-31）か unset で指定してください。",
                              "VALUE must be a whole number, a day (2027-03-31) or unset."),
                        kMalformed);
    }
    const auto done = clinic::answer_setting(clinic, asked.programme, asked.setting, answer);
    return done ? kOk : fail_with(done.error());
}

int history(Clinic& clinic, const Asked& asked, const Options& options) {
    const auto changes = clinic::programme_history(clinic, asked.programme);
    if (!changes) return fail_with(changes.error());
    const auto quoted = [](const std::optional<std::string>& value) {
        return value ? json_quoted(*value) : std::string("null");
    };
    for (const clinic::SettingChange& one : *changes) {
        if (options.json)
            std::printf(R"({"at": "%s", "by": %s, "name": %s, "before": %s, "after": %s})"
                        "\n",
                        instant_text(one.at).c_str(), json_quoted(one.by).c_str(),
                        json_quoted(one.name).c_str(), quoted(one.before).c_str(), quoted(one.after).c_str());
        else
            std::printf("%s  %s  %s: %s -> %s\n", instant_text(one.at).c_str(), one.by.c_str(),
                        one.name.c_str(), one.before.value_or("-").c_str(), one.after.value_or("-").c_str());
    }
    return kOk;
}

int with_clinic(Options& options, const Asked& asked, int (*run)(Clinic&, const Asked&, const Options&)) {
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    return run(hand->clinic(), asked, options);
}

}  // namespace
}  // namespace programme_desk

std::string both_json(const Message& message) {
    return fmt::format(R"({{"ja": {}, "en": {}}})", json_quoted(message.ja), json_quoted(message.en));
}

std::optional<programme::Catalogue> programmes_for(Options& options) {
    if (!options.data.empty()) {
        if (auto hand = open_clinic(options)) return std::move(hand->clinic().programmes);
        return std::nullopt;
    }
    auto shipped = programme::Catalogue::load(options.assets / "programmes");
    if (shipped) return *std::move(shipped);
    options.exit_code = fail(shipped.error(), kRefused);
    return std::nullopt;
}

void add_programme_desk(CLI::App& programme, Options& options) {
    const auto asked = std::make_shared<programme_desk::Asked>();
    const auto add = [&](const char* name, const char* what, auto run) {
        CLI::App* command = programme.add_subcommand(name, what);
        command->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
        command->callback([asked, &options, run] {
            options.exit_code = programme_desk::with_clinic(options, *asked, run);
        });
        return command;
    };
    const auto id = [&](CLI::App* command) {
        command->add_option("ID", asked->programme, "The programme's id (nerima)")->required();
        return command;
    };
    add("import", "Take in rules from a file that the municipality signed", programme_desk::import)
        ->add_option("FILE", asked->file, "The signed file")
        ->required();
    id(add("pull", "Get the newest rules from the municipality and take them in", programme_desk::pull));
    id(add("contract", "Say whether the clinic is contracted", programme_desk::contract))
        ->add_option("STATE", asked->value, "on or off")
        ->required()
        ->check(CLI::IsMember({"on", "off"}));
    id(add("settings", "Print what the papers leave open, and what was answered", programme_desk::settings));
    CLI::App* setting = id(add("set", "Answer one of them", programme_desk::set));
    setting->add_option("NAME", asked->setting, "The setting's name (limit.total)")->required();
    setting->add_option("VALUE", asked->value, "A whole number, a day (2027-03-31), or unset")->required();
    id(add("history", "Print what was changed, when and by whom", programme_desk::history));
}

}  // namespace sango::cli
