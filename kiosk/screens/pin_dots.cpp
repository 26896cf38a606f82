#include "kiosk/screens/pin_dots.h"

#include "kiosk/ui/card.h"
#include "shared/clinic/staff.h"

#include <fmt/format.h>

namespace sango::screens {
namespace {

constexpr float kDot = 22;

}  // namespace

void draw_pin_dots(ui::Context& ui, std::string_view id, const ui::Rect& at, std::size_t typed) {
    const ui::Theme& theme = ui.theme();
    ui.note({.id = std::string(id),
             .role = ui::Role::text,
             .text = fmt::format("{}/{}", typed, clinic::kPinDigits),
             .at = at});
    const auto places = at.columns(clinic::kPinDigits, 8);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const ui::Point middle = places[i].center();
        const ui::Rect dot{middle.x - kDot / 2, middle.y - kDot / 2, kDot, kDot};
        if (i < typed)
            ui::fill(ui, dot, theme.ink, kDot / 2);
        else
            ui::outline(ui, dot, theme.line, kDot / 2, 2);
    }
}

}  // namespace sango::screens
