#include "shared/clinic/care_note.h"

#include "shared/base/text.h"
#include "shared/clinic/care_checks.h"
#include "shared/clinic/profile.h"
#include "shared/clinic/unfit_text.h"
#include "shared/clinic/use.h"
#include "shared/clinic/writing.h"

#include <algorithm>

namespace sango::clinic {
namespace {

using store::value;

struct Amounts {
    int least = 0;
    int most = 0;
    bool needed = true;
};
std::optional<Amounts> amounts(NoteKind kind) {
    switch (kind) {
        case NoteKind::milk:
            return Amounts{1, 400};
        case NoteKind::breast:
            return Amounts{1, 120, false};
        case NoteKind::temperature:
            return Amounts{300, 430};
        case NoteKind::weight:
            return Amounts{300, 20'000};
        case NoteKind::sleep:
            return Amounts{1, 1'440};
        case NoteKind::pain:
            return Amounts{0, 10};
        default:
            return std::nullopt;
    }
}

bool amount_fits(const NewNote& note) {
    const auto range = amounts(note.kind);
    if (!range) return !note.amount;
    if (!note.amount) return !range->needed;
    return *note.amount >= range->least && *note.amount <= range->most;
}

bool detail_fits(const NewNote& note) {
    const auto one_of = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, note.detail) != words.end();
    };
    if (note.kind == NoteKind::breast) return one_of({"left", "right", "both"});
    if (note.kind == NoteKind::nappy) return one_of({"urine", "stool", "both"});
    if (note.kind == NoteKind::pain) return std::ranges::find(kPainSites, note.detail) != kPainSites.end();
    return note.detail.empty();
}

Result<Done> check_time(const Clinic& clinic, const Use& use, Instant at) {
    const Instant first = japan_instant(use.first_day, std::chrono::seconds(0));
    const Instant end = japan_instant(use.last_day() + std::chrono::days(1), std::chrono::seconds(0));
    const Instant last = std::min(clinic.clock.now(), use.left_at.value_or(end - std::chrono::seconds(1)));
    if (at >= first && at <= last) return Done{};
    return error("bad_time", "時刻は、受付した日から今（退所後は退所の時刻）までの間で入れてください。",
                 "The time must lie between the day of check-in and now (or her leaving).");
}

Result<Done> check_child(const Clinic& clinic, const Use& use, std::string_view child_id) {
    if (child_id.empty()) return Done{};
    const auto mother = find_mother(clinic, use.mother_id);
    if (!mother) return mother.error();
    if (*mother && std::ranges::find((*mother)->children, child_id, &Child::id) != (*mother)->children.end())
        return Done{};
    return error("wrong_child", "お子さんの選び方が違います。選び直してください。",
                 "This is not a child of hers. Choose again.");
}

struct Replacing {
    std::string_view note_id;
    std::string_view reason;
    bool retracts = false;
};

Result<std::string> insert_note(Clinic& clinic, const Use& use, const NewNote& note,
                                const std::optional<Replacing>& replacing) {
    const std::string id = clinic.ids.next();
    const store::Stamp now = stamp(clinic);
    const bool retracts = replacing && replacing->retracts;
    auto text = sealed(clinic, use.mother_id, {"care_note", "text_sealed", id}, retracts ? "" : note.text);
    if (!text) return text.error();
    auto reason =
        sealed(clinic, use.mother_id, {"care_note", "reason_sealed", id}, replacing ? replacing->reason : "");
    if (!reason) return reason.error();
    const auto done = store::insert(
        clinic.database, "care_note",
        {{"id", value(id)},
         {"use_id", value(use.id)},
         {"child_id", note.child_id.empty() ? store::Value(store::Null{}) : value(note.child_id)},
         {"kind", value(word(note.kind))},
         {"detail", value(note.detail)},
         {"amount", value(note.amount)},
         {"text_sealed", std::move(*text)},
         {"observed_at", value(note.observed_at)},
         {"recorded_at", value(now.at)},
         {"recorded_by", value(now.actor)},
         {"replaces", replacing ? value(replacing->note_id) : store::Value(store::Null{})},
         {"retracted", value(retracts)},
         {"reason_sealed", std::move(*reason)}},
        now,
        retracts    ? "retract"
        : replacing ? "correct"
                    : "note");
    if (!done) return done.error();
    if (!note.text.empty() && !replacing)
        if (const auto over = clinic.database.run("DELETE FROM note_draft"); !over) return over.error();
    return id;
}

/// The note that counts now under this id.
Result<NewNote> standing_note(const Clinic& clinic, std::string_view note_id) {
    std::optional<NewNote> note;
    bool counts = false;
    const auto read = clinic.database.query(
        "SELECT use_id, child_id, kind, detail, amount, observed_at, retracted = 0 AND NOT EXISTS "
        "(SELECT 1 FROM care_note r WHERE r.replaces = n.id) FROM care_note n WHERE id = ?1",
        {value(note_id)}, [&](const store::Row& row) {
            note.emplace();
            note->use_id = row.text(0);
            note->child_id = row.text(1);
            note->kind = note_kind_from(row.text(2)).value_or(NoteKind::text);
            note->detail = row.text(3);
            if (const auto amount = row.maybe_integer(4)) note->amount = static_cast<int>(*amount);
            note->observed_at = row.instant(5);
            counts = row.integer(6) != 0;
            return false;
        });
    if (!read) return read.error();
    if (!note)
        return error("not_found", "この記録が見つかりません。一覧を開き直してください。",
                     "This note is not there. Open the list again.");
    if (!counts)
        return error("superseded",
                     "この記録はすでに訂正か取り消しがされています。新しい記録を選び直してください。",
                     "This note has been corrected or retracted already. Choose the newer one.");
    return std::move(*note);
}

Result<std::string> check_reason(std::string_view reason) {
    std::string why(trim(reason));
    if (why.empty() || !is_free_text(why, kMostTextBytes))
        return error("no_reason", "訂正や取り消しの理由を入れてください。",
                     "Enter why it is corrected or retracted.");
    return why;
}

}  // namespace

Result<Use> check_note(const Clinic& clinic, const NewNote& note) {
    auto use = standing_use(clinic, note.use_id);
    if (!use) return use;
    if (!detail_fits(note))
        return error("bad_detail", "種類を選び直してください。", "Choose what it was again.");
    if (!amount_fits(note))
        return error("bad_amount", "量が大きすぎるか小さすぎます。確かめて入れ直してください。",
                     "The amount is too large or too small. Check it and enter it again.");
    if (note.kind == NoteKind::text && trim(note.text).empty())
        return error("empty_text", "メモの内容を入れてください。", "Write the note's text.");
    if (!is_free_text(note.text, kMostTextBytes)) return unfit_text();
    if (auto fits = check_time(clinic, *use, note.observed_at); !fits) return fits.error();
    if (note.kind == NoteKind::pain && !note.child_id.empty())
        return error("wrong_child", "痛みはお母さんの記録です。お母さんを選んで入れてください。",
                     "Pain is the mother's: choose her and enter it again.");
    if (auto hers = check_child(clinic, *use, note.child_id); !hers) return hers.error();
    return use;
}

Result<std::string> record_note(Clinic& clinic, const NewNote& note) {
    const auto use = check_note(clinic, note);
    if (!use) return use.error();
    return insert_note(clinic, *use, note, std::nullopt);
}

Result<std::string> write_note(Clinic& clinic, const NewNote& note) {
    return transact(clinic, Right::care, [&] { return record_note(clinic, note); });
}

Result<std::string> correct_note(Clinic& clinic, std::string_view note_id, const NewNote& instead,
                                 std::string_view reason) {
    const auto why = check_reason(reason);
    if (!why) return why.error();
    return transact(clinic, Right::care, [&]() -> Result<std::string> {
        const auto before = standing_note(clinic, note_id);
        if (!before) return before.error();
        if (before->use_id != instead.use_id)
            return error("not_found", "この記録は別の方のものです。選び直してください。",
                         "This note is of another stay. Choose again.");
        const auto use = check_note(clinic, instead);
        if (!use) return use.error();
        return insert_note(clinic, *use, instead, Replacing{note_id, *why, false});
    });
}

Result<Done> retract_note(Clinic& clinic, std::string_view note_id, std::string_view reason) {
    const auto why = check_reason(reason);
    if (!why) return why.error();
    return transact(clinic, Right::care, [&]() -> Result<Done> {
        const auto before = standing_note(clinic, note_id);
        if (!before) return before.error();
        const auto use = standing_use(clinic, before->use_id);
        if (!use) return use.error();
        const auto retracted = insert_note(clinic, *use, *before, Replacing{note_id, *why, true});
        if (!retracted) return retracted.error();
        return Done{};
    });
}

Result<std::vector<Note>> notes_of_use(const Clinic& clinic, std::string_view use_id) {
    const auto use = find_use(clinic, use_id);
    if (!use) return use.error();
    std::vector<Note> notes;
    if (!*use) return notes;
    std::vector<Bytes> texts;
    const auto read = clinic.database.query(
        "SELECT n.id, n.child_id, n.kind, n.detail, n.amount, n.text_sealed, n.observed_at, n.recorded_at, "
        "s.name, "
        "n.replaces FROM care_note n LEFT JOIN staff s ON s.id = n.recorded_by WHERE n.use_id = ?1 AND "
        "n.retracted = 0 "
        "AND NOT EXISTS (SELECT 1 FROM care_note r WHERE r.replaces = n.id) ORDER BY n.observed_at, n.id",
        {value(use_id)}, [&](const store::Row& row) {
            Note& note = notes.emplace_back();
            note.id = row.text(0);
            note.what.use_id = use_id;
            note.what.child_id = row.text(1);
            note.what.kind = note_kind_from(row.text(2)).value_or(NoteKind::text);
            note.what.detail = row.text(3);
            if (const auto amount = row.maybe_integer(4)) note.what.amount = static_cast<int>(*amount);
            texts.push_back(row.bytes(5));
            note.what.observed_at = row.instant(6);
            note.recorded_at = row.instant(7);
            note.recorded_by = row.text(8);
            note.corrected = !row.null(9);
            return true;
        });
    if (!read) return read.error();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto text = unsealed(clinic, (*use)->mother_id, {"care_note", "text_sealed", notes[i].id}, texts[i]);
        if (!text) return text.error();
        notes[i].what.text = std::move(*text);
    }
    return notes;
}

Result<std::vector<WeightPoint>> weights_of_child(const Clinic& clinic, std::string_view child_id) {
    std::vector<WeightPoint> points;
    const auto read = clinic.database.query(
        "SELECT n.observed_at, n.amount FROM child k JOIN service_use u ON u.mother_id = k.mother_id "
        "JOIN care_note n ON n.use_id = u.id AND n.child_id = k.id "
        "WHERE k.id = ?1 AND n.kind = 'weight' AND n.retracted = 0 "
        "AND NOT EXISTS (SELECT 1 FROM care_note r WHERE r.replaces = n.id) "
        "AND NOT EXISTS (SELECT 1 FROM use_undone x WHERE x.use_id = u.id) ORDER BY n.observed_at, n.id",
        {value(child_id)}, [&](const store::Row& row) {
            points.push_back({row.instant(0), static_cast<int>(row.integer(1))});
            return true;
        });
    if (!read) return read.error();
    return points;
}

}  // namespace sango::clinic
