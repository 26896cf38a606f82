#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace sango::test {

/// The rules of Nerima as they are shipped.
[[nodiscard]] inline std::string nerima_file() {
    std::ifstream in(std::filesystem::path(SANGO_SOURCE_DIR) / "assets/programmes/nerima.toml");
    REQUIRE(in.is_open());
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The same from another day on, in their `revision`.
[[nodiscard]] inline std::string rules_from(std::string_view day, int revision = 1) {
    std::string text = nerima_file();
    const std::string_view was = "valid_from = 2021-04-01";
    const auto at = text.find(was);
    REQUIRE(at != std::string::npos);
    return text.replace(at, was.size(), fmt::format("valid_from = {}\nrevision = {}", day, revision));
}

}  // namespace sango::test
