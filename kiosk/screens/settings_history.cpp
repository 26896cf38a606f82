#include "kiosk/screens/list_area.h"
#include "kiosk/screens/settings_parts.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/scroll.h"
#include "kiosk/ui/text.h"

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kChangedWhen = 250;
constexpr float kChangedBy = 150;
constexpr float kHistoryPadding = 20;

std::string moment_text(const ui::Context& ui, Instant at) {
    const Date day = japan_date(at);
    const std::string date = ui.language == ui::Language::ja ? era_date_text(day) : english_date_text(day);
    return date + " " + time_text(at);
}

}  // namespace

std::string change_words(const ui::Context& ui, const SettingChangeLine& change) {
    return fmt::format("{} → {}", ui.pick(change.before), ui.pick(change.after));
}

void draw_setting_history(ui::Context& ui, const ui::Rect& at, const ProgrammePage& page) {
    ui::Rect inside = ui::card(ui, at);
    if (page.history.empty())
        return ui::empty_state(ui, "settings.history.none", inside, ui::Icon::history,
                               ui.tr("settings.history_none"));
    const float room = inside.w - kChangedWhen - kChangedBy;
    const auto words_of = [&](const SettingChangeLine& one) {
        return ui.pick(one.what) + ": " + change_words(ui, one);
    };
    const auto height_of = [&](const SettingChangeLine& one) {
        return ui::text_height(ui, ui::Type::body, words_of(one), room) + kHistoryPadding;
    };
    float height = 0;
    for (const SettingChangeLine& one : page.history) height += height_of(one);
    ui::Rect list = begin_list(ui, "settings.history", inside, height);
    for (std::size_t i = 0; i < page.history.size(); ++i) {
        const SettingChangeLine& one = page.history[i];
        ui::Rect line = list.cut_top(height_of(one));
        const std::string when = moment_text(ui, one.at);
        ui::plain_row(ui, fmt::format("settings.history.{}", i), line,
                      fmt::format("{} {} {}", when, one.by, words_of(one)));
        line = line.inset(0, kHistoryPadding / 2);
        ui::text(ui, "", line.cut_left(kChangedWhen, 0), when,
                 {.type = ui::Type::small, .ink = ui.theme().quiet_ink, .middle = true});
        ui::text(ui, "", line.cut_left(kChangedBy, 0), one.by,
                 {.type = ui::fit_text(ui, {ui::Type::small, ui::Type::source}, one.by, kChangedBy - 8),
                  .middle = true});
        ui::text(ui, "", line, words_of(one), {.type = ui::Type::body, .ink = {}, .middle = true});
    }
    ui::end_scroll(ui);
}

}  // namespace sango::screens
