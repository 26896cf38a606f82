#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {

using clinic::NoteKind;

ui::Icon icon_of(NoteKind kind) {
    switch (kind) {
        case NoteKind::milk:
            return ui::Icon::bottle;
        case NoteKind::breast:
            return ui::Icon::breast;
        case NoteKind::nappy:
            return ui::Icon::nappy;
        case NoteKind::temperature:
            return ui::Icon::thermometer;
        case NoteKind::weight:
            return ui::Icon::weight;
        case NoteKind::bath:
            return ui::Icon::bath;
        case NoteKind::sleep:
            return ui::Icon::sleep;
        case NoteKind::breast_care:
            return ui::Icon::breast_care;
        case NoteKind::meal:
            return ui::Icon::meal;
        case NoteKind::medication:
            return ui::Icon::medicine;
        case NoteKind::counselling:
            return ui::Icon::counselling;
        case NoteKind::text:
            return ui::Icon::memo;
        case NoteKind::pain:
            return ui::Icon::pain;
    }
    return ui::Icon::memo;
}

std::string kind_text(const ui::Context& ui, NoteKind kind) {
    return ui.tr("care.kind_" + std::string(clinic::word(kind)));
}

namespace {

constexpr float kValueGap = 10;

std::string unit_of(const ui::Context& ui, NoteKind kind) {
    switch (kind) {
        case NoteKind::milk:
            return "ml";
        case NoteKind::temperature:
            return "℃";
        case NoteKind::weight:
            return "g";
        case NoteKind::breast:
        case NoteKind::sleep:
            return ui.tr("care.minutes");
        default:
            return {};
    }
}

std::string amount_text(NoteKind kind, int amount) {
    if (kind == NoteKind::temperature) return fmt::format("{}.{}", amount / 10, amount % 10);
    return std::to_string(amount);
}

void open_pad(CareState& state) {
    state.pad = CareState::Pad::amount;
    state.digits = state.draft.amount ? std::to_string(*state.draft.amount) : std::string();
}

void choose_amount(CareState& state, int amount) {
    state.draft.amount = amount;
    state.draft.armed = true;
    if (state.pad == CareState::Pad::amount) state.digits = std::to_string(amount);
}

/// Amounts by one tap, and any other through the pad; the chosen one is filled.
void draw_presets(ui::Context& ui, ui::Rect at, const CareView& view, CareState& state) {
    const NoteKind kind = state.draft.kind;
    const std::vector<int> presets = presets_of(kind, view.last_milk_ml);
    const std::string unit = unit_of(ui, kind);
    const float unit_width = ui::text_width(ui, ui::Type::body, unit) + 1;
    ui::text(ui, "", at.cut_right(unit_width, kValueGap), unit,
             {.type = ui::Type::body, .ink = {}, .middle = true});

    const ui::Rect other_place =
        at.cut_right(std::max(64.0F, at.w / static_cast<float>(presets.size() + 1)), kValueGap);
    const auto places = at.columns(presets.size(), 8);
    bool among = false;
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const bool chosen = state.draft.amount == presets[i];
        among = among || chosen;
        if (ui::button(ui, fmt::format("care.preset.{}", presets[i]), places[i], std::to_string(presets[i]),
                       {.selected = chosen}))
            choose_amount(state, presets[i]);
    }
    const bool other = state.draft.amount.has_value() && !among;
    const std::string words = other ? amount_text(kind, *state.draft.amount) : ui.tr("care.other_amount");
    if (ui::button(
            ui, "care.amount", other_place, words,
            {.selected = other,
             .type = other ? ui::Type::large
                           : ui::fit_text(ui, {ui::Type::body, ui::Type::small}, words, other_place.w - 17)}))
        open_pad(state);
}

void draw_sides(ui::Context& ui, ui::Rect at, std::string_view id, std::span<const ui::Choice> choices,
                CareState& state) {
    int selected = -1;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (state.draft.detail == choices[i].id) selected = static_cast<int>(i);
    const int chosen = choose_one(ui, id, at, choices, selected);
    if (chosen < 0) return;
    state.draft.detail = choices[static_cast<std::size_t>(chosen)].id;
    state.draft.armed = true;
}

void draw_measure(ui::Context& ui, ui::Rect at, CareState& state) {
    const NoteKind kind = state.draft.kind;
    ui::text(ui, "", at.cut_left(120, kValueGap), kind_text(ui, kind),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
    const std::string figure = state.draft.amount ? amount_text(kind, *state.draft.amount) : std::string("—");
    const std::string words = figure + " " + unit_of(ui, kind);
    if (ui::button(ui, "care.amount", at.cut_left(240), words, {.icon = ui::Icon::keyboard})) open_pad(state);
}

/// A text with common words by one tap, which come after what stands there.
void draw_words(ui::Context& ui, ui::Rect at, CareState& state) {
    std::array<std::string, 4> words;
    const bool meal = state.draft.kind == NoteKind::meal;
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = ui.tr(fmt::format("care.{}_{}", meal ? "meal" : "breast_care", i));
    const auto places = at.columns(words.size(), kValueGap);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool chosen = state.draft.text == words[i];
        if (ui::button(ui, fmt::format("care.word.{}", i), places[i], words[i],
                       {.selected = chosen, .type = ui::Type::body})) {
            state.draft.text = chosen ? std::string() : words[i];
            state.draft.armed = true;
        }
    }
}

void draw_text(ui::Context& ui, const ui::Rect& at, CareState& state) {
    const std::string placeholder = ui.tr("care.text_" + std::string(clinic::word(state.draft.kind)));
    const auto event =
        ui::text_field(ui, "care.text", at.inset(0, 6), state.draft.text, {.placeholder = placeholder});
    if (event.changed) state.draft.armed = true;
}

}  // namespace

void draw_values(ui::Context& ui, ui::Rect at, const CareView& view, CareState& state) {
    switch (ask_of(state.draft.kind)) {
        case Ask::presets:
            return draw_presets(ui, at, view, state);
        case Ask::sides: {
            const std::string left = ui.tr("care.side_left");
            const std::string right = ui.tr("care.side_right");
            const std::string both = ui.tr("care.side_both");
            const std::array<ui::Choice, 3> sides{
                {{"left", left, {}}, {"right", right, {}}, {"both", both, {}}}};
            draw_sides(ui, at.cut_left(196, kValueGap), "care.side", sides, state);
            return draw_presets(ui, at, view, state);
        }
        case Ask::nappy: {
            const std::string urine = ui.tr("care.nappy_urine");
            const std::string stool = ui.tr("care.nappy_stool");
            const std::string both = ui.tr("care.nappy_both");
            const std::array<ui::Choice, 3> kinds{
                {{"urine", urine, {}}, {"stool", stool, {}}, {"both", both, {}}}};
            return draw_sides(ui, at, "care.nappy", kinds, state);
        }
        case Ask::measure:
            return draw_measure(ui, at, state);
        case Ask::nothing:
            ui::text(ui, "care.plain", at, ui.tr("care.bath_only"),
                     {.type = ui::Type::body, .ink = ui.theme().quiet_ink, .middle = true});
            return;
        case Ask::words:
            return draw_words(ui, at, state);
        case Ask::text:
            return draw_text(ui, at, state);
        case Ask::pain:
            return draw_pain_chosen(ui, at, state);
    }
}

}  // namespace sango::screens
