#pragma once

#include "kiosk/screens/views.h"
#include "shared/clinic/care_note.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sango::screens {

/// The note that is about to be written, as far as the hand has come.
struct NoteDraft {
    std::string use_id;    ///< it is about this pair ...
    std::string child_id;  ///< ... and this child; empty: the mother
    clinic::NoteKind kind = clinic::NoteKind::milk;
    std::optional<int> amount;
    std::string detail;
    std::string text;
    std::optional<Instant> at;  ///< set by hand; none: now
    bool armed = true;          ///< false just after recording, so that a double tap writes once
};

/// How a kind is asked for. Amounts in the note's own units (clinic/care_note.h).
enum class Ask { presets, sides, nappy, measure, nothing, words, text, pain };
[[nodiscard]] Ask ask_of(clinic::NoteKind kind);
/// What is offered by one tap; empty where a number must be measured (a weight is never guessed).
[[nodiscard]] std::vector<int> presets_of(clinic::NoteKind kind, std::optional<int> last_amount);
/// True if the amount is a span of minutes that ends when it is written: its start is what is observed.
[[nodiscard]] bool spans_time(clinic::NoteKind kind);
/// 乳房ケア, 食事, 相談, 痛み are the mother's, whoever is chosen.
[[nodiscard]] bool always_mothers(clinic::NoteKind kind);
/// The kinds offered for a child, and for a mother (no word of a baby among hers).
[[nodiscard]] std::span<const clinic::NoteKind> kinds_for(bool child);

/// A draft of this kind with what may be assumed: the last amount of milk, nothing else.
[[nodiscard]] NoteDraft fresh_draft(const CareView& view, clinic::NoteKind kind);
/// Digits of the pad as an amount; none while there are none. Most digits: 3, for a weight 5, temperature 3.
[[nodiscard]] std::optional<int> amount_of(std::string_view digits);
[[nodiscard]] std::size_t digits_of(clinic::NoteKind kind);

/// Why the draft cannot be recorded yet, as a text key ("care.need_amount"); empty: it can.
[[nodiscard]] std::string_view missing(const NoteDraft& draft, Instant now);
/// The note as it goes to the clinic. Its time stays unset (epoch) where now is meant.
[[nodiscard]] clinic::NewNote note_of(const NoteDraft& draft, Instant now);
/// What stands in a note, to be corrected.
[[nodiscard]] NoteDraft draft_of(const clinic::NewNote& note);

}  // namespace sango::screens
