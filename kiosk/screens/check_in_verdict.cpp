#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>

namespace sango::screens {
namespace {

constexpr float kMark = 36;        // column of the ○ △ ×
constexpr float kAnswerMark = 80;  // the answer itself
constexpr float kTightMark = 60;   // ... where a long name leaves little room
constexpr float kTight = 400;
constexpr float kAnswer = 52;  // the two answers of a question
constexpr float kRowPadding = 10;
constexpr float kSourceGap = 14;
constexpr float kMore = 48;  // the row that stands for those that are fine

/// A question about today, answered in the row of its rule.
struct Question {
    std::string_view rule;
    std::string_view id;
    std::string_view words;
    std::optional<bool> answer;
    std::string_view no = "checkin.answer_no";
    std::string_view yes = "checkin.answer_yes";
};

std::vector<Question> questions_of(const CandidateView& who) {
    std::vector<Question> questions;
    if (who.asks_infection)
        questions.push_back({"infection", "checkin.infection", "checkin.ask_infection", who.infected});
    if (who.asks_treatment)
        questions.push_back({"medical", "checkin.treatment", "checkin.ask_treatment", who.treatment});
    if (who.asks_orientation)
        questions.push_back({"orientation", "checkin.orientation", "checkin.ask_orientation", std::nullopt,
                             "checkin.orientation_no", "checkin.orientation_yes"});
    return questions;
}

const ReasonRow* reason_of(const CandidateView& who, std::string_view rule) {
    const auto found = std::ranges::find(who.reasons, rule, &ReasonRow::rule);
    return found == who.reasons.end() ? nullptr : &*found;
}

/// What stands in one row: a rule's answer, or a question with its rule.
struct Row {
    std::string id;
    ui::Outcome mark{};
    std::string words;
    std::string source;
    std::optional<Question> question;
    float words_height = 0;
    float source_width = 0;  ///< 0: the source has a line of its own
    float source_height = 0;
    float height = 0;
};

/// The source stands at the end of the line where there is room, else right below.
void measure(ui::Context& ui, Row& row, float width) {
    const float room = width - kMark;
    const float words = ui::text_width(ui, ui::Type::body, row.words);
    const float source = ui::text_width(ui, ui::Type::source, row.source) + 1;
    const bool beside = words + kSourceGap + source <= room;
    row.words_height = ui::text_height(ui, ui::Type::body, row.words, room);
    row.source_width = beside ? source : 0;
    row.source_height =
        row.source.empty() || beside ? 0 : ui::text_height(ui, ui::Type::source, row.source, room);
    row.height = row.words_height + row.source_height + kRowPadding;
    if (row.question) row.height += kAnswer + 8;
}

/// Questions first, then what refuses, what asks, what is fine: what has to be looked at is never below an
/// edge.
std::vector<Row> rows_of(ui::Context& ui, const CandidateView& who, float width) {
    std::vector<Row> rows;
    const auto questions = questions_of(who);
    for (const Question& question : questions) {
        const ReasonRow* reason = reason_of(who, question.rule);
        Row row;
        row.id = "checkin.reason." + std::string(question.rule);
        row.mark = reason != nullptr  ? mark_of(reason->outcome)
                   : !question.answer ? ui::Outcome::ask
                   : *question.answer ? ui::Outcome::no
                                      : ui::Outcome::yes;
        row.words = question.answer && reason != nullptr ? ui.pick(reason->text) : ui.tr(question.words);
        row.source = reason != nullptr ? reason->source : std::string();
        row.question = question;
        rows.push_back(std::move(row));
    }
    std::vector<const ReasonRow*> sorted;
    for (const ReasonRow& reason : who.reasons)
        if (std::ranges::none_of(questions, [&](const Question& q) { return q.rule == reason.rule; }))
            sorted.push_back(&reason);
    std::ranges::stable_sort(sorted, std::greater(),
                             [](const ReasonRow* r) { return static_cast<int>(r->outcome); });
    for (const ReasonRow* reason : sorted) {
        Row row;
        row.id = "checkin.reason." + reason->rule;
        // A rule may speak twice (two limits): ids stay one each.
        const auto same = std::ranges::count_if(rows, [&](const Row& r) { return r.id.starts_with(row.id); });
        if (same > 0) row.id += "." + std::to_string(same);
        row.mark = mark_of(reason->outcome);
        row.words = ui.pick(reason->text);
        row.source = reason->source;
        rows.push_back(std::move(row));
    }
    for (Row& row : rows) measure(ui, row, width);
    return rows;
}

std::string_view mark_words(ui::Outcome mark) {
    switch (mark) {
        case ui::Outcome::yes:
            return "frame.mark_yes";
        case ui::Outcome::ask:
            return "frame.mark_ask";
        case ui::Outcome::no:
            return "frame.mark_no";
    }
    return "frame.mark_ask";
}

void draw_answers(ui::Context& ui, const ui::Rect& at, const Question& question, Intents& intents) {
    const std::string no = ui.tr(question.no);
    const std::string yes = ui.tr(question.yes);
    const std::array<ui::Choice, 2> answers{{{"no", no, {}}, {"yes", yes, {}}}};
    const int selected = question.answer ? (*question.answer ? 1 : 0) : -1;
    const int chosen = choose_one(ui, question.id, at, answers, selected);
    if (chosen < 0) return;
    if (question.rule == "infection")
        intents.push_back(AnswerInfection{chosen == 1});
    else if (question.rule == "orientation" && chosen == 1)
        intents.push_back(RecordOrientation{});
    else if (question.rule == "medical")
        intents.push_back(AnswerTreatment{chosen == 1});
}

void draw_row(ui::Context& ui, const ui::Rect& at, const Row& row, Intents& intents) {
    ui::divider(ui, at);
    ui::Rect line{at.x, at.y + kRowPadding / 2, at.w, row.words_height};
    ui::outcome_mark(ui, "", {line.x, line.y, 24, 28}, row.mark, 22, ui.tr(mark_words(row.mark)));
    line.cut_left(kMark);
    const ui::TextLook source{
        .type = ui::Type::source, .ink = ui.theme().quiet_ink, .align = ui::Align::right, .middle = true};
    if (row.source_width > 0)
        ui::text(ui, "", line.cut_right(row.source_width, kSourceGap), row.source, source);
    ui::text(ui, row.id, line, row.words);
    ui::Rect below{line.x, line.bottom(), at.right() - line.x, row.source_height};
    if (row.source_height > 0) ui::text(ui, "", below, row.source, source);
    if (row.question)
        draw_answers(ui, {below.x, below.bottom() + 4, at.right() - below.x, kAnswer}, *row.question,
                     intents);
}

/// The answer over the card's width, cut off its top: as high as its words, and a mark as large as that
/// allows.
void draw_answer(ui::Context& ui, ui::Rect& card, const CandidateView& who, bool tight) {
    const ui::Outcome mark = mark_of(who.verdict);
    const float size = tight ? kTightMark : kAnswerMark;
    const float width = card.w - size - ui::kGap;
    const std::string& headline = ui.pick(who.headline);
    const std::string& subtitle = ui.pick(who.subtitle);
    const float first = ui::text_height(ui, ui::Type::name, headline, width);
    const float second = ui::text_height(ui, ui::Type::body, subtitle, width);
    ui::Rect at = card.cut_top(std::max(size, first + second), 10);
    ui::outcome_mark(ui, "checkin.verdict", at.cut_left(size, ui::kGap), mark, size, ui.tr(mark_words(mark)));
    at.y += (at.h - first - second) / 2;
    ui::text(ui, "checkin.headline", at.cut_top(first), headline,
             {.type = ui::Type::name,
              .ink = ui::ink_of(ui.theme(), ui::tone_of(mark)),
              .role = ui::Role::heading});
    ui::text(ui, "checkin.subtitle", at, subtitle, {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
}

/// How many rows stand in `room` if the rest, all of them fine, is summed up in one.
std::size_t rows_shown(const std::vector<Row>& rows, float room) {
    float all = 0;
    for (const Row& row : rows) all += row.height;
    if (all <= room) return rows.size();
    std::size_t shown = 0;
    float used = kMore;
    while (shown < rows.size() && (used + rows[shown].height <= room ||
                                   rows[shown].mark != ui::Outcome::yes || rows[shown].question.has_value()))
        used += rows[shown++].height;
    return shown;
}

}  // namespace

void draw_verdict(ui::Context& ui, const ui::Rect& at, const CandidateView& who, CheckInState& state,
                  Intents& intents) {
    ui::Rect inside = ui::card(ui, at);
    draw_answer(ui, inside, who, at.h < kTight);
    inside.h += 8;  // the last row may stand nearer to the edge than a card's words
    const std::vector<Row> rows = rows_of(ui, who, inside.w);
    const std::size_t shown = state.all_reasons ? rows.size() : rows_shown(rows, inside.h);
    const bool more = shown < rows.size();
    float content = more ? kMore : 0;
    for (std::size_t i = 0; i < shown; ++i) content += rows[i].height;
    ui::Rect place = begin_list(ui, "checkin.reasons", inside, content);
    for (std::size_t i = 0; i < shown; ++i) draw_row(ui, place.cut_top(rows[i].height), rows[i], intents);
    if (more) {
        ui::Rect line = place.cut_top(kMore);
        ui::divider(ui, line);
        const std::string words = ui.tr("checkin.more_fine", {std::to_string(rows.size() - shown)});
        if (ui::row(ui, "checkin.reasons.more", line, words)) state.all_reasons = true;
        ui::outcome_mark(ui, "", {line.x, line.y, 24, line.h}, ui::Outcome::yes, 22, "");
        ui::text(ui, "", line.cut_right(24), ui::icon_text(ui::Icon::down),
                 {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
        line.cut_left(kMark);
        ui::text(ui, "", line, words, {.type = ui::Type::body, .ink = {}, .middle = true});
    }
    ui::end_scroll(ui);
}

}  // namespace sango::screens
