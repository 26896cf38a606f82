#include "shared/clinic/booking_case.h"

#include "shared/clinic/papers.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using programme::Outcome;
using store::value;

/// Not yet begun and holding a day of hers: counted as if it were used.
bool stands(const Booking& booking) {
    return booking.state == BookingState::booked || booking.state == BookingState::offered;
}

/// A booking that has begun is one of the uses already.
void forget_own_use(std::vector<programme::Use>& uses, const Booking& booking) {
    const auto own = std::ranges::find_if(uses, [&](const programme::Use& use) {
        return use.service == booking.service && use.date == booking.first_day;
    });
    if (own != uses.end()) uses.erase(own);
}

}  // namespace

Result<BookingCase> booking_case(const Clinic& clinic, const BookingDraft& draft) {
    BookingCase known;
    const Instant now = clinic.clock.now();
    auto mother = find_mother(clinic, draft.mother_id);
    if (!mother) return mother.error();
    if (!*mother)
        return error("not_found", "この方の登録が見つかりません。先に登録してください。",
                     "She is not registered here. Register her first.");
    known.mother = std::move(**mother);
    if (!clinic.programmes.knows(known.mother.programme))
        return error("unknown_programme",
                     "この自治体の事業の決まりがありません。事業の設定を確かめてください。",
                     "No rules of this municipality are there. Check the programme settings.");
    CheckInDraft today;
    today.mother_id = draft.mother_id;
    today.service = draft.service;
    auto request = request_for(clinic, today);
    if (!request) return request.error();
    known.request = std::move(*request);
    known.asked_at = now;
    auto all = bookings_of(clinic, draft.mother_id);
    if (!all) return all.error();
    for (Booking& booking : *all) {
        if (booking.id == draft.booking_id) {
            if (!booking.use_id.empty()) forget_own_use(*known.request.used, booking);
            known.booking_id = booking.id;
            known.asked_at = booking.asked_at;
            known.asked_for = booking.first_day;
        } else if (stands(booking)) {
            known.request.used->push_back({booking.service, booking.first_day, booking.days, booking.units});
            known.others.push_back(std::move(booking));
        }
    }
    return known;
}

Result<BookingCase> booking_case(const Clinic& clinic, const Booking& booking) {
    BookingDraft draft;
    draft.booking_id = booking.id;
    draft.mother_id = booking.mother_id;
    draft.service = booking.service;
    return booking_case(clinic, draft);
}

programme::Verdict verdict_on(const Clinic& clinic, const BookingCase& known, programme::Service service,
                              Date first_day, int days, int units) {
    const programme::Programme* rules = clinic.programmes.find(known.mother.programme, first_day);
    if (rules == nullptr) {
        programme::Verdict none;
        none.verdict = Outcome::refuse;
        none.reasons.push_back(
            {"window",
             Outcome::refuse,
             {"この日の事業の決まりがまだありません。", "No rules are in force on that day yet."},
             ""});
        return none;
    }
    programme::Request request = known.request;
    request.service = service;
    request.start = first_day;
    request.days = days;
    request.units = units;
    request.asked_at = known.asked_for == first_day ? known.asked_at : clinic.clock.now();
    if (const auto decision = decision_on(clinic, known.mother.id, service, first_day);
        decision.ok() && decision.value())
        apply_decision(**decision, request);
    // How she is on the day is asked on the day.
    request.mother->acute_infection = false;
    if (!request.mother->medical_treatment) request.mother->medical_treatment = false;
    if (const auto closed = closed_days_before(clinic, first_day); closed.ok()) request.closed_days = *closed;
    return programme::judge(*rules, request);
}

BookingDraft completed(const BookingDraft& draft, const std::vector<Place>& places) {
    BookingDraft whole = draft;
    if (whole.parts.empty() && whole.place_no != 0)
        whole.parts.push_back({whole.place_no, whole.first_day, whole.days});
    if (!whole.parts.empty()) whole.place_no = whole.parts.front().place_no;
    const Place* place = find_place(places, whole.place_no);
    if (place == nullptr) return whole;
    if (place->kind == PlaceKind::bed) {
        whole.minutes.reset();
        return whole;
    }
    if (!whole.starts_at) whole.starts_at = place->opens_at + place->travel;
    if (!whole.minutes)
        whole.minutes = place->kind == PlaceKind::midwife ? kVisitMinutes
                                                          : std::max(15, place->closes_at - *whole.starts_at);
    return whole;
}

Result<int> pairs_on(const Clinic& clinic, Date day, std::string_view but_booking) {
    const auto pairs = clinic.database.integer(
        "SELECT count(DISTINCT h.root) FROM place p CROSS JOIN held h ON h.place_no = p.no AND h.first_slot "
        "BETWEEN ?1 - 5760 AND ?2 AND h.last_slot >= ?1 WHERE p.kind <> 'midwife' AND h.root <> ?3",
        {value(slot_of(day, 0)), value(slot_of(day, 0) + kSlotsInDay - 1), value(but_booking)});
    if (!pairs) return pairs.error();
    return static_cast<int>(pairs->value_or(0));
}

}  // namespace sango::clinic
