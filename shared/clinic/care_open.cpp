#include "shared/clinic/care_open.h"

#include "shared/base/text.h"
#include "shared/clinic/safety.h"
#include "shared/clinic/use.h"
#include "shared/clinic/writing.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace sango::clinic {
namespace {

using store::value;

int set_or(const Clinic& clinic, std::string_view name, int otherwise) {
    const auto text = setting(clinic, name);
    if (!text || !*text) return otherwise;
    int number = otherwise;
    const auto [end, failed] = std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), number);
    return failed == std::errc() && end == (*text)->data() + (*text)->size() ? number : otherwise;
}

std::optional<int> birth_weight(const InHouse& pair, std::string_view child_id) {
    const auto child = std::ranges::find(pair.mother.children, child_id, &Child::id);
    return child == pair.mother.children.end() ? std::nullopt : child->weight_g;
}

Result<std::set<std::string>> answered_marks(const Clinic& clinic, std::string_view use_id) {
    std::set<std::string> answered;
    const auto read = clinic.database.query(
        "SELECT a.note_id FROM care_note n JOIN mark_answer a ON a.note_id = n.id WHERE n.use_id = ?1",
        {value(use_id)}, [&](const store::Row& row) {
            answered.insert(row.text(0));
            return true;
        });
    if (!read) return read.error();
    return answered;
}

/// A later temperature of the same person that was in range.
bool settled_later(const std::vector<Note>& notes, std::size_t from, const CareLimits& limits) {
    if (notes[from].what.kind != NoteKind::temperature) return false;
    for (std::size_t i = from + 1; i < notes.size(); ++i)
        if (notes[i].what.kind == NoteKind::temperature &&
            notes[i].what.child_id == notes[from].what.child_id &&
            !out_of_range(limits, notes[i].what, std::nullopt))
            return true;
    return false;
}

}  // namespace

CareLimits care_limits(const Clinic& clinic) {
    const CareRules& rules = clinic.safety->care;
    const auto low = [&](const Range& range) { return set_or(clinic, range.low_setting, range.low); };
    const auto high = [&](const Range& range) { return set_or(clinic, range.high_setting, range.high); };
    return {low(rules.child_temperature),
            high(rules.child_temperature),
            low(rules.mother_temperature),
            high(rules.mother_temperature),
            set_or(clinic, rules.loss_setting, rules.most_loss_percent),
            set_or(clinic, rules.feed_setting, rules.feed_every_min)};
}

bool out_of_range(const CareLimits& limits, const NewNote& note, std::optional<int> birth_weight_g) {
    if (!note.amount) return false;
    if (note.kind == NoteKind::temperature) {
        const bool mothers = note.child_id.empty();
        return *note.amount < (mothers ? limits.mother_low : limits.child_low) ||
               *note.amount > (mothers ? limits.mother_high : limits.child_high);
    }
    if (note.kind == NoteKind::weight && birth_weight_g)
        return (*birth_weight_g - *note.amount) * 100 > limits.most_loss_percent * *birth_weight_g;
    return false;
}

Result<CareOpen> care_open(const Clinic& clinic, const CareLimits& limits, const InHouse& pair,
                           const std::vector<Note>& notes) {
    CareOpen open;
    const auto answered = answered_marks(clinic, pair.use_id);
    if (!answered) return answered.error();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const NewNote& note = notes[i].what;
        if (!out_of_range(limits, note, birth_weight(pair, note.child_id))) continue;
        if (answered->contains(notes[i].id) || settled_later(notes, i, limits)) continue;
        open.marks.push_back({notes[i].id, note.child_id, note.kind, *note.amount, note.observed_at});
    }
    for (const Child& child : pair.mother.children) {
        const Note* last = nullptr;
        for (const Note& note : notes)
            if (note.what.child_id == child.id &&
                (note.what.kind == NoteKind::milk || note.what.kind == NoteKind::breast))
                last = &note;
        if (last != nullptr)
            open.feeds.push_back(
                {child.id, last->what.observed_at + std::chrono::minutes(limits.feed_every_min)});
    }
    std::ranges::stable_sort(open.feeds, {}, &OpenFeed::due);
    return open;
}

Result<Done> answer_mark(Clinic& clinic, std::string_view note_id, std::string_view words) {
    if (!is_free_text(words, kMostTextBytes))
        return error("bad_text", "文章に使えない文字があるか、長すぎます。短くして入れ直してください。",
                     "The text holds signs that cannot be kept, or is too long. Make it shorter.");
    return transact(clinic, Right::care, [&]() -> Result<Done> {
        std::string mother_id;
        bool counts = false;
        bool answered = false;
        const auto read = clinic.database.query(
            "SELECT u.mother_id, n.retracted = 0 AND NOT EXISTS (SELECT 1 FROM care_note r WHERE r.replaces "
            "= n.id), "
            "EXISTS (SELECT 1 FROM mark_answer a WHERE a.note_id = n.id) "
            "FROM care_note n JOIN service_use u ON u.id = n.use_id WHERE n.id = ?1",
            {value(note_id)}, [&](const store::Row& row) {
                mother_id = row.text(0);
                counts = row.integer(1) != 0;
                answered = row.integer(2) != 0;
                return false;
            });
        if (!read) return read.error();
        if (mother_id.empty())
            return error("not_found", "この記録が見つかりません。一覧を開き直してください。",
                         "This note is not there. Open the list again.");
        if (!counts)
            return error("superseded", "この記録は訂正か取り消しがされています。一覧を開き直してください。",
                         "This note was corrected or retracted. Open the list again.");
        if (answered)
            return error("answered", "この値にはもう答えがあります。",
                         "This value has been answered already.");
        const std::string id = clinic.ids.next();
        const store::Stamp now = stamp(clinic);
        auto box = sealed(clinic, mother_id, {"mark_answer", "words_sealed", id}, trim(words));
        if (!box) return box.error();
        return store::insert(clinic.database, "mark_answer",
                             {{"id", value(id)},
                              {"note_id", value(note_id)},
                              {"words_sealed", std::move(*box)},
                              {"recorded_at", value(now.at)},
                              {"recorded_by", value(now.actor)}},
                             now, "answer");
    });
}

}  // namespace sango::clinic
