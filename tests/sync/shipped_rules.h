#pragma once

#include "tests/municipality/office.h"

#include <filesystem>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace sango::test {

/// The shipped rules of the receiver's programme, from another day on, in their `revision`.
[[nodiscard]] inline std::string rules_from(std::string_view day, int revision = 1) {
    auto text =
        municipality::read_file(std::filesystem::path(SANGO_SOURCE_DIR) / "assets/programmes/nerima.toml");
    REQUIRE(text.ok());
    const std::string_view was = "valid_from = 2021-04-01";
    const auto at = text->find(was);
    REQUIRE(at != std::string::npos);
    return text->replace(at, was.size(), fmt::format("valid_from = {}\nrevision = {}", day, revision));
}

}  // namespace sango::test
