#include "shared/clinic/booking_row.h"

#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

store::Value id_or_null(std::string_view id) {
    return id.empty() ? store::Value(store::Null{}) : value(id);
}

bool holds(BookingState state) {
    return state == BookingState::booked || state == BookingState::offered || state == BookingState::arrived;
}

/// The row's own word: arrived and left follow from the check-in.
std::string_view stored_word(BookingState state) {
    return word(state == BookingState::arrived || state == BookingState::left ? BookingState::booked : state);
}

Result<std::optional<Place>> any_place(const Clinic& clinic, int no) {
    std::optional<Place> place;
    const auto read = clinic.database.query(
        "SELECT no, kind, name, opens_at, closes_at, travel_minutes FROM place WHERE no = ?1", {value(no)},
        [&](const store::Row& row) {
            place = Place{static_cast<int>(row.integer(0)),
                          place_kind_from(row.text(1)).value_or(PlaceKind::bed),
                          row.text(2),
                          static_cast<int>(row.integer(3)),
                          static_cast<int>(row.integer(4)),
                          static_cast<int>(row.integer(5))};
            return false;
        });
    if (!read) return read.error();
    return place;
}

Span span_of(const Booking& booking, const BookedPart& part, const Place& place) {
    const int from = booking.starts_at.value_or(place.opens_at);
    return span_of(place, part.first_day, part.days, from, booking.minutes.value_or(place.closes_at - from));
}

Result<Done> hold(Clinic& clinic, const Booking& booking, int place_no, const Span& span, bool offered) {
    const auto taken = clinic.database.run(
        "INSERT INTO held (place_no, first_slot, last_slot, root, mother_id, service, offered) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        {value(place_no), value(span.first), value(span.last), value(booking.id), value(booking.mother_id),
         value(programme::word(booking.service)), value(offered)});
    if (taken) return Done{};
    if (taken.error().code != "constraint") return taken.error();
    return error("place_taken", "この時間は別の予約が入っています。ほかの場所か日を選んでください。",
                 "Another booking holds this place at that time. Choose another place or day.");
}

Result<Done> hold_parts(Clinic& clinic, const Booking& booking) {
    for (const BookedPart& part : booking.parts) {
        const auto place = any_place(clinic, part.place_no);
        if (!place) return place.error();
        if (!*place) continue;
        if (auto held = hold(clinic, booking, part.place_no, span_of(booking, part, **place),
                             booking.state == BookingState::offered);
            !held)
            return held;
    }
    return Done{};
}

Result<Done> insert_row(Clinic& clinic, const Booking& booking, std::string_view replaces,
                        std::string_view action, std::string_view reason, const store::Stamp& now) {
    auto why = sealed(clinic, booking.mother_id, {"booking", "reason_sealed", booking.row_id}, reason);
    if (!why) return why.error();
    return store::insert(
        clinic.database, "booking",
        {{"id", value(booking.row_id)},
         {"mother_id", value(booking.mother_id)},
         {"replaces", id_or_null(replaces)},
         {"state", value(stored_word(booking.state))},
         {"service", value(programme::word(booking.service))},
         {"first_day", value(booking.first_day)},
         {"days", value(booking.days)},
         {"starts_at", value(booking.starts_at)},
         {"place", value(booking.place)},
         {"recorded_at", value(now.at)},
         {"recorded_by", value(now.actor)},
         {"root", booking.id == booking.row_id ? store::Value(store::Null{}) : value(booking.id)},
         {"minutes", value(booking.minutes)},
         {"units", value(booking.units)},
         {"rides_on", id_or_null(booking.rides_on)},
         {"asked_at", value(booking.asked_at)},
         {"expires_at", value(booking.expires_at)},
         {"source", value(booking.source)},
         {"reason_sealed", std::move(*why)}},
        now, action);
}

}  // namespace

Result<Done> write_row(Clinic& clinic, Booking& booking, std::string_view action, std::string_view reason) {
    const std::string replaces = booking.row_id;
    booking.row_id = clinic.ids.next();
    if (booking.id.empty()) booking.id = booking.row_id;
    const store::Stamp now = stamp(clinic);
    if (auto done = insert_row(clinic, booking, replaces, action, reason, now); !done) return done;
    int ordinal = 0;
    for (const BookedPart& part : booking.parts) {
        const auto done = store::insert(clinic.database, "booking_part",
                                        {{"booking_id", value(booking.row_id)},
                                         {"ordinal", value(++ordinal)},
                                         {"place_no", value(part.place_no)},
                                         {"first_day", value(part.first_day)},
                                         {"days", value(part.days)}},
                                        now, action);
        if (!done) return done;
    }
    if (!replaces.empty()) {
        const auto freed = clinic.database.run("DELETE FROM held WHERE root = ?1", {value(booking.id)});
        if (!freed) return freed.error();
    }
    return holds(booking.state) ? hold_parts(clinic, booking) : Done{};
}

Result<Done> free_from(Clinic& clinic, std::string_view booking_id, Date day) {
    const Slot from = slot_of(day, 0);
    const auto later = clinic.database.run("DELETE FROM held WHERE root = ?1 AND first_slot >= ?2",
                                           {value(booking_id), value(from)});
    if (!later) return later.error();
    struct Rest {
        int place_no = 0;
        Slot first = 0;
        std::string mother_id, service;
    };
    std::vector<Rest> rests;
    const auto read = clinic.database.query(
        "SELECT place_no, first_slot, mother_id, service FROM held WHERE root = ?1 AND last_slot >= ?2",
        {value(booking_id), value(from)}, [&](const store::Row& row) {
            rests.push_back({static_cast<int>(row.integer(0)), row.integer(1), row.text(2), row.text(3)});
            return true;
        });
    if (!read) return read.error();
    for (const Rest& rest : rests) {
        const auto gone = clinic.database.run("DELETE FROM held WHERE place_no = ?1 AND first_slot = ?2",
                                              {value(rest.place_no), value(rest.first)});
        if (!gone) return gone.error();
        const auto kept = clinic.database.run(
            "INSERT INTO held (place_no, first_slot, last_slot, root, mother_id, service, offered) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
            {value(rest.place_no), value(rest.first), value(from - 1), value(booking_id),
             value(rest.mother_id), value(rest.service)});
        if (!kept) return kept.error();
    }
    return Done{};
}

Result<std::vector<Held>> held_now(const Clinic& clinic) {
    std::vector<std::string> roots;
    const auto read = clinic.database.query(
        "SELECT root FROM booking_now WHERE state IN ('booked', 'offered')", {}, [&](const store::Row& row) {
            roots.push_back(row.text(0));
            return true;
        });
    if (!read) return read.error();
    std::vector<Held> held;
    for (const std::string& root : roots) {
        const auto booking = find_booking(clinic, root);
        if (!booking) return booking.error();
        // What was freed early: the days after she left.
        std::optional<Date> until;
        const auto left = clinic.database.integer("SELECT left_at FROM check_out WHERE use_id = ?1",
                                                  {value((*booking)->use_id)});
        if (!left) return left.error();
        if (*left) until = japan_date(Instant(std::chrono::seconds(**left)));
        for (const BookedPart& part : (*booking)->parts) {
            const auto place = any_place(clinic, part.place_no);
            if (!place) return place.error();
            if (!*place) continue;
            Span span = span_of(**booking, part, **place);
            if (until) span.last = std::min(span.last, slot_of(*until + std::chrono::days(1), 0) - 1);
            if (span.first <= span.last) held.push_back({part.place_no, span, root});
        }
    }
    std::ranges::sort(held, {}, [](const Held& one) { return std::pair(one.place_no, one.span.first); });
    return held;
}

}  // namespace sango::clinic
