#pragma once

#include "kiosk/screens/first_start_screen.h"

namespace sango::screens {

/// 復旧シート and the badge into a folder (first_start_papers.cpp).
void draw_first_papers(ui::Context& ui, ui::Rect at, const FirstStartView& view, FirstStartState& state,
                       std::vector<Intent>& intents);
/// One row of each sheet is read back.
void draw_read_back(ui::Context& ui, ui::Rect at, const FirstStartView& view, FirstStartState& state,
                    std::vector<Intent>& intents);
/// Back, and the one button that moves on. True when the latter was pressed.
[[nodiscard]] bool draw_first_foot(ui::Context& ui, ui::Rect& at, std::string_view id, std::string_view words,
                                   std::string_view why, bool* back);

}  // namespace sango::screens
