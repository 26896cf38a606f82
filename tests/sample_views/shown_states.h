#pragma once

#include "kiosk/screens/frame.h"

#include <functional>
#include <string>
#include <vector>

namespace sango::sample {

/// What the hand does before the picture: a tap, or typing where there is text; and what the clinic then
/// answers.
struct Touch {
    std::string id;
    std::string text = {};
    std::function<void(screens::KioskView&)> then = {};
};

/// One picture: a view, what the hand left standing, and a few touches.
struct ShownState {
    std::string name;
    screens::KioskView view;
    screens::KioskState state = {};
    ui::Language language = ui::Language::ja;
    std::vector<Touch> touches = {};
};

[[nodiscard]] ShownState shown_on(screens::Screen screen, std::string name, screens::KioskView view,
                                  std::vector<Touch> touches = {});
/// The same at 3:12, its name ending in "-night".
[[nodiscard]] ShownState by_night(ShownState state);

/// 予約, in board_states.cpp.
[[nodiscard]] std::vector<ShownState> board_states();
/// 夜間, in night_states.cpp.
[[nodiscard]] std::vector<ShownState> night_states();
/// 安全, in safety_states.cpp.
[[nodiscard]] std::vector<ShownState> safety_states();
/// 設定, in shown_settings.cpp.
[[nodiscard]] std::vector<ShownState> settings_states();
[[nodiscard]] std::vector<ShownState> states();
[[nodiscard]] std::vector<ShownState> large_states();

}  // namespace sango::sample
