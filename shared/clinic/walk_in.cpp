#include "shared/clinic/walk_in.h"

#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using std::chrono::days;
using store::value;

constexpr int kLongestStay = 60;

Span span_from(const Place& place, Date first_day, int count, Instant arrived) {
    if (place.kind == PlaceKind::bed) return span_of(place, first_day, count, 0, 0);
    const auto since = std::chrono::duration_cast<std::chrono::minutes>(japan_time_of_day(arrived)).count();
    const int from = std::clamp(static_cast<int>(since) / 15 * 15, place.opens_at, place.closes_at - 15);
    return {slot_of(first_day, from), slot_of(first_day, place.closes_at - 1)};
}

auto by_place_and_time(const BoardSpan& one) {
    return std::pair(one.place_no, one.span.first);
}

}  // namespace

Result<std::vector<BoardSpan>> walk_ins_between(const Clinic& clinic, const std::vector<Place>& places,
                                                Date first, int count) {
    std::vector<BoardSpan> spans;
    const auto read = clinic.database.query(
        "SELECT u.mother_id, u.service, u.place, u.first_day, u.days, u.checked_in_at FROM service_use u "
        "WHERE u.first_day BETWEEN ?1 AND ?2 AND u.first_day + u.days > ?3 AND u.booking_id IS NULL AND "
        "u.place <> '' "
        "AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id) "
        "AND NOT EXISTS (SELECT 1 FROM check_out c WHERE c.use_id = u.id)",
        {value(first - days(kLongestStay)), value(first + days(count - 1)), value(first)},
        [&](const store::Row& row) {
            const auto place = std::ranges::find(places, row.text(2), &Place::name);
            const auto service = programme::service_from(row.text(1));
            if (place == places.end() || !service || place_kind_of(*service) != place->kind) return true;
            BoardSpan& one = spans.emplace_back();
            one.place_no = place->no;
            one.span = span_from(*place, row.date(3), static_cast<int>(row.integer(4)), row.instant(5));
            one.mother_id = row.text(0);
            one.service = *service;
            return true;
        });
    if (!read) return read.error();
    std::ranges::sort(spans, {}, by_place_and_time);
    return spans;
}

Result<std::vector<BoardSpan>> taken_between(const Clinic& clinic, const std::vector<Place>& places,
                                             Date first, int count) {
    auto spans = held_between(clinic, places, first, count);
    if (!spans) return spans;
    auto without = walk_ins_between(clinic, places, first, count);
    if (!without) return without;
    if (without->empty()) return spans;
    // The places' own order (beds, day places, midwives) stays.
    const auto rank = [&](const BoardSpan& one) {
        const Place* place = find_place(places, one.place_no);
        return std::pair(place == nullptr ? std::ptrdiff_t{-1} : place - places.data(), one.span.first);
    };
    spans->insert(spans->end(), without->begin(), without->end());
    std::ranges::stable_sort(*spans, {}, rank);
    return spans;
}

Result<std::string> place_for_walk_in(const Clinic& clinic, programme::Service service, int count) {
    const auto kind = place_kind_of(service);
    if (!kind || *kind == PlaceKind::midwife) return std::string();
    const auto all = places(clinic);
    if (!all) return all.error();
    const auto shut = closures(clinic);
    if (!shut) return shut.error();
    const Instant now = clinic.clock.now();
    const Date today = japan_date(now);
    const auto spans = taken_between(clinic, *all, today, count);
    if (!spans) return spans.error();
    for (const Place& place : *all) {
        if (place.kind != *kind || closed_by(*shut, place, today) != nullptr) continue;
        const Span wanted = span_from(place, today, count, now);
        const bool taken = std::ranges::any_of(
            *spans, [&](const BoardSpan& one) { return one.place_no == place.no && one.span.meets(wanted); });
        if (!taken) return place.name;
    }
    return std::string();
}

}  // namespace sango::clinic
