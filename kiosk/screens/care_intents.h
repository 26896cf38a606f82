#pragma once

#include "shared/clinic/care_note.h"
#include "shared/clinic/kept_draft.h"

#include <optional>
#include <string>

namespace sango::screens {

struct PrintUse {};  ///< the report on the chosen pair's use with its pictures, as a PDF

// ケア, beside the notes themselves
struct StartTimer {
    std::string use_id;
    std::string child_id;
    clinic::NoteKind kind{};  ///< breast or sleep
    std::string detail;
};
struct MoveTimer {
    std::string timer_id;
    int minutes = 0;  ///< added to its start; negative: earlier
};
struct StopTimer {
    std::string timer_id;
};
struct DropTimer {
    std::string timer_id;
};
struct AnswerMark {
    std::string note_id;
    std::string words;
};
struct AnswerAllergies {
    std::string use_id;
    bool any = false;
    std::string allergies;  ///< what they are, where there are any
};
/// What she scored, at arrival or leaving.
struct WriteMind {
    std::string use_id;
    bool leaving = false;
    std::optional<int> epds;
    std::optional<int> item_10;
    std::optional<int> bonding;
    bool follow_up = false;
    bool may_tell = false;
    std::string called;  ///< staff id of who came, where item 10 is above 0
};

/// What is being written, after each sign of it; no text: nothing is.
struct KeepDraft {
    clinic::KeptDraft draft;
};

}  // namespace sango::screens
