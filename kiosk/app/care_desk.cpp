#include "kiosk/app/care_desk.h"

#include "kiosk/app/care_extras.h"
#include "kiosk/app/child_line.h"
#include "kiosk/app/notice.h"
#include "kiosk/app/shared_papers_desk.h"
#include "shared/clinic/care_open.h"
#include "shared/clinic/note_words.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sango::app {
namespace {

using clinic::CareLimits;
using clinic::InHouse;
using clinic::Note;
using clinic::NoteKind;
using namespace screens;

constexpr std::chrono::hours kTimelineSpan{24};

/// What the tile of a pair asks for next: an unanswered mark before a feed, the earliest feed of the babies.
void set_due(PairTile& tile, const clinic::CareOpen& open, Instant now) {
    if (!open.marks.empty()) {
        const bool weight = open.marks.front().kind == NoteKind::weight;
        tile.due = weight ? Message{"体重 △", "Weight △"} : Message{"体温 △", "Temperature △"};
        tile.urgency = PairTile::Urgency::now;
    } else if (!open.feeds.empty()) {
        const Instant due = open.feeds.front().due;
        tile.due = Message{"授乳 " + time_text(due), "Feed " + time_text(due)};
        tile.urgency = due <= now                              ? PairTile::Urgency::now
                       : due <= now + std::chrono::minutes(30) ? PairTile::Urgency::soon
                                                               : PairTile::Urgency::calm;
    }
}

std::optional<TimelineMark> mark_of(const Note& note, const CareLimits& limits) {
    TimelineMark mark;
    mark.from = note.what.observed_at;
    mark.note_id = note.id;
    mark.detail = note.what.detail;
    const int amount = note.what.amount.value_or(0);
    switch (note.what.kind) {
        case NoteKind::milk:
            mark.lane = Lane::feed;
            mark.detail = "milk";
            mark.label = std::to_string(amount);
            return mark;
        case NoteKind::breast:
            mark.lane = Lane::feed;
            mark.detail = "breast";
            if (amount > 0) mark.until = mark.from + std::chrono::minutes(amount);
            return mark;
        case NoteKind::nappy:
            mark.lane = Lane::nappy;
            return mark;
        case NoteKind::sleep:
            mark.lane = Lane::sleep;
            mark.until = mark.from + std::chrono::minutes(amount);
            return mark;
        case NoteKind::temperature:
            mark.lane = Lane::temperature;
            mark.label = fmt::format("{}.{}", amount / 10, amount % 10);
            mark.out_of_range = clinic::out_of_range(limits, note.what, std::nullopt);
            return mark;
        default:
            return std::nullopt;
    }
}

void set_weight(CareView& view, const clinic::Clinic& clinic) {
    if (view.child_id.empty()) return;
    auto weights = clinic::weights_of_child(clinic, view.child_id);
    if (!weights.ok() || weights->empty()) return;
    view.weights = std::move(weights).value();
    view.weight_g = view.weights.back().grams;
    if (view.weights.size() < 2) return;
    const auto& before = view.weights[view.weights.size() - 2];
    const auto seconds = (view.weights.back().at - before.at).count();
    if (seconds < std::chrono::seconds(std::chrono::hours(12)).count()) return;
    view.grams_per_day = static_cast<int>((*view.weight_g - before.grams) * 86'400LL / seconds);
}

void set_notes(CareView& view, const std::vector<Note>& notes, const clinic::Clinic& clinic,
               const CareLimits& limits) {
    const Instant now = clinic.clock.now();
    view.timeline_from = now - kTimelineSpan;
    for (const Note& note : notes) {
        if (note.what.child_id != view.child_id) continue;
        view.notes.push_back({note.id, note, note_text(note.what),
                              clinic::out_of_range(limits, note.what, view.birth_weight_g)});
        if (note.what.kind == NoteKind::milk) view.last_milk_ml = note.what.amount;
        if (note.what.observed_at < view.timeline_from || note.what.observed_at > now) continue;
        if (auto mark = mark_of(note, limits)) view.marks.push_back(std::move(*mark));
        if (note.what.kind == NoteKind::milk) view.milk_ml += note.what.amount.value_or(0);
        if (note.what.kind != NoteKind::nappy) continue;
        view.urine += note.what.detail != "stool";
        view.stool += note.what.detail != "urine";
    }
    std::ranges::reverse(view.notes);
}

void set_person(CareView& view, const InHouse& pair, const clinic::Clinic& clinic) {
    const Date today = japan_date(clinic.clock.now());
    view.mother = pair.mother.name;
    view.place = shown_place(pair.place);
    for (const clinic::Child& child : pair.mother.children) {
        const ChildLine line = child_line(child, today);
        view.tabs.push_back({child.id, line.name, line.age});
        if (child.id != view.child_id) continue;
        view.name = line.name;
        view.age = line.age;
        view.birth_weight_g = child.weight_g;
    }
    view.tabs.push_back({"", pair.mother.name, {"お母さん", "Mother"}});
    if (view.child_id.empty()) view.name = pair.mother.name;
    if (!pair.mother.allergies.empty()) view.alerts.push_back({"allergy", allergy_text(pair.mother), true});
}

}  // namespace

void CareDesk::handle(clinic::Clinic&, const ChoosePair& chosen) {
    use_id_ = chosen.use_id;
    last_note_id_.clear();
    notice_.reset();
}

void CareDesk::handle(clinic::Clinic& clinic, const OpenCare& opened) {
    const auto use = clinic::open_use(clinic, opened.use_id);
    if (!use.ok() || !use.value()) return;
    if (const auto read = clinic::record_reading(clinic, (*use)->mother.id); !read.ok())
        notice_ = failure_notice(read.error());
}

void CareDesk::handle(clinic::Clinic&, const ChooseChild& chosen) {
    child_of_use_[use_id_] = chosen.child_id;
    last_note_id_.clear();
}

void CareDesk::written(const Result<std::string>& result, Message done) {
    if (!result.ok()) {
        notice_ = failure_notice(result.error());
        return;
    }
    last_note_id_ = result.value();
    notice_ = done_notice("noted", std::move(done));
}

void CareDesk::handle(clinic::Clinic& clinic, const WriteNote& intent) {
    clinic::NewNote note = intent.note;
    if (note.observed_at == Instant{}) note.observed_at = clinic.clock.now();
    const Message text = note_text(note);
    written(clinic::write_note(clinic, note), {text.ja + " を記録しました。", text.en + " is recorded."});
}

void CareDesk::handle(clinic::Clinic& clinic, const CorrectNote& intent) {
    written(clinic::correct_note(clinic, intent.note_id, intent.instead, intent.reason),
            {"記録を直しました。もとの記録も残っています。",
             "The note is corrected. The first one is kept too."});
}

void CareDesk::handle(clinic::Clinic& clinic, const RetractNote& intent) {
    const auto result = clinic::retract_note(clinic, intent.note_id, intent.reason);
    last_note_id_.clear();
    notice_ = result.ok() ? done_notice("retracted", {"記録を取り消しました。", "The note is taken back."})
                          : failure_notice(result.error());
}

void CareDesk::handle(clinic::Clinic& clinic, const KeepDraft& intent) {
    if (const auto kept = clinic::keep_draft(clinic, intent.draft); !kept.ok())
        notice_ = failure_notice(kept.error());
}

/// The pair that somebody was writing about is chosen again.
void CareDesk::take_up_draft(const clinic::Clinic& clinic) {
    if (std::exchange(draft_looked_for_, true)) return;
    const auto kept = clinic::kept_draft(clinic);
    if (!kept.ok() || !*kept) return;
    kept_ = **kept;
    use_id_ = kept_->use_id;
    child_of_use_[use_id_] = kept_->child_id;
}

CareView CareDesk::view(clinic::Clinic& clinic) {
    take_up_draft(clinic);
    CareView view;
    view.kept = kept_;
    view.notice = notice_;
    view.last_note_id = last_note_id_;
    const auto pairs = clinic::in_house(clinic);
    if (!pairs.ok()) {
        view.notice = failure_notice(pairs.error());
        return view;
    }
    const CareLimits limits = clinic::care_limits(clinic);

    const bool chosen_is_here =
        std::ranges::any_of(pairs.value(), [&](const InHouse& pair) { return pair.use_id == use_id_; });
    if (!chosen_is_here) use_id_ = pairs->empty() ? std::string() : pairs->front().use_id;

    for (const InHouse& pair : pairs.value()) {
        const auto notes = clinic::notes_of_use(clinic, pair.use_id);
        if (!notes.ok()) {
            view.notice = failure_notice(notes.error());
            continue;
        }
        PairTile tile{pair.use_id, shown_place(pair.place), pair.mother.name, {}, {}, {}};
        for (const clinic::Child& child : pair.mother.children) tile.babies.push_back(child.name);
        const auto open = clinic::care_open(clinic, limits, pair, notes.value());
        if (open.ok())
            set_due(tile, open.value(), clinic.clock.now());
        else
            view.notice = failure_notice(open.error());
        view.tiles.push_back(std::move(tile));
        if (pair.use_id != use_id_) continue;

        view.use_id = use_id_;
        const auto& children = pair.mother.children;
        const auto remembered = child_of_use_.find(use_id_);
        set_asked(view, clinic, pair);
        view.child_id = remembered != child_of_use_.end() ? remembered->second
                        : children.empty()                ? std::string()
                                                          : children.front().id;
        set_person(view, pair, clinic);
        view.papers = paper_lines(clinic, pair.mother.id);
        set_notes(view, notes.value(), clinic, limits);
        if (open.ok()) set_unanswered(view, open.value());
        if (!view.child_id.empty()) view.feeds = clinic::feeds_by_day(notes.value(), view.child_id);
        set_weight(view, clinic);
    }
    return view;
}

}  // namespace sango::app
