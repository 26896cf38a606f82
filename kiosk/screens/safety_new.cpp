#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/safety_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kNewLabel = 132;

void draw_label(ui::Context& ui, ui::Rect& row, std::string_view key) {
    ui::text(ui, "", row.cut_left(kNewLabel), ui.tr(key), {.ink = ui.theme().quiet_ink, .middle = true});
}

void draw_classes(ui::Context& ui, ui::Rect at, const SafetyView& view, SafetyState& state) {
    // Three above, two below: names of classes are long.
    const auto lines = at.rows(2, ui::kSmallGap);
    std::vector<ui::Choice> choices;
    int selected = -1;
    for (std::size_t i = 0; i < view.classes.size(); ++i) {
        choices.push_back({view.classes[i].first, ui.pick(view.classes[i].second), {}});
        if (view.classes[i].first == state.gravity) selected = static_cast<int>(i);
    }
    const std::size_t upper = std::min<std::size_t>(3, choices.size());
    const std::span all(choices);
    const int first = choose_one(ui, "safety.class", lines[0], all.first(upper), selected);
    const int second =
        choose_one(ui, "safety.class", lines[1], all.subspan(upper), selected - static_cast<int>(upper));
    if (first >= 0) state.gravity = view.classes[static_cast<std::size_t>(first)].first;
    if (second >= 0) state.gravity = view.classes[upper + static_cast<std::size_t>(second)].first;
}

void draw_when(ui::Context& ui, ui::Rect row, SafetyState& state) {
    draw_label(ui, row, "safety.when");
    constexpr std::array<int, 5> kAgo{0, 5, 15, 30, 60};
    std::array<std::string, 5> ids;
    std::array<std::string, 5> words;
    std::array<ui::Choice, 5> choices;
    int selected = -1;
    for (std::size_t i = 0; i < kAgo.size(); ++i) {
        ids[i] = std::to_string(kAgo[i]);
        words[i] = kAgo[i] == 0 ? ui.tr("safety.just_now") : ui.tr("safety.ago", {ids[i]});
        choices[i] = {ids[i], words[i], {}};
        if (state.minutes_ago == kAgo[i]) selected = static_cast<int>(i);
    }
    const int chosen = choose_one(ui, "safety.ago", row, choices, selected);
    if (chosen >= 0) state.minutes_ago = kAgo[static_cast<std::size_t>(chosen)];
}

void draw_who(ui::Context& ui, ui::Rect at, const SafetyView& view, SafetyState& state) {
    constexpr std::size_t kColumns = 3;
    const std::size_t count = view.people.size() + 1;
    const std::size_t rows = (count + kColumns - 1) / kColumns;
    constexpr float kRow = 56;
    ui::Rect list = ui::begin_scroll(ui, "safety.who.list", at, static_cast<float>(rows) * (kRow + 8));
    list.h = static_cast<float>(rows) * (kRow + 8);
    for (std::size_t i = 0; i < count; ++i) {
        const ui::Rect place =
            list.rows(rows, 0)[i / kColumns].columns(kColumns, 8)[i % kColumns].inset(0, 4);
        const int who = static_cast<int>(i) - 1;
        const std::string words = i == 0 ? ui.tr("safety.nobody") : view.people[i - 1].words;
        if (ui::button(ui, fmt::format("safety.who.{}", i), place, words,
                       {.selected = state.who == who,
                        .type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, words,
                                             place.w - 24)}))
            state.who = who;
    }
    ui::end_scroll(ui);
}

}  // namespace

void draw_new_incident(ui::Context& ui, ui::Rect area, const SafetyView& view, SafetyState& state,
                       std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, area);
    ui::heading(ui, "safety.new.title", inside.cut_top(40, ui::kSmallGap), ui.tr("safety.new_title"));
    ui::Rect classes = inside.cut_top(2 * 56 + ui::kSmallGap, ui::kGap);
    draw_label(ui, classes, "safety.class");
    draw_classes(ui, classes, view, state);
    draw_when(ui, inside.cut_top(56, ui::kGap), state);
    ui::Rect foot = inside.cut_bottom(ui::kBigButton, ui::kGap);
    ui::Rect words = inside.cut_bottom(112, ui::kGap);
    draw_label(ui, words, "safety.what");
    const std::string placeholder = ui.tr("safety.what_hint");
    ui::text_field(ui, "safety.words", words, state.words, {.placeholder = placeholder, .lines = true});
    draw_label(ui, inside, "safety.who");
    draw_who(ui, inside, view, state);

    const bool empty = trim(state.words).empty();
    if (ui::button(ui, "safety.cancel", foot.cut_left(180, ui::kGap), ui.tr("frame.back")))
        state = {};
    else if (ui::button(ui, "safety.record", foot, ui.tr("safety.record"),
                        {.kind = ui::ButtonKind::primary,
                         .why_disabled = empty ? ui.tr("safety.need_words") : std::string()})) {
        const bool someone = state.who >= 0 && state.who < static_cast<int>(view.people.size());
        const IncidentPerson who =
            someone ? view.people[static_cast<std::size_t>(state.who)] : IncidentPerson{};
        intents.push_back(ReportIncident{state.gravity, who.use_id, who.child_id, state.minutes_ago,
                                         std::string(trim(state.words))});
    }
}

}  // namespace sango::screens
