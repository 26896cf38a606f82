#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/board_json.h"
#include "kiosk/cli/command.h"
#include "shared/clinic/closure.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

using Json = nlohmann::ordered_json;

struct PlaceAsked {
    std::string kind;
    std::string name;
    std::string opens = "00:00";
    std::string closes = "24:00";
    int travel = 0;
    std::string from, until, reason, place;
    int weekday = -1;
    std::string day;
    int midwives = 0;
};

int add_one(Options& options, const PlaceAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto kind = clinic::place_kind_from(asked.kind);
    const auto opens = minutes_of_clock(asked.opens);
    const auto closes = minutes_of_clock(asked.closes);
    if (!kind || !opens || !closes)
        return fail_board(malformed_field(!kind ? "--kind" : !opens ? "--opens" : "--closes"));
    const auto no = clinic::add_place(clinic, {0, *kind, asked.name, *opens, *closes, asked.travel});
    if (!no) return fail_board(no.error());
    std::printf("%s\n", Json{{"no", *no}, {"name", asked.name}}.dump().c_str());
    return kOk;
}

int list_places(Options& options) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto all = clinic::places(clinic);
    if (!all) return fail_board(all.error());
    for (const clinic::Place& place : *all) {
        const Json json = {{"no", place.no},
                           {"kind", clinic::word(place.kind)},
                           {"name", place.name},
                           {"opens", fmt::format("{:02}:{:02}", place.opens_at / 60, place.opens_at % 60)},
                           {"closes", fmt::format("{:02}:{:02}", place.closes_at / 60, place.closes_at % 60)},
                           {"travel", place.travel}};
        std::printf("%s\n", json.dump().c_str());
    }
    return kOk;
}

int set_staff(Options& options, const PlaceAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto day = parse_date(asked.day);
    if (!day) return fail_board(malformed_field("--day"));
    const auto done = clinic::set_day_staff(clinic, *day, asked.midwives);
    if (!done) return fail_board(done.error());
    std::printf("%s\n", Json{{"day", asked.day}, {"midwives", asked.midwives}}.dump().c_str());
    return kOk;
}

int close_days(Options& options, const PlaceAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    clinic::Closure closure;
    const auto from = parse_date(asked.from);
    if (!from) return fail_board(malformed_field("--from"));
    closure.first_day = *from;
    if (!asked.until.empty()) {
        closure.last_day = parse_date(asked.until);
        if (!closure.last_day) return fail_board(malformed_field("--until"));
    } else if (asked.weekday < 0) {
        closure.last_day = *from;
    }
    if (asked.weekday >= 0) closure.weekday = static_cast<unsigned>(asked.weekday);
    if (!asked.kind.empty()) {
        closure.kind = clinic::place_kind_from(asked.kind);
        if (!closure.kind) return fail_board(malformed_field("--kind"));
    }
    if (!asked.place.empty()) {
        const auto all = clinic::places(clinic);
        if (!all) return fail_board(all.error());
        for (const clinic::Place& place : *all)
            if (place.name == asked.place) closure.place_no = place.no;
        if (!closure.place_no) return fail_board(malformed_field("--place"));
    }
    closure.reason = asked.reason;
    const auto id = clinic::add_closure(clinic, closure);
    if (!id) return fail_board(id.error());
    std::printf("%s\n", Json{{"closure", *id}}.dump().c_str());
    return kOk;
}

int list_closures(Options& options) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto all = clinic::closures(clinic);
    if (!all) return fail_board(all.error());
    for (const clinic::Closure& one : *all) {
        Json json = {{"closure", one.id},   {"from", date_text(one.first_day)},
                     {"until", nullptr},    {"weekday", nullptr},
                     {"kind", nullptr},     {"place", nullptr},
                     {"reason", one.reason}};
        if (one.last_day) json["until"] = date_text(*one.last_day);
        if (one.weekday) json["weekday"] = *one.weekday;
        if (one.kind) json["kind"] = clinic::word(*one.kind);
        if (one.place_no) json["place"] = *one.place_no;
        std::printf("%s\n", json.dump().c_str());
    }
    return kOk;
}

}  // namespace

void add_place_command(CLI::App& app, Options& options) {
    CLI::App* place =
        app.add_subcommand("place", "Beds, day places and visiting midwives, and who is there by day");
    place->require_subcommand(1);
    auto asked = std::make_shared<PlaceAsked>();
    CLI::App* add = place->add_subcommand("add", "Add a place");
    add->add_option("--kind", asked->kind, "bed, day_place or midwife")->required();
    add->add_option("--name", asked->name, "As it stands on the board")->required();
    add->add_option("--opens", asked->opens, "HH:MM");
    add->add_option("--closes", asked->closes, "HH:MM");
    add->add_option("--travel", asked->travel, "A midwife's minutes there, and as many back");
    add->callback([asked, &options] { options.exit_code = add_one(options, *asked); });
    place->add_subcommand("list", "The places in use, one JSON object a line")->callback([&options] {
        options.exit_code = list_places(options);
    });
    CLI::App* staff = place->add_subcommand("staff", "How many midwives are there on a day");
    staff->add_option("--day", asked->day, "The day")->required();
    staff->add_option("--midwives", asked->midwives, "How many")->required();
    staff->callback([asked, &options] { options.exit_code = set_staff(options, *asked); });
}

void add_closure_command(CLI::App& app, Options& options) {
    CLI::App* closure = app.add_subcommand("closure", "Days on which nothing is booked");
    closure->require_subcommand(1);
    auto asked = std::make_shared<PlaceAsked>();
    CLI::App* add = closure->add_subcommand("add", "Close a day, a range, or a weekday");
    add->add_option("--from", asked->from, "First day")->required();
    add->add_option("--until", asked->until, "Last day (default: the first; of a weekday: for good)");
    add->add_option("--weekday", asked->weekday, "0 Sunday to 6 Saturday: only this day of the week");
    add->add_option("--kind", asked->kind, "bed, day_place or midwife: only these places");
    add->add_option("--place", asked->place, "Only the place of this name");
    add->add_option("--reason", asked->reason, "Shown on the board; of no person");
    add->callback([asked, &options] { options.exit_code = close_days(options, *asked); });
    closure->add_subcommand("list", "The closures that hold, one JSON object a line")->callback([&options] {
        options.exit_code = list_closures(options);
    });
}

}  // namespace sango::cli
