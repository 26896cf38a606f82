#include "kiosk/app/code_view.h"

#include "shared/card/barcode.h"

#include <functional>

namespace sango::app {

std::optional<screens::CodeView> code_view(std::string_view text) {
    const auto modules = card::make_qr(text);
    if (!modules.ok()) return std::nullopt;
    card::Image image = card::draw_qr(modules.value(), 1);
    screens::CodeView view;
    view.text = text;
    // The same text is the same picture; the camera's pictures count up from 1.
    view.picture = {image.width, image.height, std::move(image.pixels),
                    std::hash<std::string_view>{}(text) | (std::uint64_t{1} << 63U)};
    return view;
}

}  // namespace sango::app
