#pragma once

#include "kiosk/screens/views.h"

namespace sango::sample {

/// 設定 of an invented clinic: five programmes, one off, one with open numbers, one signed.
[[nodiscard]] screens::SettingsView settings();
/// The same with the page of 世田谷区 open: rules, numbers with a history, two versions.
[[nodiscard]] screens::SettingsView settings_page();
/// Someone other than a manager is on duty.
[[nodiscard]] screens::SettingsView settings_of_others();

}  // namespace sango::sample
