#include "shared/clinic/board.h"

#include "shared/card/keys.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/walk_in.h"
#include "shared/clinic/writing.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::clinic {
namespace {

using std::chrono::days;
using store::value;
using Json = nlohmann::ordered_json;

/// Whether a visit and its way still fit between what is held on that day.
bool visit_fits(const Place& place, Date day, const std::vector<Span>& held) {
    const Slot need = (kVisitMinutes + 2 * place.travel + 14) / 15;
    Slot free_from = slot_of(day, place.opens_at);
    for (const Span& span : held) {
        if (span.first - free_from >= need) return true;
        free_from = std::max(free_from, span.last + 1);
    }
    return slot_of(day, place.closes_at - 1) + 1 - free_from >= need;
}

/// What of the place is held on each day, from the spans of one place in order.
std::vector<std::vector<Span>> by_day(const std::vector<BoardSpan>& all, int place_no, Date first,
                                      int count) {
    std::vector<std::vector<Span>> held(static_cast<std::size_t>(count));
    for (const BoardSpan& one : all) {
        if (one.place_no != place_no) continue;
        const auto from = std::max<Slot>(0, one.span.first / kSlotsInDay - first.time_since_epoch().count());
        const auto until =
            std::min<Slot>(count - 1, one.span.last / kSlotsInDay - first.time_since_epoch().count());
        for (Slot day = from; day <= until; ++day) held[static_cast<std::size_t>(day)].push_back(one.span);
    }
    return held;
}

Json kind_json(const FreeCount& count) {
    return {{"free", count.free}, {"places", count.free + count.taken}};
}

Json days_json(const std::vector<FreeDay>& all) {
    Json list = Json::array();
    for (const FreeDay& one : all)
        list.push_back({{"day", date_text(one.day)},
                        {"short_stay", kind_json(one.of(PlaceKind::bed))},
                        {"day_care", kind_json(one.of(PlaceKind::day_place))},
                        {"outreach", kind_json(one.of(PlaceKind::midwife))}});
    return list;
}

}  // namespace

Result<std::vector<BoardSpan>> held_between(const Clinic& clinic, const std::vector<Place>& places,
                                            Date first, int count) {
    const Slot from = slot_of(first, 0);
    const Slot until = slot_of(first + days(count), 0) - 1;
    std::vector<BoardSpan> spans;
    for (const Place& place : places) {
        // Only a bed is held for longer than a day.
        const Slot back = place.kind == PlaceKind::bed ? 60 * kSlotsInDay : kSlotsInDay;
        const auto read = clinic.database.query(
            "SELECT first_slot, last_slot, root, mother_id, service, offered FROM held WHERE place_no = ?1 "
            "AND "
            "first_slot BETWEEN ?2 AND ?3 AND last_slot >= ?4 ORDER BY first_slot",
            {value(place.no), value(from - back), value(until), value(from)}, [&](const store::Row& row) {
                spans.push_back({place.no,
                                 {row.integer(0), row.integer(1)},
                                 row.text(2),
                                 row.text(3),
                                 programme::service_from(row.text(4)).value_or(programme::Service::day_care),
                                 row.integer(5) != 0});
                return true;
            });
        if (!read) return read.error();
    }
    return spans;
}

Result<std::vector<FreeDay>> free_days(const Clinic& clinic, Date first, int count) {
    const auto all = places(clinic);
    if (!all) return all.error();
    const auto shut = closures(clinic);
    if (!shut) return shut.error();
    const auto spans = taken_between(clinic, *all, first, count);
    if (!spans) return spans.error();
    const Date today = japan_date(clinic.clock.now());
    std::vector<FreeDay> result(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) result[static_cast<std::size_t>(i)].day = first + days(i);
    for (const Place& place : *all) {
        const auto held = by_day(*spans, place.no, first, count);
        for (int i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            FreeCount& tally = result[at].kinds[static_cast<std::size_t>(place.kind)];
            const bool room = place.kind == PlaceKind::midwife ? visit_fits(place, result[at].day, held[at])
                                                               : held[at].empty();
            if (!room)
                ++tally.taken;
            else if (result[at].day < today || closed_by(*shut, place, result[at].day) != nullptr)
                ++tally.closed;
            else
                ++tally.free;
        }
    }
    return result;
}

std::string free_days_json(std::string_view clinic_id, Instant as_of, const std::vector<FreeDay>& all) {
    return Json{{"clinic", clinic_id}, {"as_of", instant_text(as_of)}, {"days", days_json(all)}}.dump();
}

Result<int> publish_free_days(Clinic& clinic, const std::vector<std::string>& programmes) {
    int told = 0;
    std::optional<std::vector<FreeDay>> free;
    const Instant now = clinic.clock.now();
    for (const std::string& programme : programmes) {
        const auto wanted = setting(clinic, "free_places." + programme);
        if (!wanted) return wanted.error();
        if (*wanted != std::optional<std::string>("1")) continue;
        const auto last = clinic.database.integer(
            "SELECT max(created_at) FROM outbox WHERE kind = 'free_places' AND programme = ?1",
            {value(programme)});
        if (!last) return last.error();
        if (*last && now < Instant(std::chrono::seconds(**last)) + kPublishAtMostEvery) continue;
        if (!free) {
            auto all = free_days(clinic, japan_date(now), kPublishedDays);
            if (!all) return all.error();
            free = std::move(*all);
        }
        const std::string name = fmt::format("free_places.{}.told", programme);
        const std::string digest = hex(card::sha256(bytes_of(days_json(*free).dump())));
        const auto before = setting(clinic, name);
        if (!before) return before.error();
        if (*before == std::optional(digest)) continue;
        const auto clinic_id = setting(clinic, "clinic.id");
        if (!clinic_id) return clinic_id.error();
        const auto done = transact(clinic, Right::booking, [&]() -> Result<Done> {
            const auto announced =
                announce(clinic, {"free_places", programme, "/v1/free-places", instant_text(now),
                                  free_days_json(clinic_id->value_or(""), now, *free)});
            if (!announced) return announced.error();
            const auto kept = clinic.database.run(
                "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "
                "excluded.value",
                {value(name), value(digest)});
            if (!kept) return kept.error();
            return Done{};
        });
        if (!done) return done.error();
        ++told;
    }
    return told;
}

}  // namespace sango::clinic
