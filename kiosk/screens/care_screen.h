#pragma once

#include "kiosk/screens/care_draft.h"
#include "kiosk/screens/intents.h"
#include "kiosk/screens/reason_dialog.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <vector>

namespace sango::screens {

/// ケア: everyone in the house, and a note in two taps (her tile, 記録).
///
/// Ids: care.tile.N; care.child.N, care.child.mother; care.name, care.age, care.weight, care.alert.<id>;
/// care.view.timeline / .notes / .weight / .feeds; care.totals, care.timeline, care.curve,
/// care.feeds;
/// care.kind.<milk, breast, nappy, temperature, weight, bath, sleep, breast_care, meal, medication,
/// counselling, text, pain>; care.pain.site.<site>, care.pain.<0 ... 10>, care.pain.open, care.pain.close;
/// care.preset.<amount>, care.side.<left, right, both>, care.nappy.<urine, stool, both>,
/// care.word.N, care.amount (opens the pad), care.pad.0 ... care.pad.9, care.pad.erase, care.pad.close,
/// care.text; care.time (opens the picker), care.time.earlier / .later / .now / .day, care.hour.N,
/// care.minute.N, care.time.close; care.record; care.written (what was just recorded), care.written.undo;
/// care.note.N, care.note.N.correct, care.note.N.retract, care.retract.ask (dialog);
/// care.correcting, care.reason.N, care.correct.cancel; care.print; care.none where nobody is in the house;
/// care.timer.start, care.timer.more, care.timer.N, care.timer.edit (dialog) with .earlier5 / .earlier /
/// .later / .later5, .stop, .drop, .close; care.note.N.answer, care.answer.ask (dialog); care.allergy
/// (dialog) with .none / .some, .what, .confirm, .cancel; care.mind, care.mind.edit (dialog) with
/// .moment.<arrival, leaving>, .epds, .item10.N, .bonding, .follow_up, .may_tell, .called.N, .record, .close.

/// What the hand left standing: how the next note looks, and which picture is shown.
struct CareState {
    enum class Picture { timeline, notes, weight, feeds };
    enum class Pad { kinds, amount, time, pain };

    NoteDraft draft;
    Picture picture = Picture::timeline;
    Pad pad = Pad::kinds;
    std::string digits;  ///< of the pad, as typed: "368" is 36.8

    std::string correcting;  ///< note id; empty: a new note
    int correct_reason = -1;

    std::string retracting;  ///< note id
    ReasonDraft retract;

    std::string timer;      ///< the timer whose panel is open
    std::string answering;  ///< note id of the mark being answered
    ReasonDraft answer;
    bool asks_allergies = false;  ///< before the note that is about to be written
    int allergy_answer = -1;      ///< 0 none, 1 some
    std::string allergy_words;
    bool mind_open = false;
    MindView mind;
    std::string mind_called;  ///< staff id

    clinic::KeptDraft kept;   ///< what the clinic was last told of the draft
    bool kept_taken = false;  ///< what was there at the start was taken up

    bool pending = false;   ///< a note was handed over and is not yet seen
    std::string last_seen;  ///< newest note of our own when it was handed over
};

[[nodiscard]] std::vector<Intent> draw_care(ui::Context& ui, ui::Rect area, const CareView& view,
                                            CareState& state, Instant now);

}  // namespace sango::screens
