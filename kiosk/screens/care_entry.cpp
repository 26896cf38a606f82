#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using clinic::NoteKind;

constexpr float kGrid = 192;  // kinds, or the pad
constexpr float kSlot = 48;   // what was just written, or why it is corrected
constexpr float kBetween = 8;

void draw_kinds(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state,
                std::vector<Intent>& intents) {
    const auto kinds = kinds_for(!view.child_id.empty());
    const std::size_t columns = kinds.size() > 7 ? 6 : 4;
    const auto lines = at.rows(2, 10);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const ui::Rect place = lines[i / columns].columns(columns, 10)[i % columns];
        const NoteKind kind = kinds[i];
        const std::string id = "care.kind." + std::string(clinic::word(kind));
        if (!ui::tile(ui, id, place, kind_text(ui, kind),
                      {.icon = icon_of(kind), .selected = state.draft.kind == kind, .why_disabled = {}}))
            continue;
        const std::optional<Instant> at_time = state.draft.at;
        state.draft = fresh_draft(view, kind);
        state.draft.at = at_time;
        state.pending = false;
        state.digits.clear();
        if (view.notice) intents.push_back(DismissNotice{});
        // A number that must be measured is asked for at once.
        if (ask_of(kind) == Ask::measure) state.pad = CareState::Pad::amount;
        if (ask_of(kind) == Ask::pain) state.pad = CareState::Pad::pain;
        if (ask_of(kind) == Ask::text) ui.focus("care.text");
    }
    if (!view.child_id.empty() || kinds.size() >= 2 * columns) return;
    const ui::Rect place = lines[kinds.size() / columns].columns(columns, 10)[kinds.size() % columns];
    if (ui::tile(ui, "care.mind", place, ui.tr("care.mind"), {.icon = ui::Icon::help, .why_disabled = {}})) {
        state.mind_open = true;
        state.mind = {};
        state.mind_called.clear();
    }
}

/// Twelve keys in the place of the twelve kinds: digits, one back, done.
void draw_pad(ui::Context& ui, const ui::Rect& at, CareState& state) {
    const auto lines = at.rows(2, 10);
    const std::size_t most = digits_of(state.draft.kind);
    constexpr std::string_view kDigits = "1234567890";
    for (std::size_t i = 0; i < 12; ++i) {
        const ui::Rect place = lines[i / 6].columns(6, 10)[i % 6];
        if (i < kDigits.size()) {
            const std::string digit(1, kDigits[i]);
            if (ui::button(ui, "care.pad." + digit, place, digit) && state.digits.size() < most)
                state.digits += digit;
        } else if (i == 10) {
            if (ui::button(ui, "care.pad.erase", place, ui.tr("care.erase"),
                           {.icon = ui::Icon::erase, .type = ui::Type::body}) &&
                !state.digits.empty())
                state.digits.pop_back();
        } else if (ui::button(ui, "care.pad.close", place, ui.tr("care.to_kinds"),
                              {.type = ui::Type::body})) {
            state.pad = CareState::Pad::kinds;
        }
    }
    // Keys of a real keyboard count as well.
    for (const char typed : ui.input().typed)
        if (typed >= '0' && typed <= '9' && state.digits.size() < most) state.digits += typed;
    state.draft.amount = amount_of(state.digits);
    if (state.draft.amount) state.draft.armed = true;
}

const NoteRow* last_written(const CareView& view) {
    if (view.last_note_id.empty()) return nullptr;
    const auto found = std::ranges::find(view.notes, view.last_note_id, &NoteRow::note_id);
    return found == view.notes.end() ? nullptr : &*found;
}

/// The newest note of this kind, where there is one.
const NoteRow* last_of(const CareView& view, NoteKind kind) {
    const auto found =
        std::ranges::find_if(view.notes, [&](const NoteRow& r) { return r.note.what.kind == kind; });
    return found == view.notes.end() ? nullptr : &*found;
}

/// Why no timer can be started; empty: it can.
std::string why_no_timer(const ui::Context& ui, const CareView& view, const CareState& state) {
    if (state.draft.kind == NoteKind::breast && state.draft.detail.empty()) return ui.tr("care.need_side");
    const bool running = std::ranges::any_of(view.timers, [&](const TimerView& timer) {
        return timer.child_id == state.draft.child_id && timer.kind == state.draft.kind;
    });
    return running ? ui.tr("care.timer_running") : std::string();
}

/// What was just recorded, with the way back; else whose note it will be, where that is not plain.
void draw_slot(ui::Context& ui, ui::Rect at, const CareView& view, CareState& state,
               std::vector<Intent>& intents, Instant now) {
    if (view.notice && view.notice->tone != Notice::Tone::done)
        return draw_notice_in(ui, at, *view.notice, intents);
    draw_timers(ui, at, view, state, now);
    if (at.w < 220) return;
    if (const NoteRow* row = last_written(view); row != nullptr && !state.draft.armed) {
        if (ui::button(ui, "care.written.undo", at.cut_right(150, ui::kSmallGap), ui.tr("care.take_back"),
                       {.icon = ui::Icon::undo, .type = ui::Type::small})) {
            state.retracting = row->note_id;
            state.retract.begin();
        }
        ui::outcome_mark(ui, "", at.cut_left(24, 10), ui::Outcome::yes, 22, ui.tr("frame.mark_yes"));
        ui::text(ui, "care.written", at,
                 ui.tr("care.written", {time_text(row->note.what.observed_at), ui.pick(row->text)}),
                 {.type = ui::Type::body, .ink = ui::ink_of(ui.theme(), ui::Tone::good), .middle = true});
        return;
    }
    if (spans_time(state.draft.kind) && !state.draft.at &&
        ui::button(ui, "care.timer.start", at.cut_right(190, ui::kSmallGap), ui.tr("care.timer_start"),
                   {.icon = ui::Icon::timer,
                    .why_disabled = why_no_timer(ui, view, state),
                    .type = ui::Type::small}))
        intents.push_back(
            StartTimer{state.draft.use_id, state.draft.child_id, state.draft.kind, state.draft.detail});
    if (always_mothers(state.draft.kind) && !view.child_id.empty())
        ui::text(ui, "care.whose", at, ui.tr("care.mothers_note", {view.mother}),
                 {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    else if (spans_time(state.draft.kind) && !state.draft.at)
        ui::text(ui, "care.until_now", at, ui.tr("care.until_now"),
                 {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    else if (const NoteRow* last = last_of(view, state.draft.kind);
             last != nullptr && ask_of(state.draft.kind) != Ask::text)
        ui::text(
            ui, "care.last", at,
            ui.tr("care.last_one", {observed_text(ui, draft_of(last->note.what), now), ui.pick(last->text)}),
            {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
}

/// The heading of a correction: which note, why, and the way out.
void draw_correction(ui::Context& ui, ui::Rect at, CareState& state, const CareView& view) {
    if (ui::button(ui, "care.correct.cancel", at.cut_right(130, ui::kGap), ui.tr("frame.back"),
                   {.type = ui::Type::body})) {
        state.correcting.clear();
        state.picture = CareState::Picture::notes;
        state.draft = fresh_draft(view, state.draft.kind);
        return;
    }
    const std::array<std::string, 3> common{ui.tr("care.reason_wrong_amount"),
                                            ui.tr("care.reason_wrong_time"), ui.tr("care.reason_wrong_kind")};
    const float label = std::min(ui::text_width(ui, ui::Type::body, ui.tr("care.correct_why")) + 1, 200.0F);
    ui::text(ui, "care.correcting", at.cut_left(label, ui::kGap), ui.tr("care.correct_why"),
             {.type = ui::Type::body, .ink = {}, .middle = true});
    reason_choices(ui, "care.reason", at, common, state.correct_reason);
}

std::string why_not(const ui::Context& ui, const CareState& state, Instant now) {
    if (state.pending) return ui.tr("care.recording");
    if (const std::string_view key = missing(state.draft, now); !key.empty()) return ui.tr(key);
    if (!state.correcting.empty() && state.correct_reason < 0) return ui.tr("care.need_reason");
    return {};
}

void draw_last_row(ui::Context& ui, ui::Rect at, const CareView& view, CareState& state,
                   std::vector<Intent>& intents, Instant now) {
    const bool correcting = !state.correcting.empty();
    const ui::Rect button = at.cut_right(184, 12);
    const std::string when = observed_text(ui, state.draft, now);
    // A span leaves no room for the icon; a long one takes two lines.
    const bool span = spans_time(state.draft.kind);
    const float words_width = ui::text_width(ui, ui::Type::body, when) + (span ? 28 : 64);
    const float time_width = std::clamp(words_width, 112.0F, 150.0F);
    if (ui::button(ui, "care.time", at.cut_right(time_width, 12), when,
                   {.icon = span ? ui::Icon::none : ui::Icon::clock, .type = ui::Type::body})) {
        const bool open = state.pad == CareState::Pad::time;
        state.pad = open ? CareState::Pad::kinds : CareState::Pad::time;
    }
    draw_values(ui, at, view, state);

    const std::string why = why_not(ui, state, now);
    const std::string reason =
        state.correct_reason < 0
            ? std::string()
            : ui.tr(std::array<std::string_view, 3>{
                  "care.reason_wrong_amount", "care.reason_wrong_time",
                  "care.reason_wrong_kind"}[static_cast<std::size_t>(state.correct_reason)]);
    if (ui::button(ui, "care.record", button, ui.tr(correcting ? "care.correct_confirm" : "care.record"),
                   {.kind = ui::ButtonKind::primary, .why_disabled = why})) {
        // Milk and meals are given to no one whose allergies nobody asked about.
        const bool eaten = state.draft.kind == NoteKind::milk || state.draft.kind == NoteKind::meal;
        if (eaten && !view.allergies_asked && !correcting) {
            state.asks_allergies = true;
            state.allergy_answer = view.allergies.empty() ? -1 : 1;
            state.allergy_words = view.allergies;
        } else {
            record_draft(view, state, intents, reason, now);
        }
    }
}

}  // namespace

void record_draft(const CareView& view, CareState& state, std::vector<Intent>& intents,
                  const std::string& reason, Instant now) {
    state.pad = CareState::Pad::kinds;
    if (!state.correcting.empty()) {
        intents.push_back(CorrectNote{state.correcting, note_of(state.draft, now), reason});
        state.correcting.clear();
        state.picture = CareState::Picture::notes;
        state.draft = fresh_draft(view, state.draft.kind);
        return;
    }
    intents.push_back(WriteNote{note_of(state.draft, now)});
    state.pending = true;
    state.last_seen = view.last_note_id;
    state.draft.armed = false;
}

void draw_entry(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state,
                std::vector<Intent>& intents, Instant now) {
    ui::card(ui, at);
    ui::Rect inside = at.inset(ui::kGap, 12);
    draw_last_row(ui, inside.cut_bottom(ui::kBigButton, kBetween), view, state, intents, now);
    if (state.pad == CareState::Pad::time) return draw_time_picker(ui, inside, state, now);
    if (state.pad == CareState::Pad::pain && state.correcting.empty())
        return draw_pain(ui, inside, view, state, intents, now);
    const ui::Rect grid = inside.cut_top(kGrid, kBetween);
    if (state.pad == CareState::Pad::amount)
        draw_pad(ui, grid, state);
    else if (state.pad == CareState::Pad::pain)
        draw_pain(ui, grid, view, state, intents, now);
    else
        draw_kinds(ui, grid, view, state, intents);
    if (state.correcting.empty())
        draw_slot(ui, inside.cut_top(kSlot), view, state, intents, now);
    else
        draw_correction(ui, inside.cut_top(kSlot), state, view);
}

}  // namespace sango::screens
