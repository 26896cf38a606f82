#include "kiosk/screens/settings_screen.h"

#include "kiosk/screens/notice_strip.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/icon.h"
#include "kiosk/ui/text.h"

#include <array>

namespace sango::screens {
namespace {

using Section = SettingsState::Section;

constexpr float kSections = 212;
constexpr float kSectionRow = 64;

struct SectionItem {
    Section section;
    std::string_view id;
    std::string_view words;
    ui::Icon icon;
};
constexpr std::array<SectionItem, 6> kSectionItems{
    {{Section::programmes, "settings.section.programmes", "settings.programmes", ui::Icon::document},
     {Section::clinic, "settings.section.clinic", "settings.clinic", ui::Icon::home},
     {Section::staff, "settings.section.staff", "settings.staff", ui::Icon::staff},
     {Section::audit, "settings.section.audit", "settings.audit", ui::Icon::history},
     {Section::papers, "settings.section.papers", "settings.papers", ui::Icon::printer},
     {Section::display, "settings.section.display", "settings.display", ui::Icon::day}}};

bool section_item(ui::Context& ui, const ui::Rect& at, const SectionItem& item, bool selected) {
    const std::string words = ui.tr(item.words);
    const ui::Press press = ui.press({.id = std::string(item.id),
                                      .role = ui::Role::choice,
                                      .text = words,
                                      .at = at,
                                      .pressable = true,
                                      .selected = selected});
    const ui::Theme& theme = ui.theme();
    const ui::Color ink = selected ? theme.selected.ink : theme.ink;
    if (selected || press.held)
        ui::fill(ui, at, selected ? theme.selected.fill : theme.well, ui::kButtonCorner);
    if (press.focused) ui::outline(ui, at, theme.accent, ui::kButtonCorner, 2);
    ui::Rect inside = at.inset(12, 0);
    ui::text(ui, "", inside.cut_left(32, 8), ui::icon_text(item.icon),
             {.type = ui::Type::large, .ink = ink, .middle = true});
    ui::text(ui, "", inside, words,
             {.type = selected ? ui::Type::strong : ui::Type::body, .ink = ink, .middle = true});
    return press.pressed;
}

}  // namespace

std::vector<Intent> draw_settings(ui::Context& ui, ui::Rect area, const SettingsView& view,
                                  const SignInView& sign_in, const std::optional<Notice>& notice,
                                  SettingsState& state, Light& light) {
    std::vector<Intent> intents;
    ui::Rect sections = area.cut_left(kSections, ui::kGap);
    ui::card(ui, sections);
    sections = sections.inset(8);
    for (const SectionItem& item : kSectionItems)
        if (section_item(ui, sections.cut_top(kSectionRow, 4), item, state.section == item.section)) {
            state.section = item.section;
            if (view.page) intents.push_back(OpenProgramme{});
            if (item.section == Section::audit) intents.emplace_back(ShowAudit{});
        }
    draw_notice(ui, area, notice, intents);
    if (state.section == Section::display)
        draw_display(ui, area, light);
    else if (state.section == Section::audit)
        draw_audit(ui, area, view.audit, intents);
    else if (state.section == Section::papers)
        draw_paper_settings(ui, area, view, state, intents);
    else if (state.section == Section::clinic)
        draw_particulars(ui, area, view, state, intents);
    else if (state.section == Section::staff)
        draw_staff(ui, area, sign_in, state, intents);
    else if (view.page)
        draw_programme_page(ui, area, view, state, intents);
    else
        draw_programmes(ui, area, view, state, intents);
    return intents;
}

}  // namespace sango::screens
