#include "shared/store/backup.h"

#include "shared/store/audit.h"
#include "shared/store/failure.h"

#include <sqlite3.h>

namespace sango::store {
namespace {

Result<Done> check_copy(const std::filesystem::path& copy) {
    auto database = Database::open(copy);
    if (!database) return database.error();
    if (auto sound = database->check_integrity(); !sound) return sound;
    const auto audit = verify_audit(*database);
    if (!audit) return audit.error();
    if (audit->broken) return Error{"corrupt", sentence(*audit->broken)};
    return Done{};
}

}  // namespace

struct BackupCopy::State {
    DurableFile file;
    sqlite3* target = nullptr;
    sqlite3_backup* backup = nullptr;

    explicit State(DurableFile durable) : file(std::move(durable)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        close();
        for (const char* tail : {"-wal", "-journal"}) {
            std::error_code none;
            std::filesystem::remove(file.part().string() + tail, none);
        }
    }
    int close() {
        const int finished = backup == nullptr ? SQLITE_OK : sqlite3_backup_finish(backup);
        backup = nullptr;
        sqlite3_close_v2(target);
        target = nullptr;
        return finished;
    }
};

BackupCopy::BackupCopy(std::unique_ptr<State> state) : state_(std::move(state)) {}
BackupCopy::BackupCopy(BackupCopy&&) noexcept = default;
BackupCopy::~BackupCopy() = default;

Result<BackupCopy> BackupCopy::begin(const Database& database, const std::filesystem::path& to) {
    auto file = DurableFile::create(to);
    if (!file) return file.error();
    auto state = std::make_unique<State>(std::move(*file));
    const int code = sqlite3_open_v2(state->file.part().c_str(), &state->target,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) return failure(code);
    state->backup = sqlite3_backup_init(state->target, "main", database.handle(), "main");
    if (state->backup == nullptr) return failure(state->target);
    return BackupCopy(std::move(state));
}

Result<bool> BackupCopy::step(int pages) {
    const int code = sqlite3_backup_step(state_->backup, pages);
    if (code == SQLITE_OK) return false;
    const int finished = state_->close();
    if (code != SQLITE_DONE) return failure(code);
    if (finished != SQLITE_OK) return failure(finished);
    return true;
}

Result<Done> BackupCopy::finish() {
    if (auto good = check_copy(state_->file.part()); !good) return good;
    return state_->file.commit();
}

Result<Done> back_up(const Database& database, const std::filesystem::path& to) {
    auto copy = BackupCopy::begin(database, to);
    if (!copy) return copy.error();
    if (const auto copied = copy->step(-1); !copied) return copied.error();
    return copy->finish();
}

}  // namespace sango::store
