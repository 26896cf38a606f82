#pragma once

#include "kiosk/ui/context.h"

#include <span>
#include <string_view>

namespace sango::gallery {

/// One picture: the widgets as a screen would use them, or in all their states.
struct Page {
    std::string_view name;
    void (*draw)(ui::Context& ui);
};
[[nodiscard]] std::span<const Page> pages();

/// Rail and bar around a screen; returns the screen's own area (16 px in).
ui::Rect frame(ui::Context& ui, int selected, std::string_view date);

void checkin(ui::Context& ui);
void care(ui::Context& ui);
void report(ui::Context& ui);
void night(ui::Context& ui);
void buttons(ui::Context& ui);
void fields(ui::Context& ui);
void confirm(ui::Context& ui);
void curves(ui::Context& ui);

/// The page's own sentence in the language shown.
[[nodiscard]] inline std::string_view say(const ui::Context& ui, std::string_view ja, std::string_view en) {
    return ui.language == ui::Language::ja ? ja : en;
}

}  // namespace sango::gallery
