#pragma once

#include "shared/base/bytes.h"
#include "shared/base/id.h"

#include <array>
#include <filesystem>

namespace sango::test {

/// A folder of one test, gone with it.
class TempFolder {
public:
    TempFolder() {
        std::array<std::uint8_t, 8> name{};
        system_random()(name);
        path_ = std::filesystem::temp_directory_path() / ("sango-test-" + hex(name));
        std::filesystem::create_directory(path_);
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace sango::test
