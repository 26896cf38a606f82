#include "kiosk/app/sign_in_desk.h"

#include "kiosk/app/notice.h"
#include "shared/clinic/badge.h"
#include "shared/clinic/sign_in.h"
#include "shared/clinic/staff.h"
#include "shared/clinic/watch.h"
#include "shared/report/badge_sheet.h"
#include "shared/report/export_folders.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace sango::app {
namespace {

using namespace screens;
using clinic::Clinic;
using State = SignInView::State;

constexpr const char* kIdleMinutes = "lock.minutes";
constexpr int kUsualIdleMinutes = 5;
constexpr int kLongestIdleMinutes = 60;

std::chrono::minutes idle_of(const Clinic& clinic) {
    int minutes = kUsualIdleMinutes;
    if (const auto text = clinic::setting(clinic, kIdleMinutes); text.ok() && *text) {
        int number = 0;
        const auto [end, failed] =
            std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), number);
        if (failed == std::errc() && number >= 1) minutes = std::min(number, kLongestIdleMinutes);
    }
    return std::chrono::minutes(minutes);
}

std::vector<EmergencyAccessLine> emergency_lines_of(const Clinic& clinic) {
    std::vector<EmergencyAccessLine> lines;
    if (const auto unseen = clinic::unseen_emergencies(clinic); unseen.ok())
        for (const clinic::Emergency& one : *unseen) lines.push_back({one.id, one.name, one.reason, one.at});
    return lines;
}

}  // namespace

SignInDesk::SignInDesk(Clinic& clinic, bool stays) {
    look_whether_asked(clinic);
    if (!asked_ || stays) return;
    // A restart at night takes nobody away from the babies: whoever watched goes on watching.
    const auto board = clinic::watch_board(clinic);
    if (!board.ok() || !board->watcher || !clinic::act_as(clinic, board->watcher->staff_id).ok())
        clinic.actor = {std::string(clinic::kTerminalActor), "", clinic::Role::terminal};
    leave(clinic);
}

/// A clinic that cannot say whether it asks is one that asks.
void SignInDesk::look_whether_asked(const Clinic& clinic) {
    const auto needed = clinic::sign_in_needed(clinic);
    asked_ = !needed.ok() || *needed;
}

/// Nobody stands here any more; babies in keeping are watched on.
void SignInDesk::leave(Clinic& clinic) {
    const auto board = clinic::watch_board(clinic);
    if (board.ok() && !board->babies.empty()) {
        clinic::leave_to_watch(clinic);
        state_ = State::watch;
    } else {
        clinic::sign_out(clinic);
        state_ = State::locked;
    }
}

bool SignInDesk::takes(const std::string& scanned) const {
    return !open() || scanned.starts_with(clinic::kBadgePrefix);
}

void SignInDesk::scanned(Clinic& clinic, const std::string& text) {
    notice_.reset();
    const auto holder = clinic::badge_holder(clinic, text);
    if (!holder) {
        (open() ? staff_notice_ : notice_) = failure_notice(holder.error());
        return;
    }
    // Another badge at an open terminal: she takes over, and has to say that it is she.
    if (open()) {
        if (!asked_ || holder->id == clinic.actor.staff_id) return;
        handle(clinic, LockTerminal{});
    }
    holder_ = *holder;
}

void SignInDesk::come_in() {
    state_ = State::open;
    holder_ = {};
    notice_.reset();
}

void SignInDesk::handle(Clinic& clinic, const EnterPin& intent) {
    if (holder_.id.empty()) return;
    const auto done = clinic::sign_in(clinic, holder_.id, intent.pin);
    if (done)
        come_in();
    else
        notice_ = failure_notice(done.error());
}

void SignInDesk::handle(Clinic&, const LeaveSignIn&) {
    holder_ = {};
    notice_.reset();
}

void SignInDesk::handle(Clinic& clinic, const EnterByEmergency& intent) {
    if (open()) return;
    const auto done = clinic::sign_in_emergency(clinic, intent.staff_id, intent.reason);
    if (done)
        come_in();
    else
        notice_ = failure_notice(done.error());
}

void SignInDesk::handle(Clinic& clinic, const LockTerminal&) {
    if (!asked_ || !open()) return;
    holder_ = {};
    notice_.reset();
    leave(clinic);
}

void SignInDesk::tell(const Result<Done>& result, Message done) {
    staff_notice_ = result ? done_notice("staff", std::move(done)) : failure_notice(result.error());
}

void SignInDesk::handle(Clinic& clinic, const SeeEmergency& intent) {
    tell(clinic::see_emergency(clinic, intent.id),
         {"確認を記録しました。", "Your having read it is recorded."});
}

void SignInDesk::handle(Clinic& clinic, const AddStaff& intent) {
    const auto added = clinic::add_staff(clinic, intent.name, intent.role);
    tell(added ? Result<Done>(Done{}) : added.error(),
         {fmt::format("{}さんを登録しました。暗証番号とバッジを用意してください。", intent.name),
          fmt::format("{} is registered. Now she needs a PIN and a badge.", intent.name)});
}

void SignInDesk::handle(Clinic& clinic, const EndStaff& intent) {
    tell(clinic::end_staff(clinic, intent.staff_id),
         {"登録を終えました。バッジと暗証番号はもう使えません。",
          "She is no longer of the staff. Her badge and PIN open nothing any more."});
}

void SignInDesk::handle(Clinic& clinic, const SetPin& intent) {
    tell(clinic::set_pin(clinic, intent.staff_id, intent.pin), {"暗証番号を決めました。", "The PIN is set."});
    look_whether_asked(clinic);
}

void SignInDesk::handle(Clinic& clinic, const PrintBadge& intent) {
    const auto file = report::write_badge(clinic, intent.staff_id, intent.folder);
    tell(file ? Result<Done>(Done{}) : file.error(),
         {fmt::format("バッジを書き出しました: {}", file ? file->string() : ""),
          fmt::format("The badge is written: {}", file ? file->string() : "")});
    look_whether_asked(clinic);
}

SignInView SignInDesk::view(const Clinic& clinic, bool settings_visible) const {
    SignInView view;
    view.state = state_;
    view.asked = asked_;
    view.holder = holder_.name;
    view.notice = notice_;
    view.idle = idle_of(clinic);
    view.may_change = clinic::require(clinic, clinic::Right::staff).ok();
    if (view.may_change && (asked_ || settings_visible)) view.emergencies = emergency_lines_of(clinic);
    if (open() && !settings_visible) return view;
    if (const auto people = clinic::staff_access(clinic); people.ok())
        for (const clinic::StaffAccess& one : *people)
            view.staff.push_back({one.who.id, one.who.name, clinic::name_of(one.who.role),
                                  one.who.role == clinic::Role::manager, one.has_pin, one.has_badge});
    view.staff_notice = staff_notice_;
    if (view.may_change)
        for (const auto& folder : report::export_folders(clinic)) view.folders.push_back(folder.string());
    return view;
}

}  // namespace sango::app
