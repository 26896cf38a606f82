#include "kiosk/screens/list_area.h"

#include "kiosk/ui/scroll.h"

namespace sango::screens {
namespace {

constexpr float kLeft = 8;    // a chosen row's ground
constexpr float kRight = 13;  // that, and the scroll mark beside it

}  // namespace

ui::Rect begin_list(ui::Context& ui, std::string_view id, const ui::Rect& at, float content_height) {
    ui::Rect place =
        ui::begin_scroll(ui, id, {at.x - kLeft, at.y, at.w + kLeft + kRight, at.h}, content_height);
    place.cut_left(kLeft);
    place.cut_right(kRight);
    return place;
}

}  // namespace sango::screens
