#include "shared/store/backup.h"

#include "shared/store/audit.h"
#include "shared/store/failure.h"

#include <memory>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace sango::store {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

Result<Done> copy_pages(sqlite3* from, const std::filesystem::path& to) {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(to.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, CloseDatabase> target(opened);
    if (code != SQLITE_OK) return failure(code);
    sqlite3_backup* backup = sqlite3_backup_init(target.get(), "main", from, "main");
    if (backup == nullptr) return failure(target.get());
    sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (finished != SQLITE_OK) return failure(finished);
    return Done{};
}

Result<Done> check_copy(const std::filesystem::path& copy) {
    auto database = Database::open(copy);
    if (!database) return database.error();
    if (auto sound = database->check_integrity(); !sound) return sound;
    const auto audit = verify_audit(*database);
    if (!audit) return audit.error();
    if (audit->broken) return Error{"corrupt", sentence(*audit->broken)};
    return Done{};
}

bool sync_path(const std::filesystem::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

}  // namespace

Result<Done> back_up(const Database& database, const std::filesystem::path& to) {
    std::filesystem::path part = to;
    part += ".part";
    std::error_code failed;
    const auto remove_part = [&] {
        for (const char* tail : {"", "-wal", "-journal"})
            std::filesystem::remove(part.string() + tail, failed);
    };
    remove_part();
    const int made = ::open(part.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (made < 0) return failure(errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN);
    ::close(made);

    Result<Done> done = copy_pages(database.handle(), part);
    if (done) done = check_copy(part);
    if (done && !sync_path(part, O_RDWR)) done = failure(SQLITE_IOERR);
    if (done) {
        std::filesystem::rename(part, to, failed);
        if (failed || !sync_path(to.parent_path().empty() ? "." : to.parent_path(), O_RDONLY | O_DIRECTORY))
            done = failure(SQLITE_IOERR);
    }
    if (!done) remove_part();
    return done;
}

}  // namespace sango::store
