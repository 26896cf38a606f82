#include "kiosk/ui/picture.h"

#include "kiosk/ui/draw.h"

#include <algorithm>

namespace sango::ui {

void picture(Context& ui, std::string_view id, const Rect& at, const Picture& picture, std::string_view words,
             bool whole, bool mirrored) {
    ui.note({.id = std::string(id), .role = Role::picture, .text = std::string(words), .at = at});
    if (picture.serial == 0 || picture.width <= 0 || picture.height <= 0) {
        draw::fill(ui, at, ui.theme().camera, kCardCorner);
        return;
    }
    const float shape = static_cast<float>(picture.width) / static_cast<float>(picture.height);
    const std::uint64_t texture = ui.use_picture(picture, whole);
    const auto handle = reinterpret_cast<ImTextureID>(texture);
    if (whole) {
        const float width = std::min(at.w, at.h * shape);
        const float height = width / shape;
        const draw::Box box =
            draw::box(ui, {at.center().x - width / 2, at.center().y - height / 2, width, height});
        draw::list().AddImage(handle, box.from, box.to);
        return;
    }
    // The middle of the picture, in the shape of the place.
    ImVec2 from{0, 0};
    ImVec2 to{1, 1};
    const float place = at.w / at.h;
    if (shape > place) {
        from.x = (1 - place / shape) / 2;
        to.x = 1 - from.x;
    } else {
        from.y = (1 - shape / place) / 2;
        to.y = 1 - from.y;
    }
    if (mirrored) std::swap(from.x, to.x);
    const draw::Box box = draw::box(ui, at);
    draw::list().AddImageRounded(handle, box.from, box.to, from, to, IM_COL32_WHITE, ui.px(kCardCorner));
}

}  // namespace sango::ui
