#include "kiosk/cli/at_hand.h"
#include "kiosk/cli/board_json.h"
#include "kiosk/cli/command.h"
#include "shared/clinic/board.h"
#include "shared/report/week_sheet.h"

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

using Json = nlohmann::ordered_json;

struct BookingAsked {
    std::string file = "-";
    std::string booking;
    std::string reason;
    std::string from;
    int days = 14;
    bool only_judge = false;
};

void print_line(const Json& json) {
    std::printf("%s\n", json.dump().c_str());
}

/// What is free may have changed: the municipalities that wish to know are told.
void tell_free(clinic::Clinic& clinic) {
    std::vector<std::string> programmes;
    for (const programme::Programme& one : clinic.programmes.all())
        if (programmes.empty() || programmes.back() != one.id()) programmes.push_back(one.id());
    (void)clinic::publish_free_days(clinic, programmes);
}

Json answer_json(const clinic::BookingAnswer& answer) {
    Json reasons = Json::array();
    for (const clinic::Obstacle& one : answer.obstacles)
        reasons.push_back({{"rule", one.code}, {"verdict", "refuse"}, {"text", one.text.ja}});
    for (const programme::Reason& one : answer.verdict.reasons)
        if (one.verdict != programme::Outcome::accept)
            reasons.push_back(
                {{"rule", one.rule}, {"verdict", programme::word(one.verdict)}, {"text", one.text.ja}});
    Json json = {{"verdict", programme::word(answer.outcome)},
                 {"reasons", std::move(reasons)},
                 {"remaining", nullptr},
                 {"copay_yen", nullptr},
                 {"cancel_by", nullptr}};
    if (answer.verdict.remaining)
        json["remaining"] = {{"before", answer.verdict.remaining->before},
                             {"after", answer.verdict.remaining->after}};
    if (answer.verdict.copay) json["copay_yen"] = answer.verdict.copay->amount();
    if (answer.verdict.cancel_by) json["cancel_by"] = instant_text(*answer.verdict.cancel_by);
    return json;
}

int place_one(Options& options, const BookingAsked& asked, bool moves) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto text = read_booking_file(asked.file);
    if (!text) return fail_board(text.error());
    const auto draft = read_draft(clinic, *text);
    if (!draft) return fail_board(draft.error());
    if (moves && draft->booking_id.empty())
        return fail_board(error("malformed", "booking: 変更する予約の番号を書いてください。",
                                "booking: name the booking to move."));
    const auto answer = clinic::judge_booking(clinic, *draft);
    if (!answer) return fail_board(answer.error());
    Json json = answer_json(*answer);
    if (asked.only_judge) {
        print_line(json);
        return answer->outcome == programme::Outcome::refuse ? kRefused : kOk;
    }
    const auto placed = clinic::place_booking(clinic, *draft);
    if (!placed) {
        if (options.json) print_line(json);
        return fail_board(placed.error());
    }
    json["booking"] = *placed;
    tell_free(clinic);
    print_line(json);
    return kOk;
}

int ask_one(Options& options, const BookingAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto text = read_booking_file(asked.file);
    if (!text) return fail_board(text.error());
    const auto draft = read_draft(clinic, *text);
    if (!draft) return fail_board(draft.error());
    const auto id = clinic::ask_booking(clinic, *draft, clinic::BookingState::asked);
    if (!id) return fail_board(id.error());
    print_line({{"booking", *id}, {"state", "asked"}});
    return kOk;
}

int cancel_one(Options& options, const BookingAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto cancelled = clinic::cancel_booking(clinic, asked.booking, asked.reason);
    if (!cancelled) return fail_board(cancelled.error());
    tell_free(clinic);
    print_line({{"booking", asked.booking},
                {"late", cancelled->late},
                {"counts_as_use", cancelled->counted},
                {"copay_yen", cancelled->copay.amount()}});
    return kOk;
}

int list_bookings(Options& options, const BookingAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto from =
        asked.from.empty() ? std::optional(japan_date(clinic.clock.now())) : parse_date(asked.from);
    if (!from || asked.days < 1 || asked.days > 366)
        return fail_board(error("malformed", "--from は 2026-11-21 の形、--days は1から366です。",
                                "--from is a day like 2026-11-21, --days from 1 to 366."));
    const auto found = clinic::bookings_between(clinic, *from, *from + std::chrono::days(asked.days - 1));
    if (!found) return fail_board(found.error());
    for (const clinic::Booking& booking : *found) print_line(booking_json(clinic, booking));
    return kOk;
}

int print_week(Options& options, const BookingAsked& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto from =
        asked.from.empty() ? std::optional(japan_date(clinic.clock.now())) : parse_date(asked.from);
    if (!from) return fail_board(malformed_field("--from"));
    const auto sheet = report::week_sheet(clinic, *from);
    if (!sheet) return fail_board(sheet.error());
    const auto bytes = report::pdf(*sheet);
    if (!bytes) return fail_board(bytes.error());
    if (write_output(asked.file, *bytes)) return kOk;
    return fail_board(error("no_file", "PDFを書けません。場所と空きを確かめてください。",
                            "The PDF cannot be written; check where it is and the free space."));
}

}  // namespace

void add_booking_command(CLI::App& app, Options& options) {
    CLI::App* booking =
        app.add_subcommand("booking", "Bookings: ask, place, move, cancel and list them (JSON)");
    booking->require_subcommand(1);
    auto asked = std::make_shared<BookingAsked>();
    const auto with_file = [&](CLI::App* command) {
        command->add_option("FILE", asked->file, "The booking as JSON; - or nothing is standard input");
    };
    CLI::App* ask_for = booking->add_subcommand("ask", "Write down what she wishes; no place is held");
    with_file(ask_for);
    ask_for->callback([asked, &options] { options.exit_code = ask_one(options, *asked); });
    CLI::App* place_it = booking->add_subcommand("place", "Book it, judged by the programme's rules");
    with_file(place_it);
    place_it->add_flag("--only-judge", asked->only_judge, "Say what it would come to; nothing is written");
    place_it->callback([asked, &options] { options.exit_code = place_one(options, *asked, false); });
    CLI::App* move_it = booking->add_subcommand("move", "Move, lengthen or shorten a booking");
    with_file(move_it);
    move_it->callback([asked, &options] { options.exit_code = place_one(options, *asked, true); });
    CLI::App* cancel_it = booking->add_subcommand("cancel", "Cancel a booking, in time or late");
    cancel_it->add_option("BOOKING", asked->booking, "Its id")->required();
    cancel_it->add_option("--reason", asked->reason, "Why; kept sealed")->required();
    cancel_it->callback([asked, &options] { options.exit_code = cancel_one(options, *asked); });
    CLI::App* list_them =
        booking->add_subcommand("list", "Bookings of some days, one JSON object a line, no names");
    list_them->add_option("--from", asked->from, "First day (default: today)");
    list_them->add_option("--days", asked->days, "How many days (default: 14)");
    CLI::App* week =
        booking->add_subcommand("print", "A week of the board as PDF, with names: for the staff only");
    week->add_option("FILE", asked->file, "The PDF to write")->required();
    week->add_option("--from", asked->from, "First day (default: today)");
    week->callback([asked, &options] { options.exit_code = print_week(options, *asked); });
    list_them->callback([asked, &options] { options.exit_code = list_bookings(options, *asked); });
}

}  // namespace sango::cli
