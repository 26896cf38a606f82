#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/kana_pad.h"
#include "kiosk/screens/list_area.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/mark.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/text_field.h"
#include "shared/clinic/particulars.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::screens {
namespace {

using clinic::Particular;
using Group = Particular::Group;
using Draft = SettingsState::Particulars;

constexpr float kParticularLabel = 28;
constexpr float kParticularField = 52;
constexpr float kParticularRow = kParticularLabel + kParticularField + 12;
constexpr float kGroupHead = 40;
constexpr float kKey = 60;

std::string label_of(const ui::Context& ui, const Particular& one) {
    return std::string(ui.language == ui::Language::ja ? one.ja : one.en);
}

bool has_pad(const Particular& one) {
    return one.kind != Particular::Kind::line && one.kind != Particular::Kind::account_kind;
}

/// What was typed, unless the clinic's own words have changed under it.
void begin_draft(const SettingsView& view, Draft& draft) {
    if (draft.before == view.particulars) return;
    draft = {.before = view.particulars, .now = view.particulars};
}

std::string why_bad(const ui::Context& ui, const Particular& one, const std::string& typed) {
    const auto tidy = clinic::tidy_particular(one, typed);
    return tidy ? std::string() : ui.pick(tidy.error().message);
}

void draw_account_kind(ui::Context& ui, ui::Rect at, const Particular& one, std::string& text) {
    ui::text(ui, "", at.cut_top(kParticularLabel), label_of(ui, one),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    const std::array<ui::Choice, 2> kinds{
        {{"0", clinic::kAccountKinds[0], {}}, {"1", clinic::kAccountKinds[1], {}}}};
    const auto found = std::ranges::find(clinic::kAccountKinds, text);
    const int now =
        found == clinic::kAccountKinds.end() ? -1 : static_cast<int>(found - clinic::kAccountKinds.begin());
    const int chosen =
        choose_one(ui, fmt::format("clinic.{}", one.name), at.cut_top(kParticularField), kinds, now);
    if (chosen >= 0) text = clinic::kAccountKinds[static_cast<std::size_t>(chosen)];
}

/// As it stands, for who may not change it.
void draw_read(ui::Context& ui, ui::Rect at, const Particular& one, const std::string& text) {
    ui::text(ui, "", at.cut_top(kParticularLabel), label_of(ui, one),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
    const std::string shown = text.empty() ? std::string("—") : text;
    ui::text(ui, fmt::format("clinic.{}", one.name), at.cut_top(kParticularField), shown,
             {.type = ui::fit_text(ui, {ui::Type::body, ui::Type::small, ui::Type::source}, shown, at.w),
              .middle = true});
}

void draw_particular(ui::Context& ui, ui::Rect at, const SettingsView& view, std::size_t index,
                     Draft& draft) {
    const Particular& one = clinic::particulars()[index];
    std::string& text = draft.now[index];
    if (!view.may_change) return draw_read(ui, at, one, text);
    if (one.kind == Particular::Kind::account_kind) return draw_account_kind(ui, at, one, text);
    const std::string label = label_of(ui, one);
    at.cut_top(kParticularLabel);
    ui::Rect field = at.cut_top(kParticularField);
    const std::string says = ui.tr("clinic.pad");
    if (has_pad(one) && ui::button(ui, fmt::format("clinic.pad.{}", one.name), field.cut_right(kKey, 8), "",
                                   {.icon = ui::Icon::keyboard, .says = says})) {
        draft.pad = index;
        draft.typed = text;
    }
    ui::text_field(ui, fmt::format("clinic.{}", one.name), field, text, {.label = label, .most = 300});
}

/// Where one of them is in the order of the form.
std::size_t at_name(std::string_view name) {
    const auto all = clinic::particulars();
    return static_cast<std::size_t>(std::ranges::find(all, name, &Particular::name) - all.begin());
}

void draw_group(ui::Context& ui, ui::Rect& at, std::string_view title) {
    ui::heading(ui, "", at.cut_top(kGroupHead), ui.tr(title));
}

void draw_fields(ui::Context& ui, const ui::Rect& at, const SettingsView& view, Draft& draft) {
    const auto halves = at.columns(2, 2 * ui::kGap);
    ui::Rect left = halves[0];
    ui::Rect right = halves[1];
    const auto one = [&](ui::Rect& column, std::string_view name) {
        draw_particular(ui, column.cut_top(kParticularRow), view, at_name(name), draft);
    };
    const auto pair = [&](ui::Rect& column, std::string_view first, std::string_view second) {
        const auto places = column.cut_top(kParticularRow).columns(2, ui::kGap);
        draw_particular(ui, places[0], view, at_name(first), draft);
        draw_particular(ui, places[1], view, at_name(second), draft);
    };
    draw_group(ui, left, "clinic.group_clinic");
    for (const std::string_view name :
         {"name", "address", "phone", "owner", "representative", "programme_manager"})
        one(left, name);
    draw_group(ui, right, "clinic.group_bank");
    pair(right, "bank.name", "bank.branch");
    pair(right, "bank.kind", "bank.number");
    one(right, "bank.holder");
    right.cut_top(8);
    draw_group(ui, right, "clinic.group_invoice");
    one(right, "invoice.registration");
    one(right, "invoice.prefix");
}

/// The entry by keys on the screen: digits, or the fifty sounds.
void draw_pad(ui::Context& ui, Draft& draft) {
    const Particular& one = clinic::particulars()[*draft.pad];
    const bool kana = one.kind == Particular::Kind::kana;
    const std::string title = label_of(ui, one);
    const std::string confirm = ui.tr("clinic.pad_ok");
    const std::string cancel = ui.tr("frame.back");
    const std::string why = why_bad(ui, one, draft.typed);
    const ui::DialogWords words{.title = title, .confirm = confirm, .cancel = cancel, .why_disabled = why};
    const std::string id = kana ? "clinic.kana" : "clinic.number";
    constexpr float kDigitKeys = 4 * 60;
    constexpr std::size_t kMostTyped = 14;
    ui::Rect inside =
        ui::begin_dialog(ui, id, words, 60 + (kana ? kKanaPad : kDigitKeys), kana ? 860.0F : 560.0F);
    const auto tidy = clinic::tidy_particular(one, draft.typed);
    const std::string shown = kana && tidy ? *tidy : draft.typed;
    ui::text(ui, id + ".shown", inside.cut_top(60), shown.empty() ? std::string("—") : shown,
             {.type = ui::Type::name, .align = ui::Align::center, .middle = true});
    if (kana)
        (void)kana_pad(ui, id + ".pad", inside, draft.typed);
    else
        (void)ui::number_pad(ui, id + ".pad", inside, draft.typed, kMostTyped);
    switch (ui::end_dialog(ui, id, words)) {
        case ui::Answer::none:
            return;
        case ui::Answer::confirmed:
            if (tidy) draft.now[*draft.pad] = *tidy;
            break;
        case ui::Answer::cancelled:
            break;
    }
    draft.pad.reset();
    draft.typed.clear();
}

/// What is to be written, and why it cannot be yet.
struct Saving {
    SaveParticulars told;
    std::string why;
};

Saving saving_of(const ui::Context& ui, const SettingsView& view, const Draft& draft) {
    Saving saving;
    const auto all = clinic::particulars();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (draft.now[i] == draft.before[i]) continue;
        saving.told.told.emplace_back(all[i].name, draft.now[i]);
        if (saving.why.empty()) saving.why = why_bad(ui, all[i], draft.now[i]);
    }
    if (draft.now.front().empty()) saving.why = ui.tr("clinic.need_name");
    if (saving.told.told.empty()) saving.why = ui.tr("settings.nothing_new");
    if (!view.may_change) saving.why = ui.tr("settings.manager_short");
    return saving;
}

}  // namespace

void draw_particulars(ui::Context& ui, ui::Rect at, const SettingsView& view, SettingsState& state,
                      std::vector<Intent>& intents) {
    if (view.particulars.size() != clinic::particulars().size()) return;
    Draft& draft = state.particulars;
    begin_draft(view, draft);
    ui::Rect inside = ui::card(ui, at);
    ui::Rect foot = inside.cut_bottom(ui::kBigButton, ui::kGap);
    constexpr float kHeight = kGroupHead + 6 * kParticularRow;
    draw_fields(ui, begin_list(ui, "clinic.form", inside, kHeight), view, draft);
    ui::end_scroll(ui);
    const Saving saving = saving_of(ui, view, draft);
    if (ui::button(ui, "clinic.save", foot.cut_right(320, ui::kGap), ui.tr("settings.record"),
                   {.kind = ui::ButtonKind::primary, .why_disabled = saving.why}))
        intents.push_back(saving.told);
    ui::text(ui, "clinic.means", foot, ui.tr("clinic.means"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
    if (draft.pad) draw_pad(ui, draft);
}

}  // namespace sango::screens
