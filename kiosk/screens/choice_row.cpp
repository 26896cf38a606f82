#include "kiosk/screens/choice_row.h"

#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <string>

namespace sango::screens {
namespace {

constexpr float kTrack = 4;  // how far the raised piece stands in from the well's edge

constexpr float kWordsIn = 6;

/// The largest type in which every choice stands on one line: neighbours are of one size.
ui::Type common_type(ui::Context& ui, std::span<const ui::Choice> choices, float width, ChoiceStyle style) {
    const bool tabs = style == ChoiceStyle::tabs;
    ui::Type common = tabs ? ui::Type::small : ui::Type::large;
    for (const ui::Choice& choice : choices) {
        const ui::Type type =
            tabs ? ui::fit_text(ui, {ui::Type::small, ui::Type::source}, choice.words, width - 2 * kWordsIn)
                 : ui::fit_text(ui, {ui::Type::large, ui::Type::body, ui::Type::small}, choice.words,
                                width - 2 * kWordsIn);
        if (ui::spec_of(type).size < ui::spec_of(common).size) common = type;
    }
    return common;
}

void draw_words(ui::Context& ui, const ui::Rect& at, std::string_view words, ui::Color ink, ui::Type type) {
    ui::text(ui, "", at.inset(kWordsIn, 0), words,
             {.type = type, .ink = ink, .align = ui::Align::center, .middle = true});
}

bool draw_choice(ui::Context& ui, const std::string& id, const ui::Rect& at, const ui::Choice& choice,
                 bool chosen, ChoiceStyle style, ui::Type type) {
    const ui::Theme& theme = ui.theme();
    const bool greyed = !choice.why_disabled.empty();
    const ui::Press press = ui.press({.id = id,
                                      .role = ui::Role::choice,
                                      .text = std::string(choice.words),
                                      .at = at,
                                      .pressable = true,
                                      .enabled = !greyed,
                                      .why = std::string(choice.why_disabled),
                                      .checked = chosen,
                                      .selected = chosen});
    if (style == ChoiceStyle::tabs) {
        const ui::Rect piece = at.inset(kTrack);
        if (chosen) ui::fill(ui, piece, theme.card, ui::kButtonCorner - kTrack);
        draw_words(ui, at, choice.words, chosen ? theme.ink : theme.neutral_chip.ink, type);
    } else {
        const ui::Color ground = greyed ? theme.disabled.fill : chosen ? theme.card : theme.well;
        ui::fill(ui, at, press.held ? theme.line : ground, ui::kButtonCorner);
        if (chosen) ui::outline(ui, at.inset(1.5F), theme.accent, ui::kButtonCorner - 1, 3);
        draw_words(ui, at, choice.words, greyed ? theme.disabled.ink : theme.ink, type);
    }
    if (press.focused) ui::outline(ui, at.inset(-3), theme.accent, ui::kButtonCorner + 3, 2);
    return press.pressed;
}

}  // namespace

int choose_one(ui::Context& ui, std::string_view id, const ui::Rect& at, std::span<const ui::Choice> choices,
               int selected, ChoiceStyle style) {
    if (choices.empty()) return -1;
    int pressed = -1;
    const bool tabs = style == ChoiceStyle::tabs;
    if (tabs) ui::fill(ui, at, ui.theme().well, ui::kButtonCorner);
    const auto places = at.columns(choices.size(), tabs ? 0 : 10);
    const ui::Type type = common_type(ui, choices, places.front().w, style);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const std::string full = std::string(id) + "." + std::string(choices[i].id);
        if (draw_choice(ui, full, places[i], choices[i], static_cast<int>(i) == selected, style, type))
            pressed = static_cast<int>(i);
    }
    return pressed;
}

}  // namespace sango::screens
