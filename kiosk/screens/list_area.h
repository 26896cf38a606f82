#pragma once

#include "kiosk/ui/context.h"

#include <string_view>

namespace sango::screens {

/// A list inside a card that scrolls where it must: the mark of where one is, and the ground of a chosen row,
/// lie in the card's own padding. Returns the place of the contents, as wide as `at`; end with
/// ui::end_scroll.
[[nodiscard]] ui::Rect begin_list(ui::Context& ui, std::string_view id, const ui::Rect& at,
                                  float content_height);

}  // namespace sango::screens
