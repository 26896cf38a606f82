#include "kiosk/screens/frame.h"

#include "kiosk/screens/alarm_bar.h"
#include "kiosk/screens/bar.h"
#include "kiosk/screens/rail.h"
#include "kiosk/screens/shared_papers_panel.h"
#include "kiosk/ui/card.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace sango::screens {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

/// A gap in the month leads to where it is mended.
void follow(const std::vector<Intent>& intents, KioskState& state) {
    Screen& screen = state.frame.screen;
    for (const Intent& intent : intents) {
        if (const auto* settings = intent.as<OpenSettings>()) {
            screen = Screen::settings;
            const bool clinic = settings->programme.empty();
            state.settings.section =
                clinic ? SettingsState::Section::clinic : SettingsState::Section::programmes;
            if (!clinic) state.settings.tab = SettingsState::Tab::answers;
        }
        if (intent.as<OpenCheckOut>() != nullptr) screen = Screen::check_in;
        if (intent.as<ChoosePair>() != nullptr) screen = Screen::care;
        if (const auto* incident = intent.as<OpenIncident>();
            incident != nullptr && !incident->incident_id.empty())
            screen = Screen::safety;
    }
}

std::vector<Intent> draw_screen(ui::Context& ui, ui::Rect at, const KioskView& view, KioskState& state) {
    using Left = SignInView::State;
    if (view.sign_in.state == Left::open) state.sign_in = {};
    if (view.sign_in.state == Left::locked || state.sign_in.open)
        return draw_sign_in(ui, at, view, state.sign_in);
    if (view.sign_in.state == Left::watch) {
        draw_left_to_watch(ui, at, view, state.sign_in);
        at.cut_top(ui::kGap);
        return draw_night(ui, at, view.night, state.night, view.bar.steady, view.bar.now);
    }
    switch (state.frame.screen) {
        case Screen::check_in:
            return draw_check_in(ui, at, view.check_in, state.check_in, view.bar.now);
        case Screen::board:
            return draw_board(ui, at, view.board, state.board, view.bar.now);
        case Screen::care:
            return draw_care(ui, at, view.care, state.care, view.bar.now);
        case Screen::night:
            return draw_night(ui, at, view.night, state.night, view.bar.steady, view.bar.now);
        case Screen::safety:
            return draw_safety(ui, at, view.safety, state.safety, view.bar.now);
        case Screen::report:
            return draw_report(ui, at, view.report, state.report, view.bar.now);
        case Screen::figures:
            return draw_figures(ui, at, view.figures, state.figures);
        case Screen::settings:
            return draw_settings(ui, at, view.settings, view.sign_in, view.settings_notice, state.settings,
                                 state.frame.light);
    }
    return {};
}

/// 夜間 is what is seen, on its own or because the terminal was left to watch.
bool shows_night(const KioskView& view, const KioskState& state) {
    using Left = SignInView::State;
    if (view.sign_in.state == Left::locked || state.sign_in.open) return false;
    return view.sign_in.state == Left::watch || state.frame.screen == Screen::night;
}

constexpr std::array<std::string_view, 3> kLights{"auto", "day", "night"};

void take_choices(ui::Context& ui, const ScreenChoices& chosen, FrameState& frame) {
    if (std::exchange(frame.choices_taken, true)) return;
    if (!frame.language_given && !chosen.language.empty())
        ui.language = chosen.language == "en" ? ui::Language::en : ui::Language::ja;
    if (const auto light = std::ranges::find(kLights, chosen.light); light != kLights.end())
        frame.light = static_cast<Light>(light - kLights.begin());
}

}  // namespace

bool is_night(Instant now) {
    const seconds time = japan_time_of_day(now);
    return time >= hours(21) || time < hours(6);
}

std::vector<Intent> draw_frame(ui::Context& ui, const KioskView& view, KioskState& state) {
    FrameState& frame = state.frame;
    take_choices(ui, view.screen, frame);
    const Light light = frame.light;
    const ui::Language language = ui.language;
    ui.night = light == Light::night || (light == Light::automatic && is_night(view.bar.now));

    ui::Rect area = ui.area();
    ui::fill(ui, area, ui.theme().ground);
    if (view.first_start) {
        draw_rail(ui, area.cut_left(ui::kRail), frame, false);
        return draw_first_start(ui, area, *view.first_start, state.first_start);
    }
    state.first_start = {};
    draw_rail(ui, area.cut_left(ui::kRail), frame, view.sign_in.state == SignInView::State::open);
    const NightAlarm alarm = night_alarm(view.night, view.bar.steady);
    const ui::Rect top = area.cut_top(ui::kBar);
    const bool over = ui.dialog_open();  // then it is drawn last, over the dialog
    const bool on_night = shows_night(view, state);
    // Nothing is more urgent than the panel of that baby itself.
    const bool answering = on_night && !frame.emergency_open && alarm.most_urgent != nullptr &&
                           looks_at(state.night, *alarm.most_urgent);
    const bool alarmed = takes_the_bar(alarm, view, on_night && (!over || answering));
    std::vector<Intent> alarm_intents;
    bool leaves = false;
    if (!alarmed)
        leaves = draw_bar(ui, top, view, frame.emergency_open);
    else if (!over)
        draw_alarm(ui, top, view, alarm, state, alarm_intents);
    const bool clock_confirmed = draw_trouble(ui, area, view.bar);
    std::vector<Intent> intents = draw_screen(ui, area.inset(ui::kGap), view, state);
    if (leaves) intents.emplace_back(LockTerminal{});
    if (clock_confirmed) intents.emplace_back(ConfirmClock{});
    follow(intents, state);
    if (frame.screen != Screen::board) hide_board(view.board, state.board, intents);
    if (view.shared_papers) draw_shared_papers(ui, *view.shared_papers, intents);
    if (language != ui.language || light != frame.light)
        intents.push_back(ChooseScreen{std::string(ui::language_code(ui.language)),
                                       std::string(kLights[static_cast<std::size_t>(frame.light)])});
    if (frame.emergency_open) draw_emergency(ui, view.bar, frame.emergency_open, intents);
    if (alarmed && over) draw_alarm_over(ui, top, view, alarm, state, alarm_intents);
    intents.insert(intents.end(), alarm_intents.begin(), alarm_intents.end());
    draw_alarm_edge(ui, view, alarm);

    // The bar shows minutes: the next one is the only frame without a cause.
    const auto into_minute = japan_time_of_day(view.bar.now) % std::chrono::minutes(1);
    ui.request_frame_in(std::chrono::minutes(1) - into_minute);
    return intents;
}

}  // namespace sango::screens
