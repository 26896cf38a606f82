#pragma once

#include "kiosk/ui/context.h"
#include "kiosk/ui/mark.h"
#include "shared/base/yen.h"
#include "shared/programme/verdict.h"

#include <cstdint>
#include <string>

namespace sango::screens {

/// How the clinic's values look on the screen.

/// ○ △ × of a rule.
[[nodiscard]] ui::Outcome mark_of(programme::Outcome outcome);
/// A municipality's colour, 0xRRGGBB, as a shape on a card; dimmed at night. 0: the accent.
[[nodiscard]] ui::Color municipality_shape(const ui::Context& ui, std::uint32_t colour);
[[nodiscard]] std::string money_text(const ui::Context& ui, Yen amount);

}  // namespace sango::screens
