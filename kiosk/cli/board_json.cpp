#include "kiosk/cli/board_json.h"

#include "shared/clinic/people.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostInput = 1U << 20U;

/// Reads the fields of one object; the first that does not fit is kept.
struct DraftReader {
    const Json& object;
    std::optional<Error> wrong = {};

    [[nodiscard]] const Json* member(const char* name) const {
        const auto found = object.find(name);
        return found == object.end() || found->is_null() ? nullptr : &*found;
    }
    std::string text(const char* name) {
        const Json* found = member(name);
        if (found == nullptr) return {};
        if (!found->is_string()) {
            wrong = malformed_field(name);
            return {};
        }
        return found->get<std::string>();
    }
    void whole(const char* name, int least, int most, int& into) {
        const Json* found = member(name);
        if (found == nullptr) return;
        if (!found->is_number_integer() || found->get<std::int64_t>() < least ||
            found->get<std::int64_t>() > most) {
            wrong = malformed_field(name);
            return;
        }
        into = found->get<int>();
    }
};

Result<Done> read_fields(const clinic::Clinic& clinic, DraftReader& read, clinic::BookingDraft& draft) {
    if (const std::string service = read.text("service"); !service.empty()) {
        const auto known = programme::service_from(service);
        if (!known) return malformed_field("service");
        draft.service = *known;
    }
    if (const std::string day = read.text("first_day"); !day.empty()) {
        const auto date = parse_date(day);
        if (!date) return malformed_field("first_day");
        draft.first_day = *date;
    }
    if (const std::string at = read.text("starts_at"); !at.empty()) {
        draft.starts_at = minutes_of_clock(at);
        if (!draft.starts_at || *draft.starts_at >= 1'440) return malformed_field("starts_at");
    }
    read.whole("days", 1, 60, draft.days);
    read.whole("units", 1, 60, draft.units);
    int minutes = draft.minutes.value_or(0);
    read.whole("minutes", 15, 1'440, minutes);
    if (minutes != 0) draft.minutes = minutes;
    if (const std::string rides_on = read.text("rides_on"); !rides_on.empty()) draft.rides_on = rides_on;
    if (const std::string place = read.text("place"); !place.empty()) {
        const auto all = clinic::places(clinic);
        if (!all) return all.error();
        const auto found = std::ranges::find(*all, place, &clinic::Place::name);
        if (found == all->end()) return malformed_field("place");
        draft.place_no = found->no;
        draft.parts.clear();
    }
    if (read.wrong) return *read.wrong;
    return Done{};
}

}  // namespace

Error malformed_field(std::string_view field) {
    return error("malformed", fmt::format("{}: この項目の形が正しくありません。", field),
                 fmt::format("{}: this field does not have the right form.", field));
}

std::optional<int> minutes_of_clock(const std::string& text) {
    int hour = 0;
    int minute = 0;
    char more = 0;
    if (std::sscanf(text.c_str(), "%2d:%2d%c", &hour, &minute, &more) != 2) return std::nullopt;
    if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 1'440) return std::nullopt;
    return hour * 60 + minute;
}

int fail_board(const Error& error) {
    if (error.code == "busy") return fail(error, kBusy);
    const bool form = error.code == "malformed" || error.code == "bad_booking" || error.code == "bad_place" ||
                      error.code == "bad_closure";
    return fail(error, form ? kMalformed : kRefused);
}

Result<std::string> read_booking_file(const std::string& path) {
    auto text = read_input(path, kMostInput);
    if (!text)
        return error("malformed", "入力のファイルを読めません。場所を確かめてください。",
                     "The input file cannot be read; check where it is.");
    if (text->size() > kMostInput)
        return error("malformed", "入力を読めないか、大きすぎます。",
                     "The input cannot be read, or is too large.");
    return *std::move(text);
}

Result<clinic::BookingDraft> read_draft(const clinic::Clinic& clinic, std::string_view text) {
    const Json object = Json::parse(text, nullptr, false);
    if (!object.is_object()) return malformed_field("JSON");
    constexpr std::array<std::string_view, 11> kKnown{"programme", "user_number", "service",   "first_day",
                                                      "days",      "place",       "starts_at", "minutes",
                                                      "units",     "booking",     "rides_on"};
    for (const auto& [name, value] : object.items())
        if (std::ranges::find(kKnown, name) == kKnown.end()) return malformed_field(name);
    DraftReader read{object};
    clinic::BookingDraft draft;
    draft.booking_id = read.text("booking");
    if (!draft.booking_id.empty()) {
        const auto booking = clinic::find_booking(clinic, draft.booking_id);
        if (!booking) return booking.error();
        if (!*booking)
            return error("not_found", "この予約が見つかりません。番号を確かめてください。",
                         "This booking is not there; check its id.");
        draft.booking_id = (*booking)->id;
        draft.mother_id = (*booking)->mother_id;
        draft.service = (*booking)->service;
        draft.first_day = (*booking)->first_day;
        draft.days = (*booking)->days;
        draft.place_no = (*booking)->parts.empty() ? 0 : (*booking)->parts.front().place_no;
        draft.starts_at = (*booking)->starts_at;
        draft.minutes = (*booking)->minutes;
        draft.units = (*booking)->units;
        draft.rides_on = (*booking)->rides_on;
    } else {
        for (const char* needed : {"programme", "user_number", "service", "first_day"})
            if (read.member(needed) == nullptr) return malformed_field(needed);
        const auto mother = clinic::find_by_number(clinic, read.text("programme"), read.text("user_number"));
        if (!mother) return mother.error();
        if (!*mother)
            return error("not_found", "この利用者番号の方は登録されていません。",
                         "Nobody is registered with this user number.");
        draft.mother_id = (*mother)->id;
    }
    if (auto fields = read_fields(clinic, read, draft); !fields) return fields.error();
    return draft;
}

Json booking_json(const clinic::Clinic& clinic, const clinic::Booking& booking) {
    std::string programme;
    std::string number;
    (void)clinic.database.query("SELECT programme, user_number FROM mother WHERE id = ?1",
                                {store::value(booking.mother_id)}, [&](const store::Row& row) {
                                    programme = row.text(0);
                                    number = row.text(1);
                                    return false;
                                });
    Json json = {{"booking", booking.id},
                 {"state", clinic::word(booking.state)},
                 {"programme", programme},
                 {"user_number", number},
                 {"service", programme::word(booking.service)},
                 {"first_day", date_text(booking.first_day)},
                 {"days", booking.days},
                 {"units", booking.units},
                 {"place", booking.place},
                 {"starts_at", nullptr},
                 {"minutes", nullptr},
                 {"expires_at", nullptr},
                 {"source", booking.source}};
    if (booking.starts_at)
        json["starts_at"] = fmt::format("{:02}:{:02}", *booking.starts_at / 60, *booking.starts_at % 60);
    if (booking.minutes) json["minutes"] = *booking.minutes;
    if (booking.expires_at) json["expires_at"] = instant_text(*booking.expires_at);
    return json;
}

}  // namespace sango::cli
