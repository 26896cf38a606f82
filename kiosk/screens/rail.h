#pragma once

#include "kiosk/ui/context.h"

namespace sango::screens {

struct FrameState;

/// Which screen, while someone is signed in (`open`), and at its foot which language and which light. Ids in
/// frame.h.
void draw_rail(ui::Context& ui, const ui::Rect& at, FrameState& state, bool open);

}  // namespace sango::screens
