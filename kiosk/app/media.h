#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace sango::app {

/// Files with this ending on whatever is plugged in: below $SANGO_MEDIA, else /media and /run/media, three
/// folders deep, at most 200, by name. Nothing is opened.
[[nodiscard]] std::vector<std::filesystem::path> files_on_media(std::string_view extension);

}  // namespace sango::app
