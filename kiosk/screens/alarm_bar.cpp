#include "kiosk/screens/alarm_bar.h"

#include "kiosk/screens/bar.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/text.h"

#include <algorithm>

namespace sango::screens {
namespace {

using std::chrono::milliseconds;

constexpr float kEdge = 5;

std::string sentence(const ui::Context& ui, const NightAlarm& alarm, milliseconds now) {
    const NightTile& tile = *alarm.most_urgent;
    const std::string& name = ui.pick(tile.name);
    std::string words;
    if (tile.seen.posture == clinic::Posture::prone) {
        words = ui.tr("night.alarm_prone", {tile.place, name});
    } else if (!tile.seen.colour_good || !tile.seen.breathing_calm) {
        words = ui.tr("night.alarm_unwell", {tile.place, name});
    } else {
        const auto minutes = std::max(milliseconds(0), now - tile.looked_at) / std::chrono::minutes(1);
        words = ui.tr("night.alarm", {tile.place, name, std::to_string(minutes)});
    }
    if (alarm.overdue > 1)
        words += ui.tr("night.dot") + ui.tr("night.alarm_more", {std::to_string(alarm.overdue - 1)});
    return words;
}

void draw_edge(ui::Context& ui, const NightAlarm& alarm, const BarView& bar) {
    if (alarm.most_urgent == nullptr) return;
    if (alarm.alarm == clinic::Alarm::loud || bar.no_sound.has_value())
        ui::outline(ui, ui.area().inset(kEdge / 2), ui.theme().alarm, 0, kEdge);
}

}  // namespace

bool takes_the_bar(const NightAlarm& alarm, const KioskView& view, bool tile_seen) {
    if (alarm.most_urgent == nullptr) return false;
    return !tile_seen || alarm.alarm >= clinic::Alarm::sound || view.bar.no_sound.has_value();
}

void draw_alarm(ui::Context& ui, const ui::Rect& at, const KioskView& view, const NightAlarm& alarm,
                KioskState& state, std::vector<Intent>& intents) {
    const ui::Pair colors = ui.theme().danger;
    ui::fill(ui, at, colors.fill);
    ui::Rect left = at.inset(20, 0);
    draw_emergency_chip(ui, left, view.bar, state.frame.emergency_open);
    const ui::Rect button = left.cut_right(152, ui::kGap).inset(0, (at.h - ui::kTarget) / 2);
    if (ui::button(ui, "alarm.open", button, ui.tr("night.alarm_open"), {.type = ui::Type::body})) {
        state.frame.screen = Screen::night;
        state.frame.emergency_open = false;
        if (view.bar.emergency_paper) intents.emplace_back(ForgetEmergencyPaper{});
        state.night.undo.open = false;
        state.sign_in = {};
        if (view.shared_papers) intents.push_back(ClosePaper{});
        if (!looks_at(state.night, *alarm.most_urgent)) open_look(state.night, *alarm.most_urgent);
    }
    const std::string words = ui::icon_text(ui::Icon::alert) + " " + sentence(ui, alarm, view.bar.steady);
    const ui::Type type =
        ui::fit_text(ui, {ui::Type::name, ui::Type::strong, ui::Type::small}, words, left.w);
    ui::text(ui, "alarm", left, words, {.type = type, .ink = colors.ink, .middle = true});
}

void draw_alarm_over(ui::Context& ui, const ui::Rect& at, const KioskView& view, const NightAlarm& alarm,
                     KioskState& state, std::vector<Intent>& intents) {
    ui::begin_over(ui, "alarm.over", at);
    draw_alarm(ui, at, view, alarm, state, intents);
    draw_edge(ui, alarm, view.bar);
    ui::end_over(ui);
}

void draw_alarm_edge(ui::Context& ui, const KioskView& view, const NightAlarm& alarm) {
    for (const NightTile& tile : view.night.babies)
        if (const auto next = clinic::next_change(view.night.rules, tile.due, view.bar.steady))
            ui.request_frame_in(*next - view.bar.steady);
    draw_edge(ui, alarm, view.bar);
}

}  // namespace sango::screens
