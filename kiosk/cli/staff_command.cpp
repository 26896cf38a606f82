#include "kiosk/cli/at_hand.h"
#include "shared/card/barcode.h"
#include "shared/clinic/badge.h"
#include "shared/clinic/staff.h"
#include "shared/report/badge_sheet.h"

#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

/// What stands on the command line.
struct StaffAsked {
    std::string at;
    std::string id;
    std::string name;
    std::string role;
    std::filesystem::path folder;
    std::filesystem::path png;
};

int list_staff(Options& options, const StaffAsked& asked) {
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const auto people = clinic::staff(hand->clinic());
    if (!people) return fail_with(people.error());
    for (const clinic::Staff& one : *people)
        std::printf(
            "%s\n",
            nlohmann::ordered_json{{"id", one.id}, {"name", one.name}, {"role", clinic::word(one.role)}}
                .dump()
                .c_str());
    return kOk;
}

int add_one_of_staff(Options& options, const StaffAsked& asked) {
    const auto role = clinic::role_from(asked.role);
    if (!role)
        return fail(error("bad_role", "--role は desk、night、manager のどれかです。",
                          "--role is one of desk, night and manager."),
                    kMalformed);
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const auto id = clinic::add_staff(hand->clinic(), asked.name, *role);
    if (!id) return fail_with(id.error());
    std::printf("%s\n", nlohmann::ordered_json{{"id", *id}}.dump().c_str());
    return kOk;
}

/// The PIN comes on standard input: what stands on a command line, others can read.
int set_pin_of_staff(Options& options, const StaffAsked& asked) {
    constexpr std::size_t kMostBytes = 64;
    auto pin = read_input("-", kMostBytes);
    if (!pin)
        return fail(
            error("unreadable", "標準入力から暗証番号を読めません。", "There is no PIN on standard input."),
            kMalformed);
    while (!pin->empty() && (pin->back() == '\n' || pin->back() == '\r')) pin->pop_back();
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const auto done = clinic::set_pin(hand->clinic(), asked.id, *pin);
    return done ? kOk : fail_with(done.error());
}

int make_badge(Options& options, const StaffAsked& asked) {
    if (asked.folder.empty() == asked.png.empty())
        return fail(error("no_file", "--folder か --png のどちらかを指定してください。",
                          "Name either --folder or --png."),
                    kMalformed);
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    if (!asked.folder.empty()) {
        const auto file = report::write_badge(hand->clinic(), asked.id, asked.folder);
        if (!file) return fail_with(file.error());
        std::printf("%s\n", file->c_str());
        return kOk;
    }
    const auto code = clinic::issue_badge(hand->clinic(), asked.id);
    if (!code) return fail_with(code.error());
    const auto written = card::write_qr_png(asked.png, *code);
    if (!written) return fail_with(written.error());
    std::printf("%s\n", asked.png.c_str());
    return kOk;
}

int end_of_staff(Options& options, const StaffAsked& asked) {
    auto hand = open_clinic(options, asked.at);
    if (!hand) return options.exit_code;
    const auto done = clinic::end_staff(hand->clinic(), asked.id);
    return done ? kOk : fail_with(done.error());
}

}  // namespace

void add_staff_command(CLI::App& app, Options& options) {
    CLI::App* staff = app.add_subcommand("staff", "Who is of the staff, their PINs and badges");
    staff->require_subcommand(1);
    auto asked = std::make_shared<StaffAsked>();
    staff->add_option("--at", asked->at, "Let the clock stand here (demo clinics)");
    staff->add_subcommand("list", "Everyone, one JSON object a line")->callback([asked, &options] {
        options.exit_code = list_staff(options, *asked);
    });
    CLI::App* add = staff->add_subcommand("add", "Someone new");
    add->add_option("--name", asked->name, "Her name")->required();
    add->add_option("--role", asked->role, "desk, night or manager")->required();
    add->callback([asked, &options] { options.exit_code = add_one_of_staff(options, *asked); });
    CLI::App* pin = staff->add_subcommand("pin", "Set her PIN, read from standard input");
    pin->add_option("--id", asked->id, "Of the member of staff")->required();
    pin->callback([asked, &options] { options.exit_code = set_pin_of_staff(options, *asked); });
    CLI::App* badge = staff->add_subcommand("badge", "A new badge; the one before is void");
    badge->add_option("--id", asked->id, "Of the member of staff")->required();
    badge->add_option("--folder", asked->folder, "Where to write it as PDF");
    badge->add_option("--png", asked->png, "The code alone, as a picture");
    badge->callback([asked, &options] { options.exit_code = make_badge(options, *asked); });
    CLI::App* end = staff->add_subcommand("end", "She is no longer of the staff");
    end->add_option("--id", asked->id, "Of the member of staff")->required();
    end->callback([asked, &options] { options.exit_code = end_of_staff(options, *asked); });
}

}  // namespace sango::cli
