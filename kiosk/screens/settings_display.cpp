#include "kiosk/screens/choice_row.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/text.h"

#include <array>

namespace sango::screens {
namespace {

constexpr float kChoice = 64;

}  // namespace

void draw_display(ui::Context& ui, ui::Rect at, Light& light) {
    ui::Rect inside = ui::card(ui, at).inset(8, 4);
    ui::heading(ui, "settings.display", inside.cut_top(40, 4), ui.tr("settings.display"));
    ui::text(ui, "", inside.cut_top(36, ui::kGap), ui.tr("settings.display_kept"),
             {.type = ui::Type::body, .ink = ui.theme().quiet_ink});

    ui::caption(ui, "", inside.cut_top(28, 6), ui.tr("settings.language"));
    const std::array<ui::Choice, 2> languages{{{"ja", "日本語", {}}, {"en", "English", {}}}};
    const int language = choose_one(ui, "settings.language", inside.cut_top(kChoice, 28).cut_left(420),
                                    languages, ui.language == ui::Language::ja ? 0 : 1);
    if (language >= 0) ui.language = language == 0 ? ui::Language::ja : ui::Language::en;

    ui::caption(ui, "", inside.cut_top(28, 6), ui.tr("settings.light"));
    const std::string automatic = ui.tr("frame.light_auto");
    const std::string day = ui.tr("frame.light_day");
    const std::string night = ui.tr("frame.light_night");
    const std::array<ui::Choice, 3> lights{{{"auto", automatic, {}}, {"day", day, {}}, {"night", night, {}}}};
    const int chosen = choose_one(ui, "settings.light", inside.cut_top(kChoice, 10).cut_left(640), lights,
                                  static_cast<int>(light));
    if (chosen >= 0) light = static_cast<Light>(chosen);
    ui::text(ui, "", inside, ui.tr("settings.light_auto_means"),
             {.type = ui::Type::small, .ink = ui.theme().quiet_ink});
}

}  // namespace sango::screens
