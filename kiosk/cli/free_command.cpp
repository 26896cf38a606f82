#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/board_json.h"
#include "kiosk/cli/command.h"
#include "shared/clinic/lottery.h"
#include "shared/report/free_page.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

using Json = nlohmann::ordered_json;

struct FreeAsked {
    std::string from;
    int weeks = 8;
    std::string ics;
    std::string html;
    std::string service, until, seed, drawing;
};

Result<Done> write_out(const std::string& path, std::string_view bytes) {
    if (write_output(path, bytes)) return Done{};
    return error("no_file", "ファイルに書けません。場所と空きを確かめてください。",
                 "The file cannot be written; check where it is and the free space.");
}

void print_days(const std::vector<clinic::FreeDay>& days) {
    const bool ja = speaks_japanese();
    std::printf("%s\n", ja ? "日にち        宿泊  日帰り  訪問" : "day           stay  day     visit");
    for (const clinic::FreeDay& day : days)
        std::printf("%s    %4d  %6d  %5d\n", date_text(day.day).c_str(), day.kinds[0].free, day.kinds[1].free,
                    day.kinds[2].free);
}

int show_free(Options& options, const FreeAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto from =
        asked.from.empty() ? std::optional(japan_date(clinic.clock.now())) : parse_date(asked.from);
    if (!from) return fail_board(malformed_field("--from"));
    if (asked.weeks < 1 || asked.weeks > 52) return fail_board(malformed_field("--weeks"));
    const auto days = clinic::free_days(clinic, *from, 7 * asked.weeks);
    if (!days) return fail_board(days.error());
    const auto id = clinic::setting(clinic, "clinic.id");
    const auto name = clinic::setting(clinic, "clinic.name");
    if (!id || !name) return fail_board(!id ? id.error() : name.error());
    if (!asked.html.empty())
        if (auto done =
                write_out(asked.html, report::free_page(name->value_or(""), clinic.clock.now(), *days));
            !done)
            return fail_board(done.error());
    if (!asked.ics.empty()) {
        const auto places = clinic::places(clinic);
        if (!places) return fail_board(places.error());
        const auto spans = clinic::held_between(clinic, *places, *from, 7 * asked.weeks);
        if (!spans) return fail_board(spans.error());
        const auto done =
            write_out(asked.ics, report::bookings_calendar(id->value_or(""), name->value_or(""),
                                                           clinic.clock.now(), *places, *spans));
        if (!done) return fail_board(done.error());
    }
    if (options.json)
        std::printf("%s\n", clinic::free_days_json(id->value_or(""), clinic.clock.now(), *days).c_str());
    else if (asked.html.empty() && asked.ics.empty())
        print_days(*days);
    return kOk;
}

Json drawing_json(const clinic::Drawing& drawing) {
    Json ranks = Json::array();
    for (const clinic::Ranked& one : drawing.ranks)
        ranks.push_back({{"rank", one.rank},
                         {"booking", one.booking_id},
                         {"priority", static_cast<int>(one.priority)},
                         {"ticket", one.ticket}});
    return {{"lottery", drawing.id},
            {"service", programme::word(drawing.service)},
            {"from", date_text(drawing.first_day)},
            {"until", date_text(drawing.last_day)},
            {"seed", drawing.seed},
            {"drawn_at", instant_text(drawing.drawn_at)},
            {"ranks", std::move(ranks)}};
}

int draw_lots(Options& options, const FreeAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto service = programme::service_from(asked.service);
    const auto from = parse_date(asked.from);
    const auto until = parse_date(asked.until);
    if (!service || !from || !until || *until < *from)
        return fail_board(malformed_field(!service ? "--service" : !from ? "--from" : "--until"));
    std::string seed = asked.seed;
    if (seed.empty()) {
        std::array<std::uint8_t, 16> bytes{};
        system_random()(bytes);
        seed = hex(bytes);
    }
    const auto drawing = clinic::draw(clinic, *service, *from, *until, seed);
    if (!drawing) return fail_board(drawing.error());
    std::printf("%s\n", drawing_json(*drawing).dump().c_str());
    return kOk;
}

int verify_lots(Options& options, const FreeAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto drawing = clinic::find_drawing(clinic, asked.drawing);
    if (!drawing) return fail_board(drawing.error());
    if (!*drawing)
        return fail_board(error("not_found", "この抽選が見つかりません。番号を確かめてください。",
                                "This drawing is not there; check its id."));
    const bool same = clinic::repeats(**drawing);
    Json json = drawing_json(**drawing);
    json["repeats"] = same;
    std::printf("%s\n", json.dump().c_str());
    return same ? kOk : kRefused;
}

}  // namespace

void add_free_command(CLI::App& app, Options& options) {
    auto asked = std::make_shared<FreeAsked>();
    CLI::App* free = app.add_subcommand("free", "What is free in the coming weeks");
    free->add_option("--from", asked->from, "First day (default: today)");
    free->add_option("--weeks", asked->weeks, "How many weeks (default: 8)");
    free->add_option("--ics", asked->ics, "Write the bookings, without names, as iCalendar (RFC 5545)");
    free->add_option("--html", asked->html, "Write a page of the free places for phones");
    free->callback([asked, &options] { options.exit_code = show_free(options, *asked); });
}

void add_lottery_command(CLI::App& app, Options& options) {
    CLI::App* lottery =
        app.add_subcommand("lottery", "Draw lots among those who asked, so that anyone can repeat it");
    lottery->require_subcommand(1);
    auto asked = std::make_shared<FreeAsked>();
    CLI::App* draw = lottery->add_subcommand("draw", "Draw and record seed and ranks");
    draw->add_option("--service", asked->service, "short_stay, day_care or outreach")->required();
    draw->add_option("--from", asked->from, "First day asked for, earliest")->required();
    draw->add_option("--until", asked->until, "First day asked for, latest")->required();
    draw->add_option("--seed", asked->seed, "One line (default: drawn by the machine)");
    draw->callback([asked, &options] { options.exit_code = draw_lots(options, *asked); });
    CLI::App* verify = lottery->add_subcommand("verify", "Draw again with the recorded seed and compare");
    verify->add_option("LOTTERY", asked->drawing, "Its id")->required();
    verify->callback([asked, &options] { options.exit_code = verify_lots(options, *asked); });
}

}  // namespace sango::cli
