#include "kiosk/app/board_desk.h"
#include "kiosk/app/check_in_desk.h"
#include "shared/clinic/booking_case.h"
#include "shared/clinic/lottery.h"
#include "shared/clinic/walk_in.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using clinic::Booking;
using clinic::BookingState;
using clinic::Clinic;
using clinic::PlaceKind;
using std::chrono::days;

std::string without_kind(std::string_view name) {
    for (const std::string_view kind : {"区", "市", "町", "村"})
        if (name.size() > 2 * kind.size() && name.ends_with(kind)) name.remove_suffix(kind.size());
    return std::string(name);
}

Message state_message(BookingState state) {
    switch (state) {
        case BookingState::asked:
            return {"申込", "asked"};
        case BookingState::waiting:
            return {"待ち", "waiting"};
        case BookingState::offered:
            return {"ご案内中", "offered"};
        case BookingState::booked:
            return {"予約", "booked"};
        case BookingState::arrived:
            return {"利用中", "in the house"};
        case BookingState::left:
            return {"退所", "left"};
        case BookingState::cancelled:
            return {"取消", "cancelled"};
        case BookingState::cancelled_late:
            return {"期限後の取消", "cancelled late"};
        case BookingState::did_not_come:
            return {"来院なし", "did not come"};
    }
    return {};
}

Message today_line(const Clinic& clinic) {
    const auto expected = clinic::expected_today(clinic);
    int coming = 0;
    int left = 0;
    if (expected.ok())
        for (const clinic::Expected& one : expected.value()) {
            coming +=
                one.attendance == clinic::Attendance::expected || one.attendance == clinic::Attendance::late;
            left += one.attendance == clinic::Attendance::left;
        }
    const auto inside = clinic.database.integer(
        "SELECT count(*) FROM service_use u WHERE first_day BETWEEN ?1 - 60 AND ?1 AND first_day + days > ?1 "
        "AND NOT "
        "EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id) AND NOT EXISTS (SELECT 1 FROM check_out c "
        "WHERE "
        "c.use_id = u.id)",
        {store::value(japan_date(clinic.clock.now()))});
    const auto house = inside.ok() ? inside->value_or(0) : 0;
    return {fmt::format("これから {}組・利用中 {}組・お帰り {}組", coming, house, left),
            fmt::format("{} to come, {} in the house, {} gone home", coming, house, left)};
}

BoardRow row_of(const clinic::Place& place) {
    return {place.no, place.name, place.kind, place.opens_at, place.closes_at, place.travel};
}

std::vector<BoardClosed> closed_cells(const Clinic& clinic, const std::vector<clinic::Place>& places,
                                      Date first, int count) {
    std::vector<BoardClosed> cells;
    const auto shut = clinic::closures(clinic);
    if (!shut.ok()) return cells;
    for (const clinic::Place& place : places)
        for (int i = 0; i < count; ++i)
            if (const auto* closure = clinic::closed_by(shut.value(), place, first + days(i)))
                cells.push_back({place.no, first + days(i),
                                 closure->reason.empty() ? Message{"お休みです。", "Closed."}
                                                         : Message{closure->reason + "のためお休みです。",
                                                                   "Closed: " + closure->reason}});
    return cells;
}

int free_places(const Clinic& clinic, Date first, int count) {
    const auto free = clinic::free_days(clinic, first, count);
    int sum = 0;
    if (free.ok())
        for (const clinic::FreeDay& day : free.value())
            for (const clinic::FreeCount& kind : day.kinds) sum += kind.free;
    return sum;
}

}  // namespace

Message town_of(const Message& municipality) {
    return {without_kind(municipality.ja), municipality.en.substr(0, municipality.en.find(' '))};
}

Message when_text(const Booking& booking) {
    if (clinic::place_kind_of(booking.service) == PlaceKind::bed)
        return {fmt::format("{}から{}泊{}日", month_day_text(booking.first_day),
                            std::max(1, booking.days - 1), booking.days),
                fmt::format("{}, {} days", english_date_text(booking.first_day), booking.days)};
    Message when{month_day_text(booking.first_day), english_date_text(booking.first_day)};
    if (booking.starts_at) {
        std::string hours = fmt::format(" {}:{:02}", *booking.starts_at / 60, *booking.starts_at % 60);
        if (booking.minutes) {
            const int until = *booking.starts_at + *booking.minutes;
            hours += fmt::format("–{}:{:02}", until / 60, until % 60);
        }
        when.ja += hours;
        when.en += hours;
    }
    return when;
}

std::vector<BoardBar> BoardDesk::bars(const Clinic& clinic, const std::vector<clinic::Place>& places,
                                      Date first) {
    std::vector<BoardBar> bars;
    const auto spans = clinic::taken_between(clinic, places, first, days_);
    if (!spans.ok()) return bars;
    const clinic::Slot tomorrow = clinic::slot_of(japan_date(clinic.clock.now()) + days(1), 0);
    for (const clinic::BoardSpan& span : spans.value()) {
        const Who& mother = who(clinic, span.mother_id);
        BoardBar bar{span.booking_id, span.mother_id,
                     span.place_no,   span.span,
                     mother.name,     mother.town,
                     mother.colour,   span.offered ? BookingState::offered : BookingState::booked};
        const bool walked_in = span.booking_id.empty();
        if (walked_in) bar.state = BookingState::arrived;
        // Only what has begun can have been checked in.
        if (!walked_in && span.span.first < tomorrow)
            if (const auto booking = clinic::find_booking(clinic, span.booking_id);
                booking.ok() && booking.value())
                bar.state = (*booking)->state;
        bars.push_back(std::move(bar));
    }
    return bars;
}

std::vector<BoardWaiting> BoardDesk::waiting(const Clinic& clinic) {
    std::vector<BoardWaiting> rows;
    const auto list = clinic::waiting_list(clinic);
    if (!list.ok()) return rows;
    for (const clinic::Waiting& one : list.value())
        rows.push_back({one.booking.id, one.booking.mother_id, who(clinic, one.booking.mother_id).name,
                        when_text(one.booking), one.booking.expires_at, static_cast<int>(one.priority)});
    return rows;
}

BoardCandidate BoardDesk::candidate_view(const Clinic& clinic, Date first) {
    BoardCandidate view;
    view.mother_id = candidate_->mother_id;
    const Who& mother = who(clinic, candidate_->mother_id);
    view.name = mother.name;
    view.town = mother.town;
    view.colour = mother.colour;
    view.draft = candidate_->draft;
    view.moves = candidate_->moves;
    view.waits = candidate_->waits;
    const clinic::BookingDraft& length = tried_ ? *tried_ : candidate_->draft;
    const auto known = clinic::booking_case(clinic, candidate_->draft);
    if (!known.ok()) return view;
    if (const auto* rules = clinic.programmes.find(known->mother.programme, first))
        for (const programme::Service service : rules->services()) {
            const auto kind = clinic::place_kind_of(service);
            if (!kind || (known->mother.facts.loss_on && service != programme::Service::outreach)) continue;
            const Message name = *kind == PlaceKind::bed         ? Message{"宿泊", "Stay"}
                                 : *kind == PlaceKind::day_place ? Message{"日帰り", "Day"}
                                                                 : Message{"訪問", "Visit"};
            view.services.push_back({service, name, kind});
        }
    for (int i = 0; i < days_; ++i) {
        const auto verdict = clinic::verdict_on(clinic, *known, candidate_->draft.service, first + days(i),
                                                length.days, length.units);
        std::optional<Message> why;
        if (verdict.verdict == programme::Outcome::refuse)
            for (const programme::Reason& reason : verdict.reasons)
                if (!why && reason.verdict == programme::Outcome::refuse) why = reason.text;
        view.day_why.push_back(std::move(why));
    }
    for (const Booking& other : known->others) view.bookings.emplace_back(other.id, when_text(other));
    return view;
}

std::optional<BoardChosen> BoardDesk::chosen_view(const Clinic& clinic) {
    if (opened_.empty()) return std::nullopt;
    const auto found = clinic::find_booking(clinic, opened_);
    if (!found.ok() || !found.value()) return std::nullopt;
    const Booking& booking = **found;
    BoardChosen chosen;
    chosen.booking_id = booking.id;
    chosen.mother_id = booking.mother_id;
    const Who& mother = who(clinic, booking.mother_id);
    chosen.name = mother.name;
    chosen.town = mother.town;
    chosen.colour = mother.colour;
    chosen.when = when_text(booking);
    chosen.place = booking.place;
    chosen.state = state_message(booking.state);
    clinic::BookingDraft draft;
    draft.booking_id = booking.id;
    draft.mother_id = booking.mother_id;
    draft.service = booking.service;
    if (const auto known = clinic::booking_case(clinic, draft); known.ok()) {
        if (const auto* rules = clinic.programmes.find(known->mother.programme, booking.first_day))
            chosen.service = rules->service_name(booking.service);
        if (booking.state == BookingState::booked)
            chosen.cancel_by = clinic::verdict_on(clinic, *known, booking.service, booking.first_day,
                                                  booking.days, booking.units)
                                   .cancel_by;
    }
    chosen.may_move = booking.state == BookingState::booked;
    const Instant due =
        japan_instant(booking.first_day, std::chrono::minutes(booking.starts_at.value_or(1'439)));
    chosen.may_miss = booking.state == BookingState::booked && clinic.clock.now() >= due;
    const auto weighed = clinic::weigh_cancellation(clinic, booking.id);
    chosen.may_cancel = weighed.ok() && !chosen.may_miss;
    if (weighed.ok()) {
        chosen.cancel_sentence = {chosen.name + "さんの予約を取り消します。",
                                  "This cancels the booking of " + chosen.name + "."};
        if (weighed->counted) {
            chosen.cancel_sentence.ja +=
                fmt::format("期限を過ぎているため、1回のご利用とみなし、利用者負担額{}をいただきます。",
                            yen_text_ja(weighed->copay));
            chosen.cancel_sentence.en += fmt::format(
                " The deadline is over: it counts as a use, and {} are due.", yen_text_en(weighed->copay));
        } else if (weighed->late) {
            chosen.cancel_sentence.ja += "期限を過ぎています。";
            chosen.cancel_sentence.en += " The deadline is over.";
        }
    }
    return chosen;
}

BoardView BoardDesk::view(Clinic& clinic) {
    BoardView view;
    if (!visible_) return view;
    view.shown = true;
    view.today = japan_date(clinic.clock.now());
    view.first = first_.value_or(view.today);
    view.days = days_;
    const auto places = clinic::places(clinic);
    if (!places.ok()) {
        notice_ = Notice{Notice::Tone::failure, places.error().code, places.error().message};
        view.notice = notice_;
        return view;
    }
    for (const clinic::Place& place : places.value()) view.rows.push_back(row_of(place));
    view.bars = bars(clinic, places.value(), view.first);
    view.closed = closed_cells(clinic, places.value(), view.first, days_);
    view.free = free_places(clinic, view.first, days_);
    if (candidate_) view.candidate = candidate_view(clinic, view.first);
    view.answer = answer_;
    view.chosen = chosen_view(clinic);
    view.waiting = waiting(clinic);
    view.hits = hits_;
    view.found = found_;
    view.today_line = today_line(clinic);
    view.undo_id = undo_id_;
    view.notice = notice_;
    return view;
}

}  // namespace sango::app
