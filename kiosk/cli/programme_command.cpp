#include "kiosk/cli/programme_desk.h"
#include "shared/base/clock.h"
#include "shared/programme/describe.h"
#include "shared/programme/programme.h"
#include "shared/programme/tree.h"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sango::cli {
namespace {

using programme::Catalogue;
using programme::json_quoted;
using programme::Programme;

std::string header_json(const Programme& programme) {
    std::vector<std::string> services;
    for (const auto service : programme.services()) services.push_back(json_quoted(word(service)));
    return fmt::format(
        R"("id": {}, "code": {}, "name": {}, "colour": "#{:06X}", "valid_from": "{}", "valid_to": {}, "services": [{}])",
        json_quoted(programme.id()), json_quoted(programme.code()), both_json(programme.name()),
        programme.colour(), date_text(programme.valid_from()),
        programme.valid_to() ? json_quoted(date_text(*programme.valid_to())) : "null",
        fmt::join(services, ", "));
}

std::string days_in_force(const Programme& programme) {
    return fmt::format("{} - {}", date_text(programme.valid_from()),
                       programme.valid_to() ? date_text(*programme.valid_to()) : std::string());
}

/// Days without rules between two versions: said, and no error.
void tell_gaps(const Catalogue& catalogue) {
    for (const auto& gap : catalogue.gaps()) {
        const std::string days = date_text(gap.first) + " - " + date_text(gap.last);
        std::fprintf(stderr, "sango: %s\n",
                     (speaks_japanese() ? fmt::format("{}: {} の規則がありません。", gap.id, days)
                                        : fmt::format("{}: there are no rules for {}.", gap.id, days))
                         .c_str());
    }
}

int list(Options& options) {
    const auto catalogue = programmes_for(options);
    if (!catalogue) return options.exit_code;
    for (const Programme& programme : catalogue->all()) {
        if (options.json)
            std::printf("{%s}\n", header_json(programme).c_str());
        else
            std::printf("%-12s %s  %s  %s\n", programme.id().c_str(), programme.code().c_str(),
                        days_in_force(programme).c_str(),
                        (speaks_japanese() ? programme.name().ja : programme.name().en).c_str());
    }
    tell_gaps(*catalogue);
    return kOk;
}

void show_page(const Programme& programme, bool japanese) {
    const auto pick = [japanese](const Message& message) { return japanese ? message.ja : message.en; };
    std::printf("%s (%s, %s)  %s\n", pick(programme.name()).c_str(), programme.id().c_str(),
                programme.code().c_str(), days_in_force(programme).c_str());
    std::string section;
    for (const auto& line : programme::describe(programme)) {
        if (pick(line.section) != section) {
            section = pick(line.section);
            std::printf("\n%s\n", section.c_str());
        }
        std::printf("  %s\n      [%s]\n", pick(sentence(line)).c_str(), line.source.c_str());
    }
}

void show_json(const Programme& programme) {
    std::vector<std::string> rules;
    for (const auto& line : programme::describe(programme))
        rules.push_back(fmt::format(R"({{"section": {}, "text": {}, "source": {}}})", both_json(line.section),
                                    both_json(sentence(line)), json_quoted(line.source)));
    std::printf("{%s, \"rules\": [%s]}\n", header_json(programme).c_str(),
                fmt::format("{}", fmt::join(rules, ", ")).c_str());
}

int show(const std::string& id, const std::string& on, Options& options) {
    const auto catalogue = programmes_for(options);
    if (!catalogue) return options.exit_code;
    const auto day = on.empty() ? std::optional(japan_date(SystemClock().now())) : parse_date(on);
    if (!day)
        return fail(error("malformed", "--on: 2026-04-01 の形の日付で指定してください。",
                          "--on: give a date like 2026-04-01."),
                    kMalformed);
    const Programme* programme = catalogue->find(id, *day);
    if (programme == nullptr)
        return fail(error("unknown", "その事業がありません。sango programme list で確かめてください。",
                          "there is no such programme; see sango programme list."),
                    kRefused);
    if (options.json)
        show_json(*programme);
    else
        show_page(*programme, speaks_japanese());
    return kOk;
}

int check(const std::vector<std::string>& files, const Options& options) {
    int exit_code = kOk;
    for (const std::string& file : files) {
        const auto programme = programme::load_programme_file(file);
        if (options.json) {
            std::printf("{\"file\": %s, \"ok\": %s, \"error\": %s}\n", json_quoted(file).c_str(),
                        programme ? "true" : "false",
                        programme ? "null" : both_json(programme.error().message).c_str());
            if (!programme) exit_code = kRefused;
        } else if (programme) {
            std::printf("%s: %s\n", file.c_str(), speaks_japanese() ? "正しい形です。" : "is in order.");
        } else {
            exit_code = fail(programme.error(), kRefused);
        }
    }
    // Versions of one programme have to fit together.
    if (exit_code != kOk || files.size() < 2) return exit_code;
    const auto together = Catalogue::load_files({files.begin(), files.end()});
    if (!together) return fail(together.error(), kRefused);
    tell_gaps(*together);
    return kOk;
}

}  // namespace

void add_programme_command(CLI::App& app, Options& options) {
    CLI::App* command = app.add_subcommand("programme", "The municipalities' rules");
    command->require_subcommand(1);

    command->add_subcommand("list", "Name every programme and the days it is in force")->callback([&options] {
        options.exit_code = list(options);
    });

    CLI::App* one = command->add_subcommand("show", "Print every rule of one programme with its source");
    auto id = std::make_shared<std::string>();
    auto on = std::make_shared<std::string>();
    one->add_option("ID", *id, "Its id (nerima) or code (131202)")->required();
    one->add_option("--on", *on, "The version in force on this day, today by default");
    one->callback([id, on, &options] { options.exit_code = show(*id, *on, options); });

    CLI::App* checking = command->add_subcommand("check", "Check programme files before they are used");
    auto files = std::make_shared<std::vector<std::string>>();
    checking->add_option("FILE", *files, "A programme file")->required();
    checking->callback([files, &options] { options.exit_code = check(*files, options); });

    add_programme_desk(*command, options);
}

}  // namespace sango::cli
