#include "kiosk/screens/check_in_parts.h"
#include "kiosk/screens/choice_row.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/base/date.h"
#include "shared/base/text.h"
#include "shared/base/user_number.h"

namespace sango::screens {
namespace {

constexpr float kLabel = 28;
constexpr float kField = 52;

void field(ui::Context& ui, ui::Rect& at, std::string_view id, std::string_view label_key, std::string& value,
           std::string_view placeholder = {}, std::string_view wrong = {}) {
    at.cut_top(kLabel);
    const std::string label = ui.tr(label_key);
    ui::text_field(ui, id, at.cut_top(kField, wrong.empty() ? 14 : 30), value,
                   {.label = label, .placeholder = placeholder, .error = wrong, .most = 300});
}

/// A card's own words where it brought some; a new card begins a new draft.
void begin_from_card(const CheckInView& view, RegisterDraft& draft) {
    if (!view.register_form || draft.card_of == view.register_form->user_number) return;
    const clinic::Registration& card = *view.register_form;
    draft = {};
    draft.card_of = card.user_number;
    draft.name = card.name;
    draft.kana = card.kana;
    draft.phone = card.phone;
    draft.allergies = card.allergies;
}

Message programme_name(const CheckInView& view, std::string_view id) {
    for (const auto& [programme, name] : view.programmes)
        if (programme == id) return name;
    return {std::string(id), std::string(id)};
}

void draw_whose_card(ui::Context& ui, ui::Rect& at, const CheckInView& view) {
    const clinic::Registration& card = *view.register_form;
    const std::string words = ui.pick(programme_name(view, card.programme)) + " " + card.user_number;
    ui::text(ui, "checkin.register.card", at.cut_top(28, 14), ui.tr("checkin.register_card", {words}),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});
}

/// Whether this can be a number of the chosen municipality: by its check sign, where its numbers have one.
bool number_stands(const CheckInView& view, const RegisterDraft& draft) {
    const bool own =
        draft.programme >= 0 &&
        view.own_numbers.contains(view.programmes[static_cast<std::size_t>(draft.programme)].first);
    return own ? !trim(draft.number).empty() : parse_user_number(draft.number).has_value();
}

/// Without a card: which programme, which number, when the child was born.
void draw_typed_part(ui::Context& ui, ui::Rect& at, const CheckInView& view, RegisterDraft& draft) {
    std::vector<ui::Choice> choices;
    for (const auto& [id, name] : view.programmes) choices.push_back({id, ui.pick(name), {}});
    if (choices.size() == 1) draft.programme = 0;
    const int chosen =
        choose_one(ui, "checkin.register.programme", at.cut_top(52, 4), choices, draft.programme);
    if (chosen >= 0) draft.programme = chosen;

    ui::Rect pair = at.cut_top(kLabel + kField + 30);
    const auto halves = pair.columns(2, ui::kGap);
    ui::Rect left = halves[0];
    ui::Rect right = halves[1];
    const bool number_wrong = draft.number.size() >= 6 && !number_stands(view, draft);
    const bool born_wrong = draft.born.size() >= 10 && !parse_date(narrow(draft.born));
    field(ui, left, "checkin.register.number", "checkin.field_number", draft.number, "N-4821-7",
          number_wrong ? ui.tr("checkin.number_wrong") : "");
    field(ui, right, "checkin.register.born", "checkin.field_born", draft.born, "2026-09-12",
          born_wrong ? ui.tr("checkin.born_wrong") : "");
}

std::string missing(const ui::Context& ui, const CheckInView& view, const RegisterDraft& draft) {
    if (!view.register_form) {
        if (draft.programme < 0) return ui.tr("checkin.need_programme");
        if (!number_stands(view, draft)) return ui.tr("checkin.need_number");
        if (!trim(draft.born).empty() && !parse_date(narrow(draft.born))) return ui.tr("checkin.born_wrong");
    }
    if (trim(draft.name).empty()) return ui.tr("checkin.need_name");
    return {};
}

clinic::Registration filled_in(const CheckInView& view, const RegisterDraft& draft) {
    clinic::Registration result;
    if (view.register_form) {
        result = *view.register_form;
    } else {
        result.programme = view.programmes[static_cast<std::size_t>(draft.programme)].first;
        result.user_number = parse_user_number(draft.number).value_or(std::string(trim(draft.number)));
        if (const auto born = parse_date(narrow(draft.born))) {
            clinic::Child child;
            child.born = born;
            result.children.push_back(std::move(child));
        }
    }
    result.name = trim(draft.name);
    result.kana = trim(draft.kana);
    result.phone = trim(draft.phone);
    result.allergies = trim(draft.allergies);
    return result;
}

}  // namespace

void draw_register_form(ui::Context& ui, const ui::Rect& at, const CheckInView& view, CheckInState& state,
                        Intents& intents) {
    RegisterDraft& draft = state.registration;
    begin_from_card(view, draft);

    ui::Rect area = at;
    ui::Rect buttons = area.cut_bottom(ui::kBigButton, ui::kGap);
    ui::Rect inside = ui::card(ui, area);
    ui::heading(ui, "checkin.register", inside.cut_top(36, 8), ui.tr("checkin.register_title"));
    if (view.register_form)
        draw_whose_card(ui, inside, view);
    else
        draw_typed_part(ui, inside, view, draft);
    field(ui, inside, "checkin.register.name", "checkin.field_name", draft.name,
          ui.tr("checkin.example_name"));
    field(ui, inside, "checkin.register.kana", "checkin.field_kana", draft.kana,
          ui.tr("checkin.example_kana"));
    const auto halves = inside.cut_top(kLabel + kField + 10).columns(2, ui::kGap);
    ui::Rect left = halves[0];
    ui::Rect right = halves[1];
    field(ui, left, "checkin.register.phone", "checkin.field_phone", draft.phone, "090-1234-5678");
    field(ui, right, "checkin.register.allergies", "checkin.field_allergies", draft.allergies,
          ui.tr("checkin.example_allergies"));

    if (ui::button(ui, "checkin.register.cancel", buttons.cut_left(180, ui::kGap), ui.tr("checkin.cancel"))) {
        if (view.register_form) intents.push_back(LeaveCheckIn{});
        draft = {};
    }
    const std::string why = missing(ui, view, draft);
    if (ui::button(ui, "checkin.register.ok", buttons, ui.tr("checkin.register_ok"),
                   {.kind = ui::ButtonKind::primary, .why_disabled = why}))
        intents.push_back(RegisterMother{filled_in(view, draft)});
}

}  // namespace sango::screens
