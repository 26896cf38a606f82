#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <filesystem>

namespace sango::store {

/// Whether the folder's own entries (a file made, renamed or removed in it) are on the disk now; "" is the
/// one we are in.
[[nodiscard]] bool sync_folder(const std::filesystem::path& folder);

/// A file that appears under its name only once it is whole and on the disk; until then it is "<name>.part"
/// (0600), which goes with this object. Errors are those of Database.
class DurableFile {
public:
    [[nodiscard]] static Result<DurableFile> create(const std::filesystem::path& to);
    DurableFile(DurableFile&& other) noexcept;
    DurableFile& operator=(DurableFile&&) = delete;
    ~DurableFile();

    [[nodiscard]] Result<Done> write(BytesView bytes);
    [[nodiscard]] const std::filesystem::path& part() const { return part_; }
    /// Synced, renamed (an older file of that name is replaced), and its folder synced.
    [[nodiscard]] Result<Done> commit();

private:
    DurableFile(std::filesystem::path to, std::filesystem::path part, int descriptor);
    std::filesystem::path to_;
    std::filesystem::path part_;
    int descriptor_;
    bool committed_ = false;
};

}  // namespace sango::store
