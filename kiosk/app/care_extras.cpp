#include "kiosk/app/care_extras.h"

#include "kiosk/app/care_desk.h"
#include "kiosk/app/child_line.h"
#include "kiosk/app/notice.h"
#include "shared/clinic/care_ask.h"
#include "shared/clinic/care_timer.h"
#include "shared/clinic/note_words.h"
#include "shared/report/house_papers.h"
#include "shared/report/user_paper.h"

#include <algorithm>

namespace sango::app {
namespace {

using namespace screens;

TimerView timer_view(const clinic::CareTimer& timer, const clinic::InHouse& pair) {
    TimerView view;
    view.timer_id = timer.id;
    view.child_id = timer.child_id;
    view.kind = timer.kind;
    view.words = clinic::note_text({{}, timer.child_id, timer.kind, timer.detail, {}, {}, {}});
    view.started_at = timer.started_at;
    const auto child = std::ranges::find(pair.mother.children, timer.child_id, &clinic::Child::id);
    view.name = child == pair.mother.children.end() ? pair.mother.name : baby_name(*child).ja;
    return view;
}

}  // namespace

void set_asked(CareView& view, const clinic::Clinic& clinic, const clinic::InHouse& pair) {
    view.allergies = pair.mother.allergies;
    if (const auto asked = clinic::allergies_asked(clinic, pair.use_id); asked.ok())
        view.allergies_asked = asked.value();
    if (const auto timers = clinic::running_timers(clinic, pair.use_id); timers.ok())
        for (const clinic::CareTimer& timer : timers.value()) view.timers.push_back(timer_view(timer, pair));
    if (const auto minds = clinic::minds_of_use(clinic, pair.use_id); minds.ok())
        for (const clinic::Mind& mind : minds.value())
            view.minds.push_back({mind.leaving, mind.epds, mind.item_10, mind.bonding, mind.follow_up,
                                  mind.may_tell, mind.called});
    if (const auto people = clinic::staff(clinic); people.ok())
        for (const clinic::Staff& person : people.value()) view.staff.emplace_back(person.id, person.name);
}

void set_unanswered(CareView& view, const clinic::CareOpen& open) {
    for (NoteRow& row : view.notes)
        row.unanswered =
            std::ranges::find(open.marks, row.note_id, &clinic::OpenMark::note_id) != open.marks.end();
}

void CareDesk::failed(const Result<Done>& result) {
    if (result.ok())
        notice_.reset();
    else
        notice_ = failure_notice(result.error());
}

void CareDesk::handle(clinic::Clinic& clinic, const StartTimer& intent) {
    const auto started = clinic::start_timer(
        clinic, {{}, intent.use_id, intent.child_id, intent.kind, intent.detail, clinic.clock.now()});
    failed(started.ok() ? Result<Done>(Done{}) : Result<Done>(started.error()));
}

void CareDesk::handle(clinic::Clinic& clinic, const MoveTimer& intent) {
    const auto timers = clinic::running_timers(clinic, use_id_);
    if (!timers.ok()) return failed(timers.error());
    const auto timer = std::ranges::find(timers.value(), intent.timer_id, &clinic::CareTimer::id);
    if (timer == timers->end()) return;
    const auto moved =
        clinic::move_timer(clinic, timer->id, timer->started_at + std::chrono::minutes(intent.minutes));
    failed(moved.ok() ? Result<Done>(Done{}) : Result<Done>(moved.error()));
}

void CareDesk::handle(clinic::Clinic& clinic, const StopTimer& intent) {
    written(clinic::stop_timer(clinic, intent.timer_id), {"記録しました。", "It is recorded."});
}

void CareDesk::handle(clinic::Clinic& clinic, const DropTimer& intent) {
    failed(clinic::drop_timer(clinic, intent.timer_id));
}

void CareDesk::handle(clinic::Clinic& clinic, const AnswerMark& intent) {
    failed(clinic::answer_mark(clinic, intent.note_id, intent.words));
}

void CareDesk::handle(clinic::Clinic& clinic, const AnswerAllergies& intent) {
    failed(clinic::record_allergies(clinic, intent.use_id, intent.any, intent.allergies));
}

void CareDesk::handle(clinic::Clinic& clinic, const PrintUse&) {
    const auto paper = report::user_paper(clinic, use_id_);
    if (!paper.ok()) {
        notice_ = failure_notice(paper.error());
        return;
    }
    notice_ = tray_.put(clinic, clinic::Right::care, "service_use", paper.value(),
                        report::paper_name("use", clinic.clock.now()));
}

void CareDesk::handle(clinic::Clinic& clinic, const WriteMind& intent) {
    const auto written_mind =
        clinic::record_mind(clinic, {intent.use_id, intent.leaving, intent.epds, intent.item_10,
                                     intent.bonding, intent.follow_up, intent.may_tell, intent.called});
    notice_ = written_mind.ok() ? done_notice("mind", {"点数を記録しました。", "The scores are recorded."})
                                : failure_notice(written_mind.error());
}

}  // namespace sango::app
