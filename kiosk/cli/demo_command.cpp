#include "kiosk/cli/command.h"
#include "shared/clinic/demo_clinic.h"
#include "shared/clinic/demo_people.h"
#include "shared/report/demo_report.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

using Json = nlohmann::ordered_json;

struct NewDemo {
    std::string at;
    std::uint64_t seed = 1;
    bool empty = false;
    int user_number = 0;
    std::string roster;
};

Json roster_child(const clinic::Child& child) {
    Json json = Json::object();
    if (!child.name.empty()) json["name"] = child.name;
    if (child.born) json["born"] = date_text(*child.born);
    if (child.due) json["due"] = date_text(*child.due);
    if (child.weight_g) json["weight_g"] = *child.weight_g;
    return json;
}

Json roster_user(const clinic::Registration& told) {
    Json json{{"user_number", told.user_number}};
    const std::vector<std::pair<const char*, const std::string*>> texts{{"name", &told.name},
                                                                        {"kana", &told.kana},
                                                                        {"address", &told.address},
                                                                        {"phone", &told.phone},
                                                                        {"allergies", &told.allergies}};
    for (const auto& [key, text] : texts)
        if (!text->empty()) json[key] = *text;
    const programme::Mother& facts = told.facts;
    if (facts.resident) json["resident"] = *facts.resident;
    if (facts.moved_out_on) json["moved_out_on"] = date_text(*facts.moved_out_on);
    if (facts.household) json["household"] = programme::word(*facts.household);
    if (facts.household_confirmed_on)
        json["household_confirmed_on"] = date_text(*facts.household_confirmed_on);
    if (facts.medical_treatment) json["medical_treatment"] = *facts.medical_treatment;
    if (facts.unwell_or_anxious) json["unwell_or_anxious"] = *facts.unwell_or_anxious;
    if (facts.family_support) json["family_support"] = programme::word(*facts.family_support);
    if (facts.support_need) json["support_need"] = programme::word(*facts.support_need);
    if (facts.loss_on) json["loss_on"] = date_text(*facts.loss_on);
    for (const clinic::Child& child : told.children) json["children"].push_back(roster_child(child));
    json["decision"] = {{"granted", told.decision.granted.value_or(false)},
                        {"request_letter", told.decision.request_letter.value_or(false)},
                        {"extra_days", told.decision.extra_days}};
    if (!told.decision.centre.empty()) json["decision"]["centre"] = told.decision.centre;
    if (!told.decision.coordinator.empty()) json["decision"]["coordinator"] = told.decision.coordinator;
    return json;
}

int print_roster(const Options& options, const std::string& programme, Instant at) {
    const auto programmes = programme::Catalogue::load(options.assets / "programmes");
    if (!programmes) return fail(programmes.error(), kRefused);
    const Date today = japan_date(at);
    Json users = Json::array();
    for (const clinic::DemoMother& mother : clinic::demo_mothers())
        if (const auto number = demo_number(mother, *programmes, today);
            number && mother.programme == programme)
            users.push_back(roster_user(demo_registration(mother, *number, today, true)));
    if (users.empty())
        return fail(
            error("unknown_programme",
                  "デモにはこの自治体の利用者がいません。事業の名前（例: nerima）を確かめてください。",
                  "The demo has no users of this programme; check its name, for example nerima."),
            kRefused);
    std::printf("%s\n", Json{{"users", users}}.dump().c_str());
    return kOk;
}

int print_number(const Options& options, int which, Instant at) {
    const auto programmes = programme::Catalogue::load(options.assets / "programmes");
    if (!programmes) return fail(programmes.error(), kRefused);
    const auto& mothers = clinic::demo_mothers();
    const auto number =
        which <= static_cast<int>(mothers.size())
            ? demo_number(mothers[static_cast<std::size_t>(which - 1)], *programmes, japan_date(at))
            : std::nullopt;
    if (!number)
        return fail(error("not_found", fmt::format("デモの利用者は1番から{}番までです。", mothers.size()),
                          fmt::format("The demo's users are numbered 1 to {}.", mothers.size())),
                    kRefused);
    std::printf("%s\n", number->c_str());
    return kOk;
}

int run(const Options& options, const NewDemo& asked) {
    const auto at = asked.at.empty() ? std::optional(SystemClock().now()) : parse_instant(asked.at);
    if (!at)
        return fail(error("bad_time", "--at の時刻が読めません（例: 2026-11-21T14:05:00+09:00）。",
                          "--at is not a time; write it like 2026-11-21T14:05:00+09:00."),
                    kMalformed);
    if (asked.user_number != 0) return print_number(options, asked.user_number, *at);
    if (!asked.roster.empty()) return print_roster(options, asked.roster, *at);
    if (options.data.empty())
        return fail(error("no_data", "--data で新しいフォルダーを指定してください。",
                          "Name a new folder with --data."),
                    kMalformed);
    const auto made = clinic::make_demo_clinic(
        {options.data, options.assets, *at, asked.seed, asked.empty, report::demo_papers()});
    if (!made) return fail(made.error(), made.error().code == "busy" ? kBusy : kRefused);
    if (options.json)
        std::printf(
            "%s\n",
            Json{{"ok", true}, {"data", options.data.string()}, {"at", instant_text(*at)}}.dump().c_str());
    else
        std::printf("%s\n", options.data.c_str());
    return kOk;
}

}  // namespace

void add_demo_command(CLI::App& app, Options& options) {
    auto asked = std::make_shared<NewDemo>();
    CLI::App* demo = app.add_subcommand("demo", "Make a demo clinic in a new folder");
    demo->add_option("--at", asked->at, "The demo's now (RFC 3339); the machine's clock if left out");
    demo->add_option("--seed", asked->seed, "Same seed, same ids");
    demo->add_flag("--empty", asked->empty, "Staff and programmes, but no mothers");
    demo->add_option("--user-number", asked->user_number,
                     "Print the user number of the nth demo mother and do no more")
        ->check(CLI::PositiveNumber);
    demo->add_option("--roster", asked->roster, "Print a programme's demo roster as JSON and do no more");
    demo->callback([asked, &options] { options.exit_code = run(options, *asked); });
}

}  // namespace sango::cli
