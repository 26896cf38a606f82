#pragma once

#include "shared/base/bytes.h"
#include "shared/base/id.h"

#include <array>
#include <filesystem>

#include <unistd.h>

namespace sango::test {

/// Where tests put what they write and throw away at once: in memory where there is such a place. What they
/// prove of power cuts they prove on a disk of their own (faulty_disk.h).
[[nodiscard]] inline std::filesystem::path memory_folder() {
    const std::filesystem::path shared = "/dev/shm";
    return access(shared.c_str(), W_OK) == 0 ? shared : std::filesystem::temp_directory_path();
}

/// A folder of one test, gone with it.
class TempFolder {
public:
    explicit TempFolder(const std::filesystem::path& in = std::filesystem::temp_directory_path()) {
        std::array<std::uint8_t, 8> name{};
        system_random()(name);
        path_ = in / ("sango-test-" + hex(name));
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
