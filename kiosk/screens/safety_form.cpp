#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/safety_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using FieldKind = FormFieldView::Kind;

constexpr float kLabel = 300;

float row_height(ui::Context& ui, const FormFieldView& field) {
    const float label = ui::text_height(ui, ui::Type::small, ui.pick(field.label), kLabel - ui::kGap);
    return std::max(field.kind == FieldKind::long_text ? 132.0F : 52.0F, label) + 16;
}

/// What is typed and not kept yet, else what is kept.
std::string& draft_of(SafetyState& state, const FormFieldView& field) {
    return state.drafts.try_emplace(field.key, field.value).first->second;
}

void draw_field(ui::Context& ui, ui::Rect row, const FormFieldView& field, bool closed, SafetyState& state,
                std::vector<Intent>& intents) {
    row = row.inset(0, 8);
    ui::text(ui, "", row.cut_left(kLabel, ui::kGap), ui.pick(field.label),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    const std::string id = "safety.field." + field.key;
    if (field.kind == FieldKind::yes_no) {
        const std::string yes = ui.tr("safety.yes");
        const std::string no = ui.tr("safety.no");
        const std::string why = closed ? ui.tr("safety.closed") : "";
        const std::array<ui::Choice, 2> choices{{{"yes", yes, why}, {"no", no, why}}};
        const int selected = field.value == "yes" ? 0 : field.value == "no" ? 1 : -1;
        const int chosen = choose_one(ui, id, row.cut_left(260), choices, selected);
        if (chosen >= 0) intents.push_back(SaveFormField{field.key, chosen == 0 ? "yes" : "no"});
        return;
    }
    std::string& draft = draft_of(state, field);
    const std::string placeholder = field.municipalitys               ? ui.tr("safety.by_municipality")
                                    : field.kind == FieldKind::date   ? ui.tr("safety.date_hint")
                                    : field.kind == FieldKind::moment ? ui.tr("safety.moment_hint")
                                                                      : std::string();
    const bool lines = field.kind == FieldKind::long_text;
    const auto event = ui::text_field(ui, id, row, draft,
                                      {.placeholder = placeholder,
                                       .why_disabled = closed ? ui.tr("safety.closed") : std::string(),
                                       .most = 6'000,
                                       .lines = lines});
    // Kept when the hand leaves the field, or with Enter: nothing has to be pressed.
    const bool left = !event.focused && draft != field.value;
    if (event.submitted || left) intents.push_back(SaveFormField{field.key, draft});
    // The clinic's answer shows what was kept.
    if (left || (!event.focused && draft == field.value)) state.drafts.erase(field.key);
}

}  // namespace

void keep_drafts(const IncidentView& incident, SafetyState& state, std::vector<Intent>& intents,
                 int but_section) {
    for (const FormFieldView& field : incident.fields) {
        if (field.section == but_section) continue;
        const auto draft = state.drafts.find(field.key);
        if (draft == state.drafts.end()) continue;
        if (draft->second != field.value) intents.push_back(SaveFormField{field.key, draft->second});
        state.drafts.erase(draft);
    }
}

void draw_form(ui::Context& ui, ui::Rect area, const IncidentView& incident, SafetyState& state,
               std::vector<Intent>& intents) {
    ui::Rect inside = ui::card(ui, area);
    constexpr std::array<std::string_view, 6> kSections{
        "safety.section_header", "safety.section_facility",  "safety.section_user",
        "safety.section_event",  "safety.section_condition", "safety.section_municipality"};
    std::array<std::string, 6> words;
    std::array<std::string, 6> ids;
    std::array<ui::Choice, 6> choices;
    for (std::size_t i = 0; i < kSections.size(); ++i) {
        words[i] = ui.tr(kSections[i]);
        ids[i] = std::to_string(i);
        choices[i] = {ids[i], words[i], {}};
    }
    const int chosen = choose_one(ui, "safety.section", inside.cut_top(48, ui::kGap), choices, state.section,
                                  ChoiceStyle::tabs);
    if (chosen >= 0) state.section = chosen;
    keep_drafts(incident, state, intents, state.section);
    float content = 0;
    for (const FormFieldView& field : incident.fields)
        if (field.section == state.section) content += row_height(ui, field);
    ui::Rect list = begin_list(ui, fmt::format("safety.form.{}", state.section), inside, content);
    for (const FormFieldView& field : incident.fields)
        if (field.section == state.section)
            draw_field(ui, list.cut_top(row_height(ui, field)), field, incident.row.closed, state, intents);
    ui::end_scroll(ui);
}

}  // namespace sango::screens
