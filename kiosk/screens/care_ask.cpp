#include "kiosk/screens/care_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/night_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kRow = 60;
constexpr float kLabel = 210;

void draw_label(ui::Context& ui, ui::Rect& row, std::string_view key) {
    ui::text(ui, "", row.cut_left(kLabel, ui::kGap), ui.tr(key),
             {.ink = ui.theme().quiet_ink, .middle = true});
}

/// A score that is empty until it is touched.
void draw_score(ui::Context& ui, ui::Rect row, std::string_view label, std::string_view id, int most,
                std::optional<int>& score) {
    draw_label(ui, row, label);
    int value = score.value_or(0);
    const ui::Rect place = row.cut_left(300, ui::kGap);
    if (ui::stepper(ui, id, place, value, {.least = 0, .most = most, .step = 1, .unit = ""})) score = value;
    if (!score)
        ui::text(ui, "", row, ui.tr("care.mind_empty"),
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
}

void draw_item_10(ui::Context& ui, ui::Rect row, std::optional<int>& score) {
    draw_label(ui, row, "care.mind_item10");
    constexpr std::array<std::string_view, 4> kScores{"0", "1", "2", "3"};
    std::array<ui::Choice, 4> choices;
    for (std::size_t i = 0; i < kScores.size(); ++i) choices[i] = {kScores[i], kScores[i], {}};
    const int chosen =
        choose_one(ui, "care.mind.edit.item10", row.cut_left(420), choices, score.value_or(-1));
    if (chosen >= 0) score = chosen;
}

/// Item 10 above 0: someone goes to her now.
void draw_called(ui::Context& ui, ui::Rect row, const CareView& view, CareState& state) {
    ui::text(ui, "care.mind.edit.person", row.cut_left(kLabel, ui::kGap), ui.tr("care.mind_person"),
             {.ink = ui::ink_of(ui.theme(), ui::Tone::bad), .middle = true});
    const std::size_t shown = std::min<std::size_t>(view.staff.size(), 4);
    if (shown == 0) return;
    const auto places = row.columns(shown, ui::kSmallGap);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [id, name] = view.staff[i];
        if (ui::button(ui, fmt::format("care.mind.edit.called.{}", i), places[i], name,
                       {.selected = state.mind_called == id,
                        .type = ui::fit_text(ui, {ui::Type::body, ui::Type::small}, name, places[i].w - 20)}))
            state.mind_called = id;
    }
}

}  // namespace

bool draw_allergy_dialog(ui::Context& ui, const CareView& view, CareState& state,
                         std::vector<Intent>& intents) {
    const std::string title = ui.tr("care.allergy_title");
    const std::string sentence = view.allergies.empty() ? ui.tr("care.allergy_sentence")
                                                        : ui.tr("care.allergy_known", {view.allergies});
    const std::string confirm = ui.tr("care.allergy_confirm");
    const std::string cancel = ui.tr("frame.back");
    const bool some = state.allergy_answer == 1;
    const bool named = !trim(state.allergy_words).empty();
    const std::string why = state.allergy_answer < 0 ? ui.tr("care.allergy_need")
                            : some && !named         ? ui.tr("care.allergy_need_what")
                                                     : std::string();
    const ui::DialogWords words{
        .title = title, .sentence = sentence, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    ui::Rect inside = ui::begin_dialog(ui, "care.allergy", words, 56 + 34 + 52 + ui::kGap);
    const std::string none_words = ui.tr("care.allergy_none");
    const std::string some_words = ui.tr("care.allergy_some");
    const std::array<ui::Choice, 2> choices{{{"none", none_words, {}}, {"some", some_words, {}}}};
    const int chosen = choose_one(ui, "care.allergy", inside.cut_top(56, 34), choices, state.allergy_answer);
    if (chosen >= 0) state.allergy_answer = chosen;
    const std::string label = ui.tr("care.allergy_what");
    const std::string off = some ? std::string() : ui.tr("care.allergy_none");
    ui::text_field(ui, "care.allergy.what", inside.cut_top(52), state.allergy_words,
                   {.label = label, .why_disabled = off, .most = 600});
    switch (ui::end_dialog(ui, "care.allergy", words)) {
        case ui::Answer::none:
            return false;
        case ui::Answer::cancelled:
            state.asks_allergies = false;
            return false;
        case ui::Answer::confirmed:
            break;
    }
    state.asks_allergies = false;
    intents.push_back(AnswerAllergies{view.use_id, some, some ? std::string(trim(state.allergy_words)) : ""});
    return true;
}

void draw_mind_panel(ui::Context& ui, const CareView& view, CareState& state, std::vector<Intent>& intents) {
    MindView& mind = state.mind;
    const bool person = mind.item_10.value_or(0) > 0;
    const float gap = ui::kSmallGap;
    ui::Rect inside = begin_panel(ui, "care.mind.edit", ui.tr("care.mind_title", {view.mother}), 860,
                                  7 * (kRow + gap) + ui::kBigButton);
    ui::Rect row = inside.cut_top(kRow, gap);
    draw_label(ui, row, "care.mind_moment");
    const std::string arrival = ui.tr("care.mind_arrival");
    const std::string leaving = ui.tr("care.mind_leaving");
    const std::array<ui::Choice, 2> moments{{{"arrival", arrival, {}}, {"leaving", leaving, {}}}};
    const int moment = choose_one(ui, "care.mind.edit.moment", row, moments, mind.leaving ? 1 : 0);
    if (moment >= 0) mind.leaving = moment == 1;
    draw_score(ui, inside.cut_top(kRow, gap), "care.mind_epds", "care.mind.edit.epds", 30, mind.epds);
    draw_item_10(ui, inside.cut_top(kRow, gap), mind.item_10);
    row = inside.cut_top(kRow, gap);
    if (person) draw_called(ui, row, view, state);
    draw_score(ui, inside.cut_top(kRow, gap), "care.mind_bonding", "care.mind.edit.bonding", 30,
               mind.bonding);
    ui::checkbox(ui, "care.mind.edit.follow_up", inside.cut_top(kRow, gap), ui.tr("care.mind_follow_up"),
                 mind.follow_up);
    ui::checkbox(ui, "care.mind.edit.may_tell", inside.cut_top(kRow, gap), ui.tr("care.mind_may_tell"),
                 mind.may_tell);
    const bool nothing = !mind.epds && !mind.item_10 && !mind.bonding;
    const std::string why = nothing                               ? ui.tr("care.mind_need")
                            : person && state.mind_called.empty() ? ui.tr("care.mind_need_person")
                                                                  : std::string();
    if (ui::button(ui, "care.mind.edit.close", inside.cut_left(200, ui::kGap), ui.tr("frame.back")) ||
        ui.input().escape) {
        state.mind_open = false;
    } else if (ui::button(ui, "care.mind.edit.record", inside, ui.tr("care.record"),
                          {.kind = ui::ButtonKind::primary, .why_disabled = why})) {
        intents.push_back(WriteMind{view.use_id, mind.leaving, mind.epds, mind.item_10, mind.bonding,
                                    mind.follow_up, mind.may_tell,
                                    person ? state.mind_called : std::string()});
        state.mind_open = false;
    }
    ui.end_layer();
}

}  // namespace sango::screens
