#include "kiosk/app/night_desk.h"

#include "kiosk/app/child_line.h"
#include "kiosk/app/handover_view.h"
#include "kiosk/app/notice.h"
#include "shared/clinic/care_open.h"
#include "shared/clinic/handover_words.h"
#include "shared/clinic/safety.h"
#include "shared/clinic/watch.h"
#include "shared/report/handover_sheet.h"
#include "shared/report/house_papers.h"

#include <algorithm>

namespace sango::app {
namespace {

using namespace screens;

constexpr std::size_t kMostNext = 5;

NightTile tile_of(const clinic::WatchedBaby& baby, const clinic::Clinic& clinic) {
    NightTile tile;
    tile.use_id = baby.use_id;
    tile.child_id = baby.child_id;
    tile.place = shown_place(baby.place);
    tile.name = baby_name({.id = {}, .name = baby.name, .born = {}, .due = {}, .weight_g = {}});
    tile.mother = baby.mother_name;
    tile.seen = baby.seen;
    tile.look_id = baby.look_id;
    tile.looked_by = baby.looked_by;
    tile.looked_at = baby.watching.looked_at;
    tile.due = baby.due;
    tile.every = baby.watching.every;
    tile.tended_at = baby.watching.tended_at;
    tile.closer_until = clinic::closer_until(clinic.safety->watch, baby.watching, clinic.clock.steady());
    tile.fed_last = baby.fed_last;
    return tile;
}

/// What is next of one pair: a value to look at again, feeds.
void add_next(NightView& view, const clinic::InHouse& pair, const clinic::CareOpen& open) {
    for (const clinic::OpenMark& mark : open.marks)
        view.next.push_back({mark.observed_at, shown_place(pair.place),
                             mark.kind == clinic::NoteKind::weight ? Message{"体重 △", "Weight △"}
                                                                   : Message{"体温 △", "Temperature △"}});
    for (const clinic::OpenFeed& feed : open.feeds) {
        const auto child = std::ranges::find(pair.mother.children, feed.child_id, &clinic::Child::id);
        const bool several = pair.mother.children.size() > 1;
        const Message name = child == pair.mother.children.end() || !several ? Message{} : baby_name(*child);
        view.next.push_back({feed.due,
                             shown_place(pair.place),
                             {several ? "授乳 " + name.ja : "授乳", several ? "Feed " + name.en : "Feed"}});
    }
}

void set_house(NightView& view, const clinic::Clinic& clinic) {
    const auto pairs = clinic::in_house(clinic);
    if (!pairs.ok()) {
        view.trouble = pairs.error().message;
        return;
    }
    const clinic::CareLimits limits = clinic::care_limits(clinic);
    for (const clinic::InHouse& pair : pairs.value()) {
        for (const clinic::Child& child : pair.mother.children)
            if (std::ranges::find(view.babies, child.id, &NightTile::child_id) == view.babies.end())
                view.with_mothers.push_back(
                    {pair.use_id, child.id, shown_place(pair.place), baby_name(child), pair.mother.name});
        const auto notes = clinic::notes_of_use(clinic, pair.use_id);
        if (!notes.ok()) continue;  // said by the care screen
        if (const auto open = clinic::care_open(clinic, limits, pair, notes.value()); open.ok())
            add_next(view, pair, open.value());
    }
    std::ranges::stable_sort(view.next, {}, &NextItem::at);
    if (view.next.size() > kMostNext) view.next.resize(kMostNext);
}

}  // namespace

void NightDesk::answered(const Result<Done>& result) {
    last_look_id_.clear();
    notice_ = result.ok() ? std::nullopt : std::optional(failure_notice(result.error()));
}

void NightDesk::handle(clinic::Clinic& clinic, const RecordLook& intent) {
    const auto look = clinic::record_look(clinic, intent.child_id, intent.seen);
    notice_ = look.ok() ? std::nullopt : std::optional(failure_notice(look.error()));
    if (!look.ok()) return;
    last_look_id_ = look.value();
    last_child_id_ = intent.child_id;
}

void NightDesk::handle(clinic::Clinic& clinic, const TakeIntoKeeping& intent) {
    const auto look = clinic::take_into_keeping(clinic, intent.use_id, intent.child_id, intent.seen);
    answered(look.ok() ? Result<Done>(Done{}) : Result<Done>(look.error()));
}

void NightDesk::handle(clinic::Clinic& clinic, const GiveBack& intent) {
    answered(clinic::give_back(clinic, intent.child_id));
}

void NightDesk::handle(clinic::Clinic& clinic, const RetractLook& intent) {
    answered(clinic::retract_look(clinic, intent.look_id, intent.reason));
}

void NightDesk::handle(clinic::Clinic& clinic, const TakeWatch& intent) {
    answered(clinic::take_watch(clinic, intent.staff_id));
}

void NightDesk::handle(clinic::Clinic& clinic, const EndWatch&) {
    answered(clinic::end_watch(clinic));
}

void NightDesk::handle(clinic::Clinic& clinic, const SetPresent& intent) {
    answered(clinic::set_present(clinic, intent.staff_id, intent.present));
}

void NightDesk::handle(clinic::Clinic& clinic, const SetBabyInterval& intent) {
    answered(clinic::set_baby_interval(clinic, intent.child_id, intent.every));
}

void NightDesk::handle(clinic::Clinic& clinic, const BeginHandover& intent) {
    const auto begun = clinic::begin_handover(clinic, intent.staff_id);
    answered(begun.ok() ? Result<Done>(Done{}) : Result<Done>(begun.error()));
}

void NightDesk::handle(clinic::Clinic& clinic, const ConfirmHandoverLine& intent) {
    const auto lines = clinic::open_lines(clinic);
    if (!lines.ok()) return answered(lines.error());
    const auto line = std::ranges::find_if(lines.value(), [&](const clinic::OpenLine& one) {
        return clinic::word(one.kind) == intent.kind && one.subject == intent.subject;
    });
    if (line == lines->end()) return;  // settled in the meantime: the page shows it
    answered(
        clinic::confirm_line(clinic, line->kind, line->subject, line_words(*line, clinic.clock.now()).ja));
}

void NightDesk::handle(clinic::Clinic& clinic, const FinishHandover&) {
    const auto finished = clinic::finish_handover(clinic);
    answered(finished);
    // Whoever comes on duty has what is true now on paper.
    if (finished.ok()) tray_.print_house(clinic);
}

void NightDesk::handle(clinic::Clinic& clinic, const PrintHandover&) {
    last_look_id_.clear();
    const auto sheet = report::handover_sheet(clinic);
    notice_ = sheet.ok() ? tray_.put(clinic, clinic::Right::care, "handover", sheet.value(),
                                     report::paper_name("handover", clinic.clock.now()))
                         : failure_notice(sheet.error());
}

NightView NightDesk::view(clinic::Clinic& clinic) {
    NightView view;
    view.rules = clinic.safety->watch;
    view.notice = notice_;
    const auto board = clinic::watch_board(clinic);
    if (!board.ok()) {
        view.trouble = board.error().message;
        return view;
    }
    for (const clinic::WatchedBaby& baby : board->babies) view.babies.push_back(tile_of(baby, clinic));
    view.staff = board->staff;
    if (board->watcher) {
        view.watcher = board->watcher->name;
        view.watcher_id = board->watcher->staff_id;
    }
    view.present = board->present;
    view.needed = board->needed;
    view.last_look_id = last_look_id_;
    const auto looked = std::ranges::find(view.babies, last_child_id_, &NightTile::child_id);
    if (looked != view.babies.end()) view.last_look_name = looked->place + " " + looked->name.ja;
    set_house(view, clinic);
    view.handover = handover_view(clinic);
    return view;
}

}  // namespace sango::app
