#pragma once

#include "kiosk/screens/desk_view.h"

#include <optional>
#include <string_view>

namespace sango::app {

/// `text` as a QR code for the screen; none if it is too long for one.
[[nodiscard]] std::optional<screens::CodeView> code_view(std::string_view text);

}  // namespace sango::app
