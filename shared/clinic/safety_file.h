#pragma once

#include "shared/programme/fields.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace sango::clinic {

// What every file of assets/safety is read with.

/// The whole file; `bad_assets` where it is not there.
[[nodiscard]] Result<std::string> safety_text(const std::filesystem::path& file);

/// A text that must be there.
[[nodiscard]] inline std::string must_text(programme::Fields& from, std::string_view key) {
    return from.must(key).text(key).value_or("");
}
[[nodiscard]] inline int must_whole(programme::Fields& from, std::string_view key, int least, int most) {
    return static_cast<int>(from.must(key).whole(key, least, most).value_or(least));
}

}  // namespace sango::clinic
