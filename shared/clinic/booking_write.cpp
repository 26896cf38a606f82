#include "shared/base/text.h"
#include "shared/clinic/booking_case.h"
#include "shared/clinic/booking_row.h"
#include "shared/clinic/deemed_use.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/writing.h"

namespace sango::clinic {
namespace {

using std::chrono::days;
using store::value;

Error no_booking() {
    return error("not_found", "この予約が見つかりません。予約の一覧から選び直してください。",
                 "This booking is not there. Choose it from the list again.");
}
Error superseded() {
    return error("superseded", "この予約はすでに変更されています。一覧を開き直してください。",
                 "This booking has been changed already. Open the list again.");
}

Result<Booking> existing(const Clinic& clinic, std::string_view id) {
    auto booking = find_booking(clinic, id);
    if (!booking) return booking.error();
    if (!*booking) return no_booking();
    return std::move(**booking);
}

Result<Booking> booking_to_place(const Clinic& clinic, const BookingDraft& draft) {
    if (draft.booking_id.empty()) return Booking{};
    auto booking = existing(clinic, draft.booking_id);
    if (!booking) return booking.error();
    switch (booking->state) {
        case BookingState::asked:
        case BookingState::waiting:
        case BookingState::offered:
        case BookingState::booked:
            return booking;
        case BookingState::arrived:
            if (booking->first_day == draft.first_day && booking->days == draft.days) return booking;
            return error(
                "already_in", "利用中の方の日にちは変えられません。部屋の変更と退所は記録できます。",
                "Her days cannot be changed while she is in the house; her room can, and her leaving.");
        case BookingState::left:
            return error("has_left", "退所された方の予約は変えられません。",
                         "She has left; it cannot be changed.");
        case BookingState::cancelled:
        case BookingState::cancelled_late:
        case BookingState::did_not_come:
            break;
    }
    return superseded();
}

/// Judges and writes; state is booked or offered.
Result<std::string> place_within(Clinic& clinic, const BookingDraft& draft, BookingState state,
                                 std::optional<Instant> expires_at) {
    auto booking = booking_to_place(clinic, draft);
    if (!booking) return booking.error();
    const auto answer = judge_booking(clinic, draft);
    if (!answer) return answer.error();
    if (!answer->obstacles.empty())
        return Error{answer->obstacles.front().code, answer->obstacles.front().text};
    if (answer->verdict.verdict == programme::Outcome::refuse) return Error{"refused", answer->why()};
    const auto all = places(clinic);
    if (!all) return all.error();
    const BookingDraft whole = completed(draft, *all);
    const bool other_day = booking->id.empty() || booking->first_day != whole.first_day;
    if (other_day) booking->asked_at = clinic.clock.now();
    booking->mother_id = whole.mother_id;
    if (booking->state != BookingState::arrived) booking->state = state;
    booking->service = whole.service;
    booking->first_day = whole.first_day;
    booking->days = whole.days;
    booking->starts_at = whole.starts_at;
    booking->minutes = whole.minutes;
    booking->units = whole.units;
    booking->parts = whole.parts;
    const Place* place = find_place(*all, whole.place_no);
    booking->place = place != nullptr ? place->name : std::string();
    booking->rides_on = whole.rides_on;
    booking->expires_at = expires_at;
    const bool moved = !booking->id.empty();
    const std::string_view action = state == BookingState::offered ? "offer" : moved ? "move" : "book";
    if (auto done = write_row(clinic, *booking, action); !done) return done.error();
    return booking->id;
}

/// Cancelled or not come: the row, and what it counts as.
Result<Cancelled> end_within(Clinic& clinic, Booking booking, BookingState state, std::string_view reason) {
    const bool late = state != BookingState::cancelled;
    const auto outcome = weigh(clinic, booking, late);
    if (!outcome) return outcome.error();
    const Booking as_it_was = booking;
    booking.state = state;
    booking.expires_at.reset();
    const std::string_view action = state == BookingState::did_not_come ? "did_not_come" : "cancel";
    if (auto done = write_row(clinic, booking, action, reason); !done) return done.error();
    if (late)
        if (auto deemed = deem_used(clinic, as_it_was, booking.row_id, word(state)); !deemed)
            return deemed.error();
    return *outcome;
}

Result<bool> is_late(const Clinic& clinic, const Booking& booking) {
    if (booking.state != BookingState::booked) return false;
    const auto known = booking_case(clinic, booking);
    if (!known) return known.error();
    const auto verdict =
        verdict_on(clinic, *known, booking.service, booking.first_day, booking.days, booking.units);
    return verdict.cancel_by && clinic.clock.now() > *verdict.cancel_by;
}

Result<Done> may_cancel(const Clinic& clinic, const Booking& booking) {
    if (!booking.use_id.empty())
        return error("already_in", "この方は受付済みです。予約の取消はできません。",
                     "She has been checked in; the booking cannot be cancelled.");
    if (booking.state != BookingState::booked && booking.state != BookingState::asked &&
        booking.state != BookingState::waiting && booking.state != BookingState::offered)
        return superseded();
    if (booking.state == BookingState::booked && booking.first_day < japan_date(clinic.clock.now()))
        return error("over", "過ぎた日の予約です。来院なしとして記録してください。",
                     "That day is over. Record that she did not come.");
    return Done{};
}

}  // namespace

Result<std::string> place_booking(Clinic& clinic, const BookingDraft& draft) {
    return transact(clinic, Right::booking,
                    [&] { return place_within(clinic, draft, BookingState::booked, std::nullopt); });
}

Result<std::string> ask_booking(Clinic& clinic, const BookingDraft& wish, BookingState state,
                                std::string_view source) {
    if (wish.days < 1 || wish.days > 60 || (state != BookingState::asked && state != BookingState::waiting) ||
        (wish.starts_at && (*wish.starts_at < 0 || *wish.starts_at >= 1'440)))
        return error("bad_booking", "予約の日数か時刻が正しくありません。入れ直してください。",
                     "The booking's days or time are not right. Enter them again.");
    return transact(clinic, Right::booking, [&]() -> Result<std::string> {
        const auto programme =
            clinic.database.text("SELECT programme FROM mother WHERE id = ?1", {value(wish.mother_id)});
        if (!programme) return programme.error();
        if (*programme)
            if (auto on = require_contract(clinic, **programme); !on) return on.error();
        return ask_within(clinic, wish, state, source, clinic.clock.now());
    });
}

Result<std::string> ask_within(Clinic& clinic, const BookingDraft& wish, BookingState state,
                               std::string_view source, Instant asked_at) {
    const auto mother = clinic.database.text("SELECT id FROM mother WHERE id = ?1", {value(wish.mother_id)});
    if (!mother) return mother.error();
    if (!*mother)
        return error("not_found", "この方の登録が見つかりません。先に登録してください。",
                     "She is not registered here. Register her first.");
    Booking booking;
    booking.mother_id = wish.mother_id;
    booking.state = state;
    booking.service = wish.service;
    booking.first_day = wish.first_day;
    booking.days = wish.days;
    booking.starts_at = wish.starts_at;
    booking.minutes = wish.minutes;
    booking.units = wish.units;
    booking.asked_at = asked_at;
    booking.source = source;
    if (auto done = write_row(clinic, booking, "ask"); !done) return done.error();
    return booking.id;
}

Result<Done> offer_booking(Clinic& clinic, const BookingDraft& draft, Instant expires_at) {
    if (expires_at <= clinic.clock.now())
        return error("bad_expiry", "ご案内の期限は、いまより後にしてください。",
                     "The offer must end later than now.");
    return transact(clinic, Right::booking, [&]() -> Result<Done> {
        const auto booking = existing(clinic, draft.booking_id);
        if (!booking) return booking.error();
        if (booking->state == BookingState::offered)
            return error("offer_open", "この方にはすでにご案内中です。お返事か期限をお待ちください。",
                         "An offer to her stands already. Wait for her answer or its end.");
        if (booking->state != BookingState::asked && booking->state != BookingState::waiting)
            return error("not_open", "この方は待ちの一覧にいません。", "She is not on the waiting list.");
        const auto offered = place_within(clinic, draft, BookingState::offered, expires_at);
        if (!offered) return offered.error();
        return Done{};
    });
}

Result<int> expire_offers(Clinic& clinic) {
    const auto open = open_requests(clinic);
    if (!open) return open.error();
    int expired = 0;
    for (const Booking& booking : *open) {
        if (booking.state != BookingState::offered || !booking.expires_at ||
            *booking.expires_at > clinic.clock.now())
            continue;
        const auto done = transact(clinic, Right::booking, [&]() -> Result<Done> {
            Booking again = booking;
            again.state = BookingState::waiting;
            again.parts.clear();
            again.place.clear();
            again.expires_at.reset();
            return write_row(clinic, again, "offer_expired");
        });
        if (!done) return done.error();
        ++expired;
    }
    return expired;
}

Result<Cancelled> weigh_cancellation(const Clinic& clinic, std::string_view booking_id) {
    const auto booking = existing(clinic, booking_id);
    if (!booking) return booking.error();
    if (auto may = may_cancel(clinic, *booking); !may) return may.error();
    const auto late = is_late(clinic, *booking);
    if (!late) return late.error();
    return weigh(clinic, *booking, *late);
}

Result<Cancelled> cancel_booking(Clinic& clinic, std::string_view booking_id, std::string_view reason) {
    const std::string why(trim(reason));
    if (why.empty() || !is_free_text(why, kMostTextBytes))
        return error("no_reason", "取り消す理由を入れてください。", "Enter why it is cancelled.");
    return transact(clinic, Right::booking, [&]() -> Result<Cancelled> {
        const auto booking = existing(clinic, booking_id);
        if (!booking) return booking.error();
        if (auto may = may_cancel(clinic, *booking); !may) return may.error();
        const auto late = is_late(clinic, *booking);
        if (!late) return late.error();
        return end_within(clinic, *booking, *late ? BookingState::cancelled_late : BookingState::cancelled,
                          why);
    });
}

Result<Done> mark_did_not_come(Clinic& clinic, std::string_view booking_id) {
    return transact(clinic, Right::booking, [&]() -> Result<Done> {
        const auto booking = existing(clinic, booking_id);
        if (!booking) return booking.error();
        const bool named = booking_id == booking->id || booking_id == booking->row_id;
        if (!booking->use_id.empty())
            return error("already_in", "この方は受付済みです。来院なしにはできません。",
                         "She has been checked in, so she did come.");
        if (!named || booking->state == BookingState::did_not_come) return superseded();
        if (booking->state != BookingState::booked) return no_booking();
        const Instant due =
            japan_instant(booking->first_day, std::chrono::minutes(booking->starts_at.value_or(0)));
        if (clinic.clock.now() < due)
            return error("too_early", "予約の時刻になっていません。時刻を過ぎてから記録してください。",
                         "Her time has not come yet. Record it after that.");
        const auto ended = end_within(clinic, *booking, BookingState::did_not_come, "");
        if (!ended) return ended.error();
        return Done{};
    });
}

Result<std::string> came_after_all(Clinic& clinic, std::string_view booking_id) {
    auto booking = existing(clinic, booking_id);
    if (!booking) return booking.error();
    if (auto withdrawn = withdraw_deemed(clinic, booking->id); !withdrawn) return withdrawn.error();
    booking->state = BookingState::booked;
    for (const BookedPart& part : booking->parts) {
        const auto all = places(clinic);
        if (!all) return all.error();
        const Place* place = find_place(*all, part.place_no);
        const Span span =
            place != nullptr
                ? span_of(*place, part.first_day, part.days, booking->starts_at.value_or(place->opens_at),
                          booking->minutes.value_or(place->closes_at - place->opens_at))
                : Span{};
        const auto taken = clinic.database.integer(
            "SELECT 1 FROM held WHERE place_no = ?1 AND first_slot BETWEEN ?2 - 5760 AND ?3 AND last_slot >= "
            "?2",
            {value(part.place_no), value(span.first), value(span.last)});
        if (!taken) return taken.error();
        if (place != nullptr && !*taken) continue;
        booking->parts.clear();
        break;
    }
    if (auto done = write_row(clinic, *booking, "came_after_all"); !done) return done.error();
    return booking->row_id;
}

Result<Done> take_back(Clinic& clinic, std::string_view booking_id) {
    return transact(clinic, Right::booking, [&]() -> Result<Done> {
        auto booking = existing(clinic, booking_id);
        if (!booking) return booking.error();
        if (!booking->use_id.empty())
            return error("already_in", "この方は受付済みです。元に戻せません。",
                         "She has been checked in; it cannot be taken back.");
        const auto at = clinic.database.integer("SELECT recorded_at FROM booking WHERE id = ?1",
                                                {value(booking->row_id)});
        if (!at) return at.error();
        if (clinic.clock.now() > Instant(std::chrono::seconds(at->value_or(0))) + kTakeBackWithin)
            return error("too_late", "15分を過ぎたので元に戻せません。予約の変更か取消をしてください。",
                         "More than 15 minutes have passed. Move or cancel the booking instead.");
        if (auto withdrawn = withdraw_deemed(clinic, booking->id); !withdrawn) return withdrawn;
        auto before = booking_before(clinic, *booking);
        if (!before) return before.error();
        Booking again = *before ? **before : *booking;
        again.row_id = booking->row_id;
        if (!*before) again.state = BookingState::cancelled;
        return write_row(clinic, again, "take_back");
    });
}

Result<Done> change_room(Clinic& clinic, std::string_view booking_id, Date day, int place_no) {
    const auto booking = existing(clinic, booking_id);
    if (!booking) return booking.error();
    BookingDraft draft;
    draft.booking_id = booking->id;
    draft.mother_id = booking->mother_id;
    draft.service = booking->service;
    draft.first_day = booking->first_day;
    draft.days = booking->days;
    draft.starts_at = booking->starts_at;
    draft.minutes = booking->minutes;
    draft.units = booking->units;
    for (const BookedPart& part : booking->parts) {
        if (part.first_day >= day) continue;
        BookedPart kept = part;
        kept.days = std::min(kept.days, static_cast<int>((day - part.first_day).count()));
        draft.parts.push_back(kept);
    }
    const Date end = booking->first_day + days(booking->days);
    if (day < booking->first_day || day >= end)
        return error("bad_booking", "部屋を変える日が、この予約の日にちの外です。",
                     "That day is not one of this booking.");
    draft.parts.push_back({place_no, day, static_cast<int>((end - day).count())});
    const auto placed = place_booking(clinic, draft);
    if (!placed) return placed.error();
    return Done{};
}

}  // namespace sango::clinic
