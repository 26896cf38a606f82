#include "kiosk/app/board_desk.h"

#include "kiosk/app/check_in_desk.h"
#include "kiosk/app/notice.h"
#include "kiosk/app/person_search.h"
#include "shared/base/text.h"
#include "shared/programme/rules.h"
#include "shared/report/house_papers.h"
#include "shared/report/week_sheet.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using clinic::Booking;
using clinic::BookingState;
using clinic::Clinic;

constexpr std::chrono::hours kOfferFor{24};
constexpr int kFirstStay = 2;  // 1泊2日 is where a stay begins

clinic::BookingDraft draft_of(const Booking& booking) {
    clinic::BookingDraft draft;
    draft.booking_id = booking.id;
    draft.mother_id = booking.mother_id;
    draft.service = booking.service;
    draft.first_day = booking.first_day;
    draft.days = booking.days;
    draft.place_no = booking.parts.empty() ? 0 : booking.parts.front().place_no;
    draft.starts_at = booking.starts_at;
    draft.minutes = booking.minutes;
    draft.units = booking.units;
    draft.rides_on = booking.rides_on;
    return draft;
}

}  // namespace

void BoardDesk::fail(const Error& error) {
    notice_ = failure_notice(error);
    undo_id_.clear();
}

void BoardDesk::dismiss() {
    notice_.reset();
    undo_id_.clear();
}

void BoardDesk::done(std::string booking_id, std::string code, Message text) {
    candidate_.reset();
    tried_.reset();
    answer_.reset();
    opened_.clear();
    hits_.reset();
    found_.clear();
    undo_id_ = std::move(booking_id);
    notice_ = done_notice(std::move(code), std::move(text));
}

const BoardDesk::Who& BoardDesk::who(const Clinic& clinic, const std::string& mother_id) {
    const auto known = known_.find(mother_id);
    if (known != known_.end()) return known->second;
    Who who;
    const auto mother = clinic::find_mother(clinic, mother_id);
    if (mother.ok() && mother.value()) {
        who.name = (*mother)->name.empty() ? (*mother)->user_number : (*mother)->name;
        const std::size_t babies = (*mother)->children.size();
        if (babies == 2) who.name += "（双子）";
        if (babies == 3) who.name += "（三つ子）";
        if (const auto* programme = programme_today(clinic, (*mother)->programme)) {
            who.town = town_of(programme->name());
            who.colour = programme->colour();
        }
    }
    return known_.emplace(mother_id, std::move(who)).first->second;
}

void BoardDesk::handle(Clinic&, const ShowBoard& intent) {
    if (intent.visible != visible_) known_.clear();
    visible_ = intent.visible;
    if (!visible_) return;
    first_ = intent.first == Date() ? std::nullopt : std::optional(intent.first);
    days_ = std::clamp(intent.days, 1, 92);
}

void BoardDesk::handle(Clinic& clinic, const SearchForBoard& intent) {
    auto hits = search_people(clinic, intent.text);
    if (!hits.ok()) return fail(hits.error());
    hits_ = std::move(hits).value();
    find_bookings(clinic);
}

/// Of whoever was found: the bookings from today on, and the one she is here with.
void BoardDesk::find_bookings(const Clinic& clinic) {
    constexpr std::size_t kMost = 20;
    found_.clear();
    for (const PersonHit& hit : *hits_) {
        const auto bookings = clinic::bookings_of(clinic, hit.mother_id);
        if (!bookings.ok()) return fail(bookings.error());
        for (const Booking& booking : bookings.value()) {
            const bool stands = booking.state == BookingState::booked ||
                                booking.state == BookingState::offered ||
                                booking.state == BookingState::arrived;
            const Date last = booking.first_day + std::chrono::days(booking.days - 1);
            if (!stands || last < today(clinic)) continue;
            found_.push_back({booking.id, booking.first_day, who(clinic, hit.mother_id).name,
                              when_text(booking), booking.place});
        }
    }
    std::ranges::stable_sort(found_, {}, &BoardFound::first_day);
    if (found_.size() > kMost) found_.resize(kMost);
}

void BoardDesk::handle(Clinic& clinic, const BeginBooking& intent) {
    dismiss();
    opened_.clear();
    tried_.reset();
    answer_.reset();
    Candidate candidate;
    candidate.mother_id = intent.mother_id;
    if (!intent.booking_id.empty()) {
        const auto booking = clinic::find_booking(clinic, intent.booking_id);
        if (!booking.ok()) return fail(booking.error());
        if (!booking.value()) return;
        candidate.mother_id = (*booking)->mother_id;
        candidate.draft = draft_of(**booking);
        candidate.moves = (*booking)->state == BookingState::booked;
        candidate.waits = !candidate.moves;
    } else {
        const auto mother = clinic::find_mother(clinic, intent.mother_id);
        if (!mother.ok()) return fail(mother.error());
        if (!mother.value()) return;
        candidate.draft.mother_id = intent.mother_id;
        candidate.draft.service = programme::Service::outreach;
        if (const auto* programme = programme_today(clinic, (*mother)->programme);
            programme != nullptr && !(*mother)->facts.loss_on && !programme->services().empty())
            candidate.draft.service = programme->services().front();
        candidate.draft.first_day = today(clinic);
        candidate.draft.days = candidate.draft.service == programme::Service::short_stay ? kFirstStay : 1;
    }
    candidate_ = std::move(candidate);
}

void BoardDesk::handle(Clinic&, const SetBookingService& intent) {
    if (!candidate_ || candidate_->moves) return;
    candidate_->draft.service = intent.service;
    candidate_->draft.days = intent.service == programme::Service::short_stay ? kFirstStay : 1;
    candidate_->draft.starts_at.reset();
    candidate_->draft.minutes.reset();
    tried_.reset();
    answer_.reset();
}

void BoardDesk::judge(const Clinic& clinic) {
    answer_.reset();
    if (!tried_) return;
    const auto judged = clinic::judge_booking(clinic, *tried_);
    BoardAnswer answer;
    answer.draft = *tried_;
    if (!judged.ok()) {
        answer.outcome = programme::Outcome::refuse;
        answer.why = judged.error().message;
        answer_ = std::move(answer);
        return;
    }
    answer.outcome = judged->outcome;
    answer.why = judged->why();
    answer.copay = judged->verdict.copay;
    answer.cancel_by = judged->verdict.cancel_by;
    if (judged->verdict.remaining) {
        answer.before = judged->verdict.remaining->before;
        answer.after = judged->verdict.remaining->after;
    }
    const auto mother = clinic::find_mother(clinic, tried_->mother_id);
    if (mother.ok() && mother.value())
        if (const auto* rules = clinic.programmes.find((*mother)->programme, tried_->first_day))
            for (const programme::Limit& limit : rules->rules().limits)
                if (std::ranges::find(limit.services, tried_->service) != limit.services.end())
                    answer.counter = limit.counter;
    answer_ = std::move(answer);
}

void BoardDesk::handle(Clinic& clinic, const TryBooking& intent) {
    if (notice_ && notice_->tone == Notice::Tone::failure) notice_.reset();
    tried_ = intent.draft;
    judge(clinic);
}

void BoardDesk::handle(Clinic& clinic, const PlaceBooking& intent) {
    const bool moves = candidate_ && candidate_->moves;
    const auto placed = clinic::place_booking(clinic, intent.draft);
    if (!placed.ok()) {
        fail(placed.error());
        judge(clinic);
        return;
    }
    const std::string name = who(clinic, intent.draft.mother_id).name;
    done(placed.value(), moves ? "moved" : "booked",
         moves ? Message{name + "さんの予約を変更しました", "The booking of " + name + " was moved."}
               : Message{name + "さんの予約をとりました", name + " is booked."});
}

void BoardDesk::handle(Clinic& clinic, const OfferBooking& intent) {
    const auto offered = clinic::offer_booking(clinic, intent.draft, clinic.clock.now() + kOfferFor);
    if (!offered.ok()) return fail(offered.error());
    const std::string name = who(clinic, intent.draft.mother_id).name;
    done(intent.draft.booking_id, "offered",
         {name + "さんにご案内中です。あすのいまごろまで場所をとっておきます",
          "Offered to " + name + "; the place is kept until this time tomorrow."});
}

void BoardDesk::handle(Clinic& clinic, const LetWait& intent) {
    clinic::BookingDraft wish = intent.wish;
    wish.place_no = 0;
    if (wish.first_day < today(clinic)) wish.first_day = today(clinic);
    const auto asked = clinic::ask_booking(clinic, wish, BookingState::waiting);
    if (!asked.ok()) return fail(asked.error());
    const std::string name = who(clinic, wish.mother_id).name;
    done(asked.value(), "waits", {name + "さんを待ちの一覧に入れました", name + " is on the waiting list."});
}

void BoardDesk::handle(Clinic&, const LeaveBooking&) {
    candidate_.reset();
    tried_.reset();
    answer_.reset();
    opened_.clear();
    dismiss();
}

void BoardDesk::handle(Clinic& clinic, const OpenBooking& intent) {
    candidate_.reset();
    dismiss();
    opened_ = intent.booking_id;
    const auto booking = clinic::find_booking(clinic, opened_);
    if (booking.ok() && booking.value()) (void)clinic::record_reading(clinic, (*booking)->mother_id);
}

void BoardDesk::handle(Clinic& clinic, const CancelBooking& intent) {
    const auto booking = clinic::find_booking(clinic, intent.booking_id);
    const auto cancelled = clinic::cancel_booking(clinic, intent.booking_id, intent.reason);
    if (!cancelled.ok()) return fail(cancelled.error());
    const std::string name = booking.ok() && booking.value() ? who(clinic, (*booking)->mother_id).name : "";
    Message text{name + "さんの予約を取り消しました", "The booking of " + name + " was cancelled"};
    if (cancelled->counted) {
        text.ja += fmt::format("。1回のご利用とみなし、利用者負担額は{}です", yen_text_ja(cancelled->copay));
        text.en += fmt::format("; it counts as a use, copay {}", yen_text_en(cancelled->copay));
    }
    done(intent.booking_id, "cancelled", std::move(text));
}

void BoardDesk::handle(Clinic& clinic, const DidNotCome& intent) {
    const auto marked = clinic::mark_did_not_come(clinic, intent.booking_id);
    if (!marked.ok()) return fail(marked.error());
    done(intent.booking_id, "did_not_come",
         {"来院なしとして記録しました", "Recorded that she did not come."});
}

void BoardDesk::handle(Clinic& clinic, const TakeBackBooking& intent) {
    const auto back = clinic::take_back(clinic, intent.booking_id);
    if (!back.ok()) return fail(back.error());
    done("", "taken_back", {"元に戻しました", "Taken back."});
}

void BoardDesk::handle(Clinic& clinic, const PrintWeek& intent) {
    undo_id_.clear();
    const auto sheet = report::week_sheet(clinic, intent.first == Date() ? today(clinic) : intent.first);
    if (!sheet.ok()) return fail(sheet.error());
    notice_ = tray_.put(clinic, clinic::Right::booking, "booking", sheet.value(),
                        report::paper_name("week", clinic.clock.now()));
}

void BoardDesk::tick(Clinic& clinic) {
    (void)clinic::expire_offers(clinic);
}

}  // namespace sango::app
