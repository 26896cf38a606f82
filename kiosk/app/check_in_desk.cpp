#include "kiosk/app/check_in_desk.h"

#include "kiosk/app/notice.h"
#include "kiosk/app/person_search.h"
#include "shared/base/text.h"
#include "shared/base/user_number.h"
#include "shared/clinic/alerts.h"
#include "shared/clinic/card_loss.h"
#include "shared/clinic/orientation.h"
#include "shared/clinic/outbox.h"
#include "shared/clinic/programme_settings.h"
#include "shared/clinic/walk_in.h"
#include "shared/programme/rules.h"
#include "shared/report/export_folders.h"
#include "shared/report/slip.h"

#include <algorithm>

namespace sango::app {
namespace {

using namespace screens;
using clinic::Clinic;

/// Today's booking of this mother that no one has come for yet.
std::optional<clinic::Expected> booking_today(const Clinic& clinic, std::string_view mother_id,
                                              std::string_view booking_id) {
    const auto expected = clinic::expected_today(clinic);
    if (!expected.ok()) return std::nullopt;
    for (const clinic::Expected& row : expected.value())
        if (row.mother_id == mother_id && row.use_id.empty() &&
            (booking_id.empty() || row.booking_id == booking_id))
            return row;
    return std::nullopt;
}

}  // namespace

const programme::Programme* programme_today(const Clinic& clinic, std::string_view id) {
    return clinic.programmes.find(id, today(clinic));
}

void CheckInDesk::fail(const Error& error) {
    notice_ = failure_notice(error);
}

void CheckInDesk::clear() {
    desk_.reset();
    check_out_use_.reset();
    done_.reset();
    left_.reset();
    notice_.reset();
    hits_.reset();
    register_form_.reset();
}

void CheckInDesk::begin(Clinic& clinic, const clinic::CheckInDraft& draft) {
    const auto mother = clinic::find_mother(clinic, draft.mother_id);
    if (!mother.ok()) return fail(mother.error());
    if (!mother.value())
        return fail(error("not_found", "この方の登録が見つかりません。名前で探すか、登録してください。",
                          "She is not registered here. Search by name, or register her."));
    clear();
    if (auto read = clinic::record_reading(clinic, draft.mother_id); !read) fail(read.error());
    if ((*mother)->name.empty()) {
        clinic::Registration form;
        form.source = "typed";
        form.programme = (*mother)->programme;
        form.user_number = (*mother)->user_number;
        form.facts = (*mother)->facts;
        form.decision = (*mother)->decision;
        register_form_ = std::move(form);
        waiting_for_name_ = draft;
        return;
    }
    Desk desk{draft};
    if (draft.certificate_id.empty()) desk.draft.shown = shown_without_card(clinic, draft.mother_id);
    const auto booking = booking_today(clinic, draft.mother_id, draft.booking_id);
    if (booking) {
        desk.draft.booking_id = booking->booking_id;
        desk.draft.service = booking->service;
        desk.draft.place = booking->place;
        desk.draft.days = booking->days;
    } else if (const auto* programme = programme_today(clinic, (*mother)->programme)) {
        const auto& services = programme->services();
        const bool has_day_care = std::ranges::find(services, programme::Service::day_care) != services.end();
        if ((*mother)->facts.loss_on)
            desk.draft.service = programme::Service::outreach;
        else if (has_day_care)
            desk.draft.service = programme::Service::day_care;
        else if (!services.empty())
            desk.draft.service = services.front();
    }
    desk_ = std::move(desk);
    if (ask_balance_) ask_balance_((*mother)->programme, (*mother)->user_number);
}

void CheckInDesk::handle(Clinic& clinic, const ScanText& intent) {
    ++scans_;
    const auto claims = clinic::read_card(clinic, intent.text);
    if (!claims.ok()) {
        notice_ = Notice{Notice::Tone::failure, std::string(card::word(claims.error())),
                         card::sentence(claims.error())};
        return;
    }
    const auto shown = clinic::show_card(clinic, claims.value());
    if (!shown.ok()) return fail(shown.error());
    clinic::CheckInDraft draft;
    draft.mother_id = shown->mother_id;
    draft.certificate_id = shown->certificate_id;
    draft.shown = claims->kind == card::Kind::coupon ? "coupon" : "card";
    begin(clinic, draft);
}

void CheckInDesk::handle(Clinic&, const ScanUnreadable&) {
    ++scans_;
    notice_ = Notice{Notice::Tone::failure, std::string(card::word(card::Failure::unreadable)),
                     card::sentence(card::Failure::unreadable)};
}

void CheckInDesk::handle(Clinic& clinic, const EnterNumber& intent) {
    // A municipality's own numbers may carry no check sign of ours: a number that is known here is right as
    // it is.
    std::vector<clinic::Mother> found;
    const std::string typed = narrow(intent.typed);
    const auto checked = parse_user_number(typed);
    for (const programme::Programme& programme : clinic.programmes.all()) {
        for (const std::string& number : {checked.value_or(typed), typed}) {
            const auto mother = clinic::find_by_number(clinic, programme.id(), number);
            if (!mother.ok()) return fail(mother.error());
            if (mother.value() &&
                std::ranges::none_of(found, [&](const auto& m) { return m.id == (*mother)->id; }))
                found.push_back(**mother);
        }
    }
    if (found.size() == 1) {
        clinic::CheckInDraft draft;
        draft.mother_id = found.front().id;
        return begin(clinic, draft);
    }
    clear();
    if (found.empty())
        return fail(
            checked ? error("unknown_number",
                            "この番号の方はまだ登録がありません。カードを読むか、名前で探してください。",
                            "Nobody here has this number yet. Scan the card, or search by name.")
                    : error("bad_number", "番号が違うようです。カードの番号をもう一度見て入れてください。",
                            "This number has a mistake. Look at the card and type it again."));
    hits_.emplace();
    for (const clinic::Mother& mother : found) hits_->push_back(person_hit(clinic, mother));
}

void CheckInDesk::handle(Clinic& clinic, const SearchPeople& intent) {
    auto hits = search_people(clinic, intent.text);
    if (!hits.ok()) return fail(hits.error());
    hits_ = std::move(hits).value();
}

void CheckInDesk::handle(Clinic& clinic, const ChooseMother& intent) {
    clinic::CheckInDraft draft;
    draft.mother_id = intent.mother_id;
    draft.booking_id = intent.booking_id;
    begin(clinic, draft);
}

void CheckInDesk::handle(Clinic&, const SetService& intent) {
    if (!desk_ || desk_->draft.service == intent.service) return;
    desk_->draft.service = intent.service;
    desk_->draft.days = intent.service == programme::Service::short_stay ? 2 : 1;
    desk_->draft.units = 1;
}
void CheckInDesk::handle(Clinic&, const SetDays& intent) {
    if (desk_) desk_->draft.days = std::clamp(intent.days, 1, 60);
}
void CheckInDesk::handle(Clinic&, const SetUnits& intent) {
    if (desk_) desk_->draft.units = std::clamp(intent.units, 1, 60);
}
void CheckInDesk::handle(Clinic&, const AnswerInfection& intent) {
    if (desk_) desk_->draft.acute_infection = intent.infected;
}
void CheckInDesk::handle(Clinic&, const AnswerTreatment& intent) {
    if (desk_) desk_->draft.medical_treatment = intent.needed;
}
void CheckInDesk::handle(Clinic& clinic, const AcknowledgeAlert& intent) {
    const auto alert = clinic::alert_from(intent.alert_id);
    if (!desk_ || !alert) return;
    if (const auto seen = clinic::see_alert(clinic, desk_->draft.mother_id, *alert); !seen)
        fail(seen.error());
}
void CheckInDesk::handle(Clinic&, const TickStamped& intent) {
    if (desk_) desk_->draft.stamped = intent.stamped;
}
void CheckInDesk::handle(Clinic& clinic, const RecordOrientation&) {
    if (!desk_) return;
    if (const auto done = clinic::record_orientation(clinic, desk_->draft.mother_id); !done)
        fail(done.error());
}

void CheckInDesk::handle(Clinic& clinic, const MarkDidNotCome& intent) {
    const auto marked = clinic::mark_did_not_come(clinic, intent.booking_id);
    if (!marked.ok()) return fail(marked.error());
    clear();
    notice_ =
        done_notice("did_not_come", {"来院なしを記録しました。来られたときは、一覧から受け付けられます。",
                                     "Recorded that she did not come. If she comes after all, check her "
                                     "in from the list."});
}

void CheckInDesk::handle(Clinic& clinic, const MarkCardForgotten& intent) {
    if (desk_ && desk_->draft.certificate_id.empty())
        desk_->draft.shown =
            intent.forgotten ? "forgotten" : shown_without_card(clinic, desk_->draft.mother_id);
}
void CheckInDesk::handle(Clinic& clinic, const ReportCardLost&) {
    if (!desk_ || !desk_->draft.certificate_id.empty()) return;
    const auto lost = clinic::report_card_lost(clinic, desk_->draft.mother_id);
    if (!lost.ok()) return fail(lost.error());
    desk_->draft.shown = "lost";
}
void CheckInDesk::handle(Clinic& clinic, const SeeCoupon& intent) {
    if (desk_ && desk_->draft.certificate_id.empty())
        desk_->draft.shown = intent.seen ? "coupon_seen" : shown_without_card(clinic, desk_->draft.mother_id);
}
void CheckInDesk::handle(Clinic&, const CountStamps& intent) {
    if (desk_) desk_->draft.stamps = std::clamp(intent.count, 0, 366);
}

void CheckInDesk::handle(Clinic& clinic, const ConfirmCheckIn&) {
    if (!desk_) return;
    const auto candidate = candidate_view(clinic, desk_->draft);
    if (!candidate.ok()) return fail(candidate.error());
    if (candidate->cannot_confirm) return fail(Error{"cannot_confirm", *candidate->cannot_confirm});
    if (desk_->draft.booking_id.empty() && desk_->draft.place.empty()) {
        // Who comes without a booking is seated where nobody is, so that the board shows the place as taken.
        auto place = clinic::place_for_walk_in(clinic, desk_->draft.service, desk_->draft.days);
        if (!place.ok()) return fail(place.error());
        desk_->draft.place = std::move(place).value();
    }
    const auto use = clinic::check_in(clinic, desk_->draft);
    if (!use.ok()) return fail(use.error());
    DoneView done{use.value(), candidate->name, candidate->subtitle, candidate->copay.value_or(Yen()), false};
    clear();
    done_ = std::move(done);
}

void CheckInDesk::handle(Clinic&, const LeaveCheckIn&) {
    clear();
}

void CheckInDesk::handle(Clinic& clinic, const UndoCheckIn& intent) {
    const auto undone = clinic::undo_check_in(clinic, intent.use_id, intent.reason);
    if (!undone.ok()) return fail(undone.error());
    clear();
    notice_ = done_notice("undone", {"受付を取り消しました。取り消しの記録は残っています。",
                                     "The check-in is undone. That it was undone is on record."});
}

void CheckInDesk::handle(Clinic& clinic, const RegisterMother& intent) {
    const auto mother_id = clinic::register_mother(clinic, intent.registration);
    if (!mother_id.ok()) return fail(mother_id.error());
    clinic::CheckInDraft draft;
    if (register_form_ && waiting_for_name_.mother_id == mother_id.value()) draft = waiting_for_name_;
    draft.mother_id = mother_id.value();
    begin(clinic, draft);
}

void CheckInDesk::handle(Clinic& clinic, const OpenCheckOut& intent) {
    clear();
    const auto use = clinic::open_use(clinic, intent.use_id);
    if (!use.ok()) return fail(use.error());
    if (!use.value())
        return fail(error("not_found", "この方はもう退所しています。", "She has left already."));
    check_out_use_ = intent.use_id;
    if (auto read = clinic::record_reading(clinic, (*use)->mother.id); !read) fail(read.error());
}

void CheckInDesk::handle(Clinic& clinic, const ConfirmCheckOut& intent) {
    const auto use = clinic::open_use(clinic, intent.check_out.use_id);
    const auto left = clinic::check_out(clinic, intent.check_out);
    if (!left.ok()) return fail(left.error());
    clear();
    if (use.ok() && use.value()) left_ = left_view(clinic, **use);
    notice_ = done_notice("checked_out", {"退所を記録しました。", "Her leaving is recorded."});
    if (intent.slip) print_slip(clinic, intent.check_out.use_id, intent.english);
}

void CheckInDesk::handle(Clinic& clinic, const PrintSlip& intent) {
    print_slip(clinic, intent.use_id, intent.english);
}

void CheckInDesk::print_slip(Clinic& clinic, const std::string& use_id, bool english) {
    const auto folders = report::export_folders(clinic);
    if (folders.empty())
        return fail(error("no_folder",
                          "控えを書き出す先がありません。USBメモリーを挿して、もう一度「控えを出す」を押して"
                          "ください。",
                          "There is nowhere to write the slip. Put a USB stick in and ask for it again."));
    const auto file = report::export_slip(clinic, use_id, folders.front(),
                                          english ? report::Tongue::en : report::Tongue::ja);
    if (!file.ok()) return fail(file.error());
    notice_ =
        done_notice("slip", {"控えを書き出しました: " + file->string(), "Slip written: " + file->string()});
}

void CheckInDesk::handle(Clinic&, const DismissNotice&) {
    notice_.reset();
}

std::vector<ExpectedRow> CheckInDesk::expected_rows(Clinic& clinic) const {
    std::vector<ExpectedRow> rows;
    const auto expected = clinic::expected_today(clinic);
    if (!expected.ok()) return rows;
    for (const clinic::Expected& one : expected.value()) {
        ExpectedRow row{one.booking_id, one.mother_id, one.use_id, one.name, one.starts_at, {},
                        one.attendance, false};
        const auto mother = clinic::find_mother(clinic, one.mother_id);
        if (mother.ok() && mother.value())
            if (const auto* programme = programme_today(clinic, (*mother)->programme))
                row.service = programme->service_name(one.service);
        row.at_desk = desk_ && desk_->draft.booking_id == one.booking_id;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<CheckOutView> CheckInDesk::check_out_view(Clinic& clinic) const {
    if (!check_out_use_) return std::nullopt;
    const auto use = clinic::open_use(clinic, *check_out_use_);
    if (!use.ok() || !use.value()) return std::nullopt;
    const clinic::InHouse& pair = **use;
    CheckOutView view{pair.use_id, pair.mother.name, {}, pair.first_day, pair.days, pair.copay};
    // A use of long ago is called as the programme called it then.
    if (const auto* programme = clinic.programmes.find(pair.mother.programme, pair.first_day))
        view.service = programme->service_name(pair.service);
    return view;
}

CheckInView CheckInDesk::view(Clinic& clinic) const {
    CheckInView view;
    view.expected = expected_rows(clinic);
    if (auto pairs = clinic::in_house(clinic); pairs.ok()) view.in_house = std::move(pairs).value();
    if (auto uses = clinic::never_checked_out(clinic); uses.ok()) view.unfinished = std::move(uses).value();
    view.notice = notice_;
    view.done = done_;
    if (view.done)
        if (const auto received = clinic::is_received(clinic, "use", view.done->use_id); received.ok())
            view.done->announced = received.value();
    view.left = left_;
    view.coupon_codes = coupon_codes(clinic);
    view.hits = hits_;
    view.register_form = register_form_;
    view.check_out = check_out_view(clinic);
    view.scans = scans_;
    for (const programme::Programme& programme : clinic.programmes.all())
        if (const auto on = clinic::contracted(clinic, programme.id());
            on.ok() && on.value() && programme_today(clinic, programme.id()) == &programme) {
            view.programmes.emplace_back(programme.id(), programme.name());
            if (programme.rules().user_number_prefix == 0) view.own_numbers.emplace(programme.id());
        }
    if (desk_) {
        auto candidate = candidate_view(clinic, desk_->draft);
        if (candidate.ok())
            view.candidate = std::move(candidate).value();
        else
            view.notice = failure_notice(candidate.error());
    }
    return view;
}

}  // namespace sango::app
