#include "shared/clinic/booking_case.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/walk_in.h"
#include "shared/clinic/writing.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

using programme::Outcome;
using programme::Service;
using std::chrono::days;
using store::value;

bool is_sound(const BookingDraft& draft) {
    if (draft.days < 1 || draft.days > 60 || draft.units < 1 || draft.units > 60) return false;
    if (draft.starts_at && (*draft.starts_at < 0 || *draft.starts_at >= 1'440)) return false;
    if (draft.minutes && (*draft.minutes < 15 || *draft.minutes > 1'440)) return false;
    Date next = draft.first_day;
    for (const BookedPart& part : draft.parts) {
        if (part.first_day != next || part.days < 1) return false;
        next += days(part.days);
    }
    return draft.parts.empty() || next == draft.first_day + days(draft.days);
}

Obstacle closed_obstacle(const Closure& closure, Date day) {
    const std::string ja = closure.reason.empty() ? "お休み" : closure.reason + "のためお休み";
    return {
        "closed",
        {fmt::format("{}は{}です。", month_day_text(day), ja),
         closure.reason.empty() ? fmt::format("Closed on {}.", english_date_text(day))
                                : fmt::format("Closed on {} ({}).", english_date_text(day), closure.reason)}};
}

std::string clock_text(int minutes) {
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

void look_at_place(const Place& place, const BookingDraft& draft, std::vector<Obstacle>& found) {
    if (place_kind_of(draft.service) != place.kind)
        found.push_back(
            {"wrong_place", {"このサービスの場所ではありません。", "This place is not for this service."}});
    if (place.kind == PlaceKind::bed || !draft.starts_at) return;
    const int from = *draft.starts_at - place.travel;
    const int until = *draft.starts_at + draft.minutes.value_or(15) + place.travel;
    if (from < place.opens_at || until > place.closes_at)
        found.push_back(
            {"hours",
             {fmt::format("{}の時間は{}から{}までです{}。", place.name, clock_text(place.opens_at),
                          clock_text(place.closes_at), place.travel > 0 ? "（移動を含む）" : ""),
              fmt::format("{} is there from {} to {}{}.", place.name, clock_text(place.opens_at),
                          clock_text(place.closes_at),
                          place.travel > 0 ? ", with the way there and back" : "")}});
}

/// The first day on which another booking is in the way.
Result<std::optional<Date>> taken_on(const Clinic& clinic, const Span& span, int place_no,
                                     std::string_view but_booking) {
    std::optional<Date> day;
    const auto read = clinic.database.query(
        "SELECT first_slot FROM held WHERE place_no = ?1 AND first_slot BETWEEN ?2 - 5760 AND ?3 AND "
        "last_slot >= ?2 AND root <> ?4 ORDER BY first_slot LIMIT 1",
        {value(place_no), value(span.first), value(span.last), value(but_booking)},
        [&](const store::Row& row) {
            day = Date(days(std::max(row.integer(0), span.first) / kSlotsInDay));
            return false;
        });
    if (!read) return read.error();
    return day;
}

Result<Done> look_at_parts(const Clinic& clinic, const BookingCase& known, const BookingDraft& draft,
                           const std::vector<Place>& places, std::vector<Obstacle>& found) {
    const auto shut = closures(clinic);
    if (!shut) return shut.error();
    for (const BookedPart& part : draft.parts) {
        const Place* place = find_place(places, part.place_no);
        if (place == nullptr) {
            found.push_back({"no_place", {"この場所は使われていません。", "This place is not in use."}});
            continue;
        }
        look_at_place(*place, draft, found);
        for (int i = 0; i < part.days; ++i)
            if (const Closure* closure = closed_by(*shut, *place, part.first_day + days(i))) {
                found.push_back(closed_obstacle(*closure, part.first_day + days(i)));
                break;
            }
        const Span span =
            span_of(*place, part.first_day, part.days, draft.starts_at.value_or(place->opens_at),
                    draft.minutes.value_or(place->closes_at - place->opens_at));
        auto taken = taken_on(clinic, span, part.place_no, known.booking_id);
        if (!taken) return taken.error();
        // Whoever came without a booking sits there all the same.
        const auto without = walk_ins_between(clinic, {*place}, part.first_day, part.days);
        if (!without) return without.error();
        for (const BoardSpan& one : *without)
            if (!*taken && one.span.meets(span))
                *taken = Date(days(std::max(one.span.first, span.first) / kSlotsInDay));
        if (*taken)
            found.push_back(
                {"place_taken",
                 {fmt::format("{}は{}に別の予約が入っています。", place->name, month_day_text(**taken)),
                  fmt::format("{} is taken on {}.", place->name, english_date_text(**taken))}});
    }
    return Done{};
}

Result<Done> look_at_staff(const Clinic& clinic, const BookingCase& known, const BookingDraft& draft,
                           std::vector<Obstacle>& found) {
    if (place_kind_of(draft.service).value_or(PlaceKind::midwife) == PlaceKind::midwife) return Done{};
    const auto staff = day_staff(clinic, draft.first_day, draft.days);
    if (!staff) return staff.error();
    const int each = pairs_per_midwife(clinic);
    for (int i = 0; i < draft.days; ++i) {
        const auto midwives = (*staff)[static_cast<std::size_t>(i)];
        if (!midwives) continue;
        const Date day = draft.first_day + days(i);
        const auto pairs = pairs_on(clinic, day, known.booking_id);
        if (!pairs) return pairs.error();
        if (*pairs + 1 <= *midwives * each) continue;
        found.push_back({"staff",
                         {fmt::format("{}は日中の助産師が{}人で、{}組までです。", month_day_text(day),
                                      *midwives, *midwives * each),
                          fmt::format("On {} there are {} midwives by day, enough for {} pairs.",
                                      english_date_text(day), *midwives, *midwives * each)}});
        break;
    }
    return Done{};
}

/// A programme that is off takes nobody new; who is in the house already may change her room.
Result<Done> look_at_contract(const Clinic& clinic, const BookingCase& known, std::vector<Obstacle>& found) {
    const auto on = require_contract(clinic, known.mother.programme);
    if (on) return Done{};
    if (on.error().code != "not_contracted") return on.error();
    if (!known.booking_id.empty()) {
        const auto booking = find_booking(clinic, known.booking_id);
        if (!booking) return booking.error();
        if (*booking && !(*booking)->use_id.empty()) return Done{};
    }
    found.push_back({on.error().code, on.error().message});
    return Done{};
}

}  // namespace

Result<std::vector<Obstacle>> obstacles_to(const Clinic& clinic, const BookingCase& known,
                                           const BookingDraft& draft, const std::vector<Place>& places) {
    std::vector<Obstacle> found;
    if (auto done = look_at_contract(clinic, known, found); !done) return done.error();
    if (draft.first_day + days(draft.days - 1) < japan_date(clinic.clock.now()))
        found.push_back({"past", {"過ぎた日には予約できません。", "That day is over."}});
    for (const Booking& other : known.others)
        if (other.service == draft.service && other.first_day < draft.first_day + days(draft.days) &&
            draft.first_day < other.first_day + days(other.days)) {
            found.push_back(
                {"twice",
                 {fmt::format("{}からの予約がすでにあります。", month_day_text(other.first_day)),
                  fmt::format("She is booked already from {}.", english_date_text(other.first_day))}});
            break;
        }
    if (draft.parts.empty() && place_kind_of(draft.service))
        found.push_back({"no_place", {"場所を選んでください。", "Choose a place."}});
    if (auto done = look_at_parts(clinic, known, draft, places, found); !done) return done.error();
    if (auto done = look_at_staff(clinic, known, draft, found); !done) return done.error();
    return found;
}

Message BookingAnswer::why() const {
    if (!obstacles.empty()) return obstacles.front().text;
    for (const programme::Reason& reason : verdict.reasons)
        if (reason.verdict == verdict.verdict && reason.verdict != Outcome::accept) return reason.text;
    return {};
}

Result<BookingAnswer> judge_booking(const Clinic& clinic, const BookingDraft& draft) {
    if (!is_sound(draft))
        return error("bad_booking", "予約の日数か時刻が正しくありません。入れ直してください。",
                     "The booking's days or time are not right. Enter them again.");
    const auto all = places(clinic);
    if (!all) return all.error();
    const BookingDraft whole = completed(draft, *all);
    const auto known = booking_case(clinic, whole);
    if (!known) return known.error();
    BookingAnswer answer;
    answer.verdict = verdict_on(clinic, *known, whole.service, whole.first_day, whole.days, whole.units);
    auto obstacles = obstacles_to(clinic, *known, whole, *all);
    if (!obstacles) return obstacles.error();
    answer.obstacles = std::move(*obstacles);
    answer.outcome = answer.obstacles.empty() ? answer.verdict.verdict : Outcome::refuse;
    return answer;
}

}  // namespace sango::clinic
