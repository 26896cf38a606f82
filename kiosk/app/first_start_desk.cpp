#include "kiosk/app/first_start_desk.h"

#include "kiosk/app/notice.h"
#include "shared/clinic/first_start.h"
#include "shared/clinic/sign_in.h"
#include "shared/report/badge_sheet.h"
#include "shared/report/export_folders.h"
#include "shared/report/recovery_paper.h"

#include <utility>

namespace sango::app {
namespace {

using namespace screens;

constexpr unsigned kSheetRows = 4;

}  // namespace

FirstStartDesk::FirstStartDesk(clinic::OpenRequest request, const Clock& clock, Random random)
    : request_(std::move(request)), clock_(clock), random_(std::move(random)) {}

FirstStartDesk::FirstStartDesk(clinic::OpenRequest request, clinic::Clinic clinic, Random random)
    : request_(std::move(request)),
      clock_(clinic.clock),
      random_(std::move(random)),
      clinic_(std::move(clinic)),
      again_(true) {}

void FirstStartDesk::handle(const Intent& intent) {
    if (intent.as<DismissNotice>() == nullptr || notice_) notice_.reset();
    if (const auto* found = intent.as<FoundClinic>()) handle(*found);
    if (const auto* pin = intent.as<EnterPin>()) handle(*pin);
    if (const auto* papers = intent.as<WriteFirstPapers>()) handle(*papers);
    if (const auto* finish = intent.as<FinishFirstStart>()) handle(*finish);
    if (intent.as<LookForFolders>() != nullptr) look_for_folders();
}

void FirstStartDesk::handle(const FoundClinic& intent) {
    if (clinic_) return;
    const auto made = clinic::found_clinic(
        request_.data, {intent.id, intent.name, intent.manager, intent.pin}, clock_, random_);
    if (!made) {
        notice_ = failure_notice(made.error());
        return;
    }
    auto opened = clinic::open(request_, clock_, random_);
    if (!opened) {
        notice_ = failure_notice(opened.error());
        return;
    }
    clinic_.emplace(std::move(*opened));
    make_papers();
}

void FirstStartDesk::handle(const EnterPin& intent) {
    if (!clinic_ || sheets_) return;
    const std::string manager = clinic_->actor.staff_id;
    const auto done = clinic::sign_in(*clinic_, manager, intent.pin);
    if (done)
        make_papers();
    else
        notice_ = failure_notice(done.error());
}

/// A pair that nobody has seen; which rows are read back is not to be guessed from another day's.
void FirstStartDesk::make_papers() {
    sheets_ = store::make_recovery_sheets();
    for (int& row : asked_) {
        std::uint8_t byte = 0;
        random_({&byte, 1});
        row = static_cast<int>(byte % kSheetRows) + 1;
    }
    look_for_folders();
}

void FirstStartDesk::look_for_folders() {
    if (clinic_) folders_ = report::export_folders(*clinic_);
}

void FirstStartDesk::handle(const WriteFirstPapers& intent) {
    if (!sheets_) return;
    const auto sheets = report::write_recovery(*clinic_, *sheets_, intent.folder);
    if (!sheets) {
        notice_ = failure_notice(sheets.error());
        return look_for_folders();
    }
    const auto badge = report::write_badge(*clinic_, clinic_->actor.staff_id, intent.folder);
    if (!badge) {
        notice_ = failure_notice(badge.error());
        return look_for_folders();
    }
    written_ = {(*sheets)[0], (*sheets)[1], *badge};
}

void FirstStartDesk::handle(const FinishFirstStart& intent) {
    if (!sheets_ || written_.empty()) return;
    for (std::size_t i = 0; i < 2; ++i)
        if (!store::reads_back(sheets_->sheets[i], static_cast<std::size_t>(asked_[i]), intent.read_back[i]))
            return;
    const auto finished = clinic::finish_first_start(*clinic_, sheets_->public_key);
    if (!finished) {
        notice_ = failure_notice(finished.error());
        return;
    }
    // They are on paper now; whoever finds the stick is not to have both halves.
    for (std::size_t i = 0; i < 2; ++i) {
        std::error_code gone;
        std::filesystem::remove(written_[i], gone);
    }
    sheets_.reset();
    done_ = true;
}

FirstStartView FirstStartDesk::view() const {
    FirstStartView view;
    view.notice = notice_;
    if (!clinic_) return view;
    view.step = sheets_ ? FirstStartView::Step::papers : FirstStartView::Step::unlock;
    view.manager = clinic_->actor.name;
    view.again = again_;
    if (!sheets_) return view;
    view.sheets = sheets_->sheets;
    view.asked = asked_;
    for (const auto& folder : folders_) view.folders.push_back(folder.string());
    for (const auto& file : written_) view.written.push_back(file.filename().string());
    if (!written_.empty()) view.written_to = written_.front().parent_path().string();
    return view;
}

}  // namespace sango::app
