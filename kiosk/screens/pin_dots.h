#pragma once

#include "kiosk/ui/context.h"

#include <cstddef>
#include <string_view>

namespace sango::screens {

/// ●●●○○○: how many digits of a PIN stand there, never which. Recorded as "3/6".
void draw_pin_dots(ui::Context& ui, std::string_view id, const ui::Rect& at, std::size_t typed);

}  // namespace sango::screens
