#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>

namespace sango {

/// The bytes of a file, at most `most` and one more, so that too long a file shows itself. nullopt: it cannot
/// be read (not there, a folder, no permission, a broken disk).
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& file, std::size_t most);
/// The same of an open stream, from where it stands.
[[nodiscard]] std::optional<std::string> read_stream(std::FILE* in, std::size_t most);

}  // namespace sango
