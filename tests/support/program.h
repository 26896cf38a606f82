#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace sango::test {

/// What a shell command prints on standard output.
[[nodiscard]] inline std::string printed_by(const std::string& command) {
    std::string text;
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return text;
    std::array<char, 4'096> part{};
    for (std::size_t read = 0; (read = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
        text.append(part.data(), read);
    pclose(pipe);
    return text;
}

}  // namespace sango::test
