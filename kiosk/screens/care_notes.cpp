#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/notice_strip.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kTime = 92;
constexpr float kWho = 148;
constexpr float kActions = 2 * 88 + 8;

std::string when(const ui::Context& ui, const NoteRow& row, Instant now) {
    const Instant at = row.note.what.observed_at;
    if (japan_date(at) == japan_date(now)) return time_text(at);
    const std::chrono::year_month_day day{japan_date(at)};
    (void)ui;
    return fmt::format("{}/{} {}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       time_text(at));
}

struct Measured {
    float words_width;
    float words_height;
    float height;
};

Measured measure(ui::Context& ui, const NoteRow& row, float width) {
    Measured m{};
    m.words_width = width - kTime - kWho - kActions - 2 * ui::kSmallGap;
    m.words_height =
        ui::text_height(ui, ui::Type::body, ui.pick(row.text), m.words_width - (row.out_of_range ? 28 : 0));
    m.height = std::max(64.0F, m.words_height + (row.note.corrected ? 24 : 0) + 20);
    return m;
}

void begin_correction(CareState& state, const NoteRow& row) {
    state.correcting = row.note_id;
    state.correct_reason = -1;
    state.draft = draft_of(row.note.what);
    state.pad = CareState::Pad::kinds;
    state.pending = false;
}

void draw_row(ui::Context& ui, const ui::Rect& at, std::size_t index, const NoteRow& row, CareState& state,
              Instant now) {
    const std::string id = fmt::format("care.note.{}", index);
    const Measured m = measure(ui, row, at.w);
    const std::string& words = ui.pick(row.text);
    ui::plain_row(ui, id, at, when(ui, row, now) + " " + words);

    ui::Rect line = at;
    ui::text(ui, "", line.cut_left(kTime), when(ui, row, now),
             {.type = ui::Type::body, .ink = {}, .middle = true});
    ui::Rect actions = line.cut_right(kActions, ui::kSmallGap);
    actions.y += (actions.h - ui::kTarget) / 2;
    actions.h = ui::kTarget;
    const auto places = actions.columns(2, 8);
    const ui::ButtonLook small{.type = ui::Type::small};
    if (ui::button(ui, id + ".correct", places[0], ui.tr("care.correct"), small))
        begin_correction(state, row);
    if (ui::button(ui, id + ".retract", places[1], ui.tr("care.retract"), small)) {
        state.retracting = row.note_id;
        state.retract.begin();
    }
    ui::Rect who = line.cut_right(kWho, ui::kSmallGap);
    if (row.unanswered) {
        who.y += (who.h - ui::kTarget) / 2;
        who.h = ui::kTarget;
        if (ui::button(ui, id + ".answer", who, ui.tr("care.answer"), small)) {
            state.answering = row.note_id;
            state.answer.begin();
        }
    } else {
        ui::text(ui, "", who, row.note.recorded_by,
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    }

    const float extra = row.note.corrected ? 24 : 0;
    line.y += (line.h - m.words_height - extra) / 2;
    line.h = m.words_height;
    if (row.out_of_range) {
        ui::outcome_mark(ui, "", line.cut_left(20, 8), ui::Outcome::ask, 18, ui.tr("frame.mark_ask"));
        ui::text(ui, "", line, words,
                 {.type = ui::Type::body, .ink = ui::ink_of(ui.theme(), ui::Tone::warn)});
    } else {
        ui::text(ui, "", line, words);
    }
    if (row.note.corrected)
        ui::text(ui, "", {line.x, line.bottom(), line.w, 24}, ui.tr("care.corrected"),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
}

}  // namespace

void draw_notes(ui::Context& ui, const ui::Rect& at, const CareView& view, CareState& state,
                std::vector<Intent>& intents, Instant now) {
    ui::card(ui, at);
    ui::Rect inside = at.inset(ui::kGap, 10);
    ui::Rect head = inside.cut_top(ui::kTarget, 6);
    draw_picture_switch(ui, head, view, state);
    if (view.notice && view.notice->tone != Notice::Tone::done) {
        draw_notice_in(ui, head, *view.notice, intents);
    } else if (view.notice) {
        ui::outcome_mark(ui, "", head.cut_left(24, 8), ui::Outcome::yes, 20, ui.tr("frame.mark_yes"));
        ui::text(ui, "notice", head, ui.pick(view.notice->text),
                 {.type = ui::Type::small, .ink = ui::ink_of(ui.theme(), ui::Tone::good), .middle = true});
    } else {
        ui::text(ui, "care.notes.title", head, ui.tr("care.notes_count", {std::to_string(view.notes.size())}),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    }
    if (ui::button(ui, "care.print", inside.cut_bottom(ui::kTarget, 8).cut_left(340), ui.tr("care.print"),
                   {.icon = ui::Icon::printer, .type = ui::Type::body}))
        intents.emplace_back(PrintUse{});
    if (view.notes.empty())
        return ui::empty_state(ui, "care.notes.none", inside, ui::Icon::memo, ui.tr("care.notes_empty"));
    float content = 0;
    for (const NoteRow& row : view.notes) content += measure(ui, row, inside.w).height;
    ui::Rect place = begin_list(ui, "care.notes", inside, content);
    for (std::size_t i = 0; i < view.notes.size(); ++i)
        draw_row(ui, place.cut_top(measure(ui, view.notes[i], inside.w).height), i, view.notes[i], state,
                 now);
    ui::end_scroll(ui);
}

void draw_answer_dialog(ui::Context& ui, const CareView& view, CareState& state,
                        std::vector<Intent>& intents) {
    const auto found = std::ranges::find(view.notes, state.answering, &NoteRow::note_id);
    if (found == view.notes.end() || !found->unanswered) {
        state.answer.open = false;
        return;
    }
    const std::array<std::string, 3> common{ui.tr("care.answer_again"), ui.tr("care.answer_doctor"),
                                            ui.tr("care.answer_told")};
    const ReasonWords words{
        .title = ui.tr("care.answer_title"),
        .sentence =
            ui.tr("care.answer_sentence", {time_text(found->note.what.observed_at), ui.pick(found->text)}),
        .confirm = ui.tr("care.answer_confirm"),
        .common = common};
    if (const auto answer = ask_reason(ui, "care.answer.ask", words, state.answer))
        intents.push_back(AnswerMark{state.answering, *answer});
}

void draw_retract_dialog(ui::Context& ui, const CareView& view, CareState& state,
                         std::vector<Intent>& intents) {
    const auto found = std::ranges::find(view.notes, state.retracting, &NoteRow::note_id);
    if (found == view.notes.end()) {
        state.retract.open = false;  // retracted elsewhere in the meantime
        return;
    }
    const std::array<std::string, 3> common{ui.tr("care.reason_wrong_baby"), ui.tr("care.reason_twice"),
                                            ui.tr("care.reason_not_done")};
    const ReasonWords words{
        .title = ui.tr("care.retract_title"),
        .sentence =
            ui.tr("care.retract_sentence", {time_text(found->note.what.observed_at), ui.pick(found->text)}),
        .confirm = ui.tr("care.retract_confirm"),
        .common = common};
    if (const auto reason = ask_reason(ui, "care.retract.ask", words, state.retract))
        intents.push_back(RetractNote{state.retracting, *reason});
}

}  // namespace sango::screens
