#pragma once

#include "kiosk/ui/button.h"
#include "kiosk/ui/context.h"

#include <span>
#include <string_view>

namespace sango::screens {

/// One of several, quieter than the one coral button of a screen.
enum class ChoiceStyle {
    answers,  ///< large answers side by side; the chosen one white with a coral ring
    tabs,     ///< a switch between views: one well, the chosen piece raised out of it
};

/// Ids "<id>.<choice id>". `selected` is an index into choices, or -1. Returns the index pressed, or -1.
[[nodiscard]] int choose_one(ui::Context& ui, std::string_view id, const ui::Rect& at,
                             std::span<const ui::Choice> choices, int selected,
                             ChoiceStyle style = ChoiceStyle::answers);

}  // namespace sango::screens
