#pragma once

#include "shared/clinic/care_note.h"
#include "shared/clinic/clinic.h"

#include <optional>
#include <string>

namespace sango::clinic {

/// 書きかけ: the words of a care note that is being written, so that they are there again after the program
/// ended under the hand. One at a time; no part of what happened, so in no audit chain. Sealed.
struct KeptDraft {
    std::string use_id;
    std::string child_id;  ///< empty: the mother
    NoteKind kind{};
    std::string text;

    bool operator==(const KeptDraft&) const = default;
};
/// In the place of the one before; one without text ends it. Writing a note with words ends it too, in the
/// same transaction.
[[nodiscard]] Result<Done> keep_draft(Clinic& clinic, const KeptDraft& draft);
/// Within a transaction: she has left, and nothing is being written about this use any more.
[[nodiscard]] Result<Done> end_draft(Clinic& clinic, std::string_view use_id);
/// None as well where its use is over.
[[nodiscard]] Result<std::optional<KeptDraft>> kept_draft(const Clinic& clinic);

}  // namespace sango::clinic
