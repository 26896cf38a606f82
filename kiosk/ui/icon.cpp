#include "kiosk/ui/icon.h"

#include "shared/base/text.h"

namespace sango::ui {

std::string icon_text(Icon icon) {
    std::string out;
    if (icon != Icon::none) append_utf8(out, static_cast<char32_t>(icon));
    return out;
}

}  // namespace sango::ui
