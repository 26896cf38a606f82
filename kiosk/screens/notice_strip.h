#pragma once

#include "kiosk/screens/intents.h"
#include "kiosk/screens/views.h"
#include "kiosk/ui/context.h"

#include <optional>
#include <vector>

namespace sango::screens {

/// What failed or was done, in one strip cut off the top of `area`; nothing is cut where there is none.
/// Ids: notice (the sentence), notice.dismiss.
void draw_notice(ui::Context& ui, ui::Rect& area, const std::optional<Notice>& notice,
                 std::vector<Intent>& intents);

/// The same in a place that is already there, 48 px high or more.
void draw_notice_in(ui::Context& ui, ui::Rect at, const Notice& notice, std::vector<Intent>& intents);

}  // namespace sango::screens
