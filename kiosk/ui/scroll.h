#pragma once

#include "kiosk/ui/context.h"

#include <string_view>

namespace sango::ui {

/// An area that shows a part of `content_height`. Dragged with the finger, the wheel, and the keyboard
/// (the focused entry is kept in view). What is below the edge is announced by a fade and a thin mark;
/// nothing is drawn when everything fits. Returns the place of the contents, moved; draw them, then
/// end_scroll. `ground` is what it lies on, for the fade: the card's colour if none. Without `by_finger` the
/// finger does something else there.
[[nodiscard]] Rect begin_scroll(Context& ui, std::string_view id, const Rect& at, float content_height,
                                std::optional<Color> ground = {}, bool by_finger = true);
void end_scroll(Context& ui);

}  // namespace sango::ui
