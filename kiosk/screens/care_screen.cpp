#include "kiosk/screens/care_screen.h"

#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/ui/card.h"

#include <algorithm>

namespace sango::screens {
namespace {

constexpr float kTiles = 260;
constexpr float kHeader = 114;
constexpr float kEntry = 344;
constexpr float kBetween = 12;

/// Another pair or child begins a new draft; a note that was seen to be written ends the old one.
void settle(const CareView& view, CareState& state) {
    NoteDraft& draft = state.draft;
    if (draft.use_id != view.use_id || draft.child_id != view.child_id) {
        const bool child = !view.child_id.empty();
        const auto kinds = kinds_for(child);
        const bool keeps = std::ranges::find(kinds, draft.kind) != kinds.end() && draft.use_id == view.use_id;
        draft = fresh_draft(view, keeps ? draft.kind : kinds.front());
        state.pad = CareState::Pad::kinds;
        state.correcting.clear();
        state.pending = false;
        const bool of_a_child =
            state.picture == CareState::Picture::weight || state.picture == CareState::Picture::feeds;
        if (!child && of_a_child) state.picture = CareState::Picture::timeline;
    }
    if (!state.pending) return;
    if (view.last_note_id != state.last_seen) {
        state.pending = false;
        const clinic::NoteKind kind = draft.kind;
        draft = fresh_draft(view, kind);
        draft.amount.reset();
        draft.armed = false;
    } else if (view.notice && view.notice->tone != Notice::Tone::done) {
        // It was not written: what was typed still stands and can be tried again.
        state.pending = false;
        draft.armed = true;
    }
}

/// What was being written when the program ended stands there again, once.
void take_up(const CareView& view, CareState& state) {
    if (state.kept_taken || view.use_id.empty()) return;
    state.kept_taken = true;
    if (!view.kept || view.kept->use_id != view.use_id || view.kept->child_id != view.child_id) return;
    state.kept = *view.kept;
    state.draft = fresh_draft(view, view.kept->kind);
    state.draft.text = view.kept->text;
}

/// Each sign of it goes to the clinic, so that it outlives this program.
void keep_written(CareState& state, std::vector<Intent>& intents) {
    if (!state.correcting.empty()) return;
    const NoteDraft& draft = state.draft;
    if (draft.text == state.kept.text && (draft.text.empty() || draft.use_id == state.kept.use_id)) return;
    state.kept = {draft.use_id, draft.child_id, draft.kind, draft.text};
    intents.emplace_back(KeepDraft{state.kept});
}

}  // namespace

std::vector<Intent> draw_care(ui::Context& ui, ui::Rect area, const CareView& view, CareState& state,
                              Instant now) {
    std::vector<Intent> intents;
    settle(view, state);
    take_up(view, state);
    // Notices are said beside 記録 (care_entry.cpp) and over the notes: nothing moves under the finger.
    if (view.use_id.empty()) {
        draw_notice(ui, area, view.notice, intents);
        ui::empty_state(ui, "care.none", ui::card(ui, area), ui::Icon::home, ui.tr("care.none"));
        return intents;
    }
    draw_tiles(ui, area.cut_left(kTiles, ui::kGap), view, intents);
    draw_care_header(ui, area.cut_top(kHeader, kBetween), view, intents);
    if (state.picture == CareState::Picture::notes && state.correcting.empty()) {
        draw_notes(ui, area, view, state, intents, now);
    } else {
        const ui::Rect entry = area.cut_bottom(kEntry, kBetween);
        draw_care_picture(ui, area, view, state);
        draw_entry(ui, entry, view, state, intents, now);
    }
    if (state.retract.open) draw_retract_dialog(ui, view, state, intents);
    if (state.answer.open) draw_answer_dialog(ui, view, state, intents);
    if (!state.timer.empty()) draw_timer_panel(ui, view, state, intents, now);
    if (state.mind_open) draw_mind_panel(ui, view, state, intents);
    if (state.asks_allergies && draw_allergy_dialog(ui, view, state, intents))
        record_draft(view, state, intents, {}, now);
    keep_written(state, intents);
    return intents;
}

}  // namespace sango::screens
