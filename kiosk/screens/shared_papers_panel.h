#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <vector>

namespace sango::screens {

/// What the municipality shared of a mother, over the screen: the papers side by side, the open one below.
/// Ids: papers (heading), papers.of.N, papers.text, papers.close. Draw last, while there is a view.
void draw_shared_papers(ui::Context& ui, const PapersView& view, std::vector<Intent>& intents);

}  // namespace sango::screens
