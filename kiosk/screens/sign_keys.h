#pragma once

#include "kiosk/ui/context.h"

#include <string>
#include <string_view>

namespace sango::screens {

/// The 32 signs that people read to each other (shared/base/sign32.h) as keys of three rows. Ids
/// "<id>.<sign>". True when `text` grew; it grows to `most` signs.
bool sign_keys(ui::Context& ui, std::string_view id, const ui::Rect& at, std::string& text, std::size_t most);

}  // namespace sango::screens
