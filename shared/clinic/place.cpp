#include "shared/clinic/place.h"

#include "shared/base/text.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <array>

namespace sango::clinic {
namespace {

using store::value;

constexpr std::array<std::string_view, 3> kWords{"bed", "day_place", "midwife"};
constexpr std::size_t kMostNameBytes = 60;
constexpr int kMinutesInDay = 1440;

Error no_place() {
    return error("not_found", "この場所が見つかりません。場所の一覧を確かめてください。",
                 "There is no such place. Look at the list of places.");
}

bool is_sound(const Place& place) {
    return !trim(place.name).empty() && is_line(place.name, kMostNameBytes) && place.no >= 0 &&
           place.no <= 9'999 && place.opens_at >= 0 && place.closes_at <= kMinutesInDay &&
           place.opens_at < place.closes_at && place.travel >= 0 && place.travel <= 240 &&
           (place.kind == PlaceKind::midwife || place.travel == 0);
}

}  // namespace

std::string_view word(PlaceKind kind) {
    return kWords[static_cast<std::size_t>(kind)];
}

std::optional<PlaceKind> place_kind_from(std::string_view word) {
    const auto found = std::ranges::find(kWords, word);
    if (found == kWords.end()) return std::nullopt;
    return static_cast<PlaceKind>(found - kWords.begin());
}

std::optional<PlaceKind> place_kind_of(programme::Service service) {
    switch (service) {
        case programme::Service::short_stay:
            return PlaceKind::bed;
        case programme::Service::day_care:
            return PlaceKind::day_place;
        case programme::Service::outreach:
            return PlaceKind::midwife;
        case programme::Service::sibling_short_stay:
        case programme::Service::sibling_day_care:
            break;
    }
    return std::nullopt;
}

Result<int> add_place(Clinic& clinic, const Place& place) {
    if (!is_sound(place))
        return error(
            "bad_place", "場所の名前か時間が正しくありません。名前は60バイトまで、終わりは始まりより後です。",
            "The place's name or hours are not right: at most 60 bytes, and it closes after it opens.");
    return transact(clinic, Right::settings, [&]() -> Result<int> {
        const auto known = clinic.database.integer("SELECT 1 FROM place WHERE name = ?1 OR no = ?2",
                                                   {value(place.name), value(place.no)});
        if (!known) return known.error();
        if (*known)
            return error("place_exists", "同じ名前か番号の場所がすでにあります。別の名前にしてください。",
                         "There is a place of this name or number already. Choose another.");
        const auto highest = clinic.database.integer("SELECT max(no) FROM place");
        if (!highest) return highest.error();
        const int no = place.no != 0 ? place.no : static_cast<int>(highest->value_or(0)) + 1;
        const store::Stamp now = stamp(clinic);
        const auto done = store::insert(clinic.database, "place",
                                        {{"no", value(no)},
                                         {"kind", value(word(place.kind))},
                                         {"name", value(place.name)},
                                         {"opens_at", value(place.opens_at)},
                                         {"closes_at", value(place.closes_at)},
                                         {"travel_minutes", value(place.travel)},
                                         {"added_at", value(now.at)},
                                         {"added_by", value(now.actor)}},
                                        now, "add_place");
        if (!done) return done.error();
        return no;
    });
}

Result<Done> withdraw_place(Clinic& clinic, int no) {
    return transact(clinic, Right::settings, [&]() -> Result<Done> {
        const auto there = clinic.database.integer(
            "SELECT 1 FROM place p WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM place_withdrawn w WHERE "
            "w.place_no = p.no)",
            {value(no)});
        if (!there) return there.error();
        if (!*there) return no_place();
        const auto ahead =
            clinic.database.integer("SELECT count(*) FROM held WHERE place_no = ?1 AND last_slot >= ?2",
                                    {value(no), value(slot_of(japan_date(clinic.clock.now()), 0))});
        if (!ahead) return ahead.error();
        if (ahead->value_or(0) > 0)
            return error("place_in_use",
                         "この場所にはこれからの予約があります。先に別の場所へ移してください。",
                         "Bookings lie ahead in this place. Move them elsewhere first.");
        const store::Stamp now = stamp(clinic);
        return store::insert(
            clinic.database, "place_withdrawn",
            {{"place_no", value(no)}, {"withdrawn_at", value(now.at)}, {"withdrawn_by", value(now.actor)}},
            now, "withdraw_place");
    });
}

Result<std::vector<Place>> places(const Clinic& clinic) {
    std::vector<Place> all;
    const auto read = clinic.database.query(
        "SELECT no, kind, name, opens_at, closes_at, travel_minutes FROM place p WHERE NOT EXISTS "
        "(SELECT 1 FROM place_withdrawn w WHERE w.place_no = p.no) ORDER BY no",
        {}, [&](const store::Row& row) {
            all.push_back({static_cast<int>(row.integer(0)),
                           place_kind_from(row.text(1)).value_or(PlaceKind::bed), row.text(2),
                           static_cast<int>(row.integer(3)), static_cast<int>(row.integer(4)),
                           static_cast<int>(row.integer(5))});
            return true;
        });
    if (!read) return read.error();
    std::ranges::stable_sort(all, {}, &Place::kind);
    return all;
}

const Place* find_place(const std::vector<Place>& all, int no) {
    const auto found = std::ranges::find(all, no, &Place::no);
    return found == all.end() ? nullptr : &*found;
}

Span span_of(const Place& place, Date first_day, int days, int starts_at, int minutes) {
    if (place.kind == PlaceKind::bed)
        return {slot_of(first_day, 0), slot_of(first_day + std::chrono::days(days), 0) - 1};
    const int from = std::max(0, starts_at - place.travel);
    const int until = std::min(kMinutesInDay, starts_at + minutes + place.travel);
    return {slot_of(first_day, from), slot_of(first_day, until - 1)};
}

}  // namespace sango::clinic
