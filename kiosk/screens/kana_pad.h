#pragma once

#include "kiosk/ui/context.h"

#include <string>
#include <string_view>

namespace sango::screens {

/// The height of the pad: five rows of keys.
inline constexpr float kKanaPad = 5 * 50 + 4 * 6;

/// The fifty sounds as keys (kana_keys.h), with voice, size, ー and erasing. Ids "<id>.ka" ... "<id>.voiced",
/// ".small",
/// ".long", ".erase", ".clear". True when `name` changed.
bool kana_pad(ui::Context& ui, std::string_view id, const ui::Rect& at, std::string& name);

}  // namespace sango::screens
