#pragma once

#include "shared/base/result.h"
#include "shared/store/database.h"
#include "shared/store/durable_file.h"

#include <filesystem>
#include <memory>

struct sqlite3;
struct sqlite3_backup;

namespace sango::store {

/// A copy of the whole database through SQLite's backup interface, page by page, so that a clinic can go on
/// working between two slices; what is written meanwhile is in the copy too.
class BackupCopy {
public:
    /// The copy is "<to>.part" until `finish`.
    [[nodiscard]] static Result<BackupCopy> begin(const Database& database, const std::filesystem::path& to);
    BackupCopy(BackupCopy&&) noexcept;
    BackupCopy& operator=(BackupCopy&&) = delete;
    ~BackupCopy();

    /// Copies up to `pages` (4 KiB each) more; true once all are there. `pages` -1: all at once.
    [[nodiscard]] Result<bool> step(int pages);
    /// Checks the copy's integrity and audit chain; then it stands under its name, an older one of that name
    /// replaced. Needs the database no more: may run on another thread.
    [[nodiscard]] Result<Done> finish();

private:
    struct State;
    explicit BackupCopy(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// All of it at once. Boxes stay sealed: without the device secret a copy tells no name.
[[nodiscard]] Result<Done> back_up(const Database& database, const std::filesystem::path& to);

}  // namespace sango::store
