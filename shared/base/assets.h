#pragma once

#include <filesystem>

namespace sango {

/// Where programmes, texts and the demo clinic lie: $SANGO_ASSETS, else "../share/sango" beside the running
/// program's folder, else the first "assets" found going up from it. Empty if there is none.
[[nodiscard]] std::filesystem::path assets_folder();

}  // namespace sango
