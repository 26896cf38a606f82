#include "shared/store/database.h"

#include "shared/store/failure.h"
#include "shared/store/schema.h"

#include <map>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sango::store {
namespace {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

constexpr std::int64_t kApplicationId = 0x534E474F;  // "SNGO"

bool bind(sqlite3_stmt* statement, std::span<const Value> parameters) {
    if (sqlite3_bind_parameter_count(statement) != static_cast<int>(parameters.size())) return false;
    int at = 0;
    for (const Value& parameter : parameters) {
        ++at;
        int code = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
            code = sqlite3_bind_int64(statement, at, *number);
        } else if (const auto* text = std::get_if<std::string>(&parameter)) {
            code = sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
        } else if (const auto* bytes = std::get_if<Bytes>(&parameter)) {
            // A null pointer would bind NULL; an empty blob is something else.
            const void* start = bytes->empty() ? static_cast<const void*>("") : bytes->data();
            code = sqlite3_bind_blob64(statement, at, start, bytes->size(), SQLITE_STATIC);
        } else {
            code = sqlite3_bind_null(statement, at);
        }
        if (code != SQLITE_OK) return false;
    }
    return true;
}

}  // namespace

struct Database::State {
    sqlite3* handle = nullptr;
    std::map<std::string, Statement, std::less<>> prepared;
    bool in_transaction = false;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        prepared.clear();
        // The last connection that closes checkpoints the log and removes it.
        sqlite3_close_v2(handle);
    }

    Result<Done> exec(const char* sql) {
        if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failure(handle);
        return Done{};
    }
};

namespace {

/// A statement in use; its row and bindings are let go at the end.
class Running {
public:
    explicit Running(sqlite3_stmt* statement) : statement_(statement) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }

private:
    sqlite3_stmt* statement_;
};

struct Borrowed {
    sqlite3_stmt* statement = nullptr;
    Statement own;  ///< set where the kept one is in use further up (a query inside a query)
};

template <class Prepared>
Result<Borrowed> borrow(sqlite3* handle, Prepared& prepared, std::string_view sql) {
    const auto kept = prepared.find(sql);
    if (kept != prepared.end() && sqlite3_stmt_busy(kept->second.get()) == 0)
        return Borrowed{kept->second.get(), nullptr};
    sqlite3_stmt* fresh = nullptr;
    const char* tail = nullptr;
    const unsigned flags = kept == prepared.end() ? SQLITE_PREPARE_PERSISTENT : 0;
    if (sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), flags, &fresh, &tail) !=
        SQLITE_OK)
        return failure(handle);
    Statement owned(fresh);
    if (fresh == nullptr) return failure(SQLITE_MISUSE);
    if (kept != prepared.end()) return Borrowed{fresh, std::move(owned)};
    prepared.emplace(std::string(sql), std::move(owned));
    return Borrowed{fresh, nullptr};
}

Result<Done> make_file(const std::filesystem::path& file) {
    // SQLite gives the log the mode of the file, so the file must be ours alone before SQLite sees it.
    if (const auto folder = file.parent_path(); !folder.empty()) {
        std::error_code failed;
        if (!std::filesystem::exists(folder, failed)) {
            std::filesystem::create_directories(folder.parent_path(), failed);
            if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failure(SQLITE_CANTOPEN);
        }
    }
    const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (opened < 0) return failure(errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN);
    ::close(opened);
    return Done{};
}

Result<Done> migrate(Database& database) {
    const auto at = database.integer("PRAGMA user_version");
    if (!at) return at.error();
    const auto steps = migrations();
    const auto version = static_cast<std::size_t>(at->value_or(0));
    if (version > steps.size())
        return error("too_new",
                     "このデータは新しい版のSangoで作られています。Sangoを更新してから開いてください。",
                     "A later Sango made this data. Update Sango, then open it.");
    const auto application = database.integer("PRAGMA application_id");
    const auto objects = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!application) return application.error();
    if (!objects) return objects.error();
    if (objects->value_or(0) != 0 && application->value_or(0) != kApplicationId)
        return error("foreign", "このファイルはSangoのデータではありません。データの場所を確かめてください。",
                     "This file is not Sango's data. Check the data folder.");
    for (std::size_t next = version; next < steps.size(); ++next) {
        auto transaction = Transaction::begin(database);
        if (!transaction) return transaction.error();
        const std::string script = fmt::format("{}\nPRAGMA user_version = {};\nPRAGMA application_id = {};",
                                               steps[next], next + 1, kApplicationId);
        if (sqlite3_exec(database.handle(), script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return failure(database.handle());
        bool whole = true;
        const auto checked = database.query("PRAGMA foreign_key_check", {}, [&](const Row&) {
            whole = false;
            return false;
        });
        if (!checked) return checked;
        if (!whole) return failure(SQLITE_CORRUPT);
        if (auto done = transaction->commit(); !done) return done;
    }
    return Done{};
}

Result<Done> expect_ok(const Database& database, std::string_view check) {
    const auto answer = database.text(check);
    if (!answer) return answer.error();
    if (*answer != "ok") return failure(SQLITE_CORRUPT);
    return Done{};
}

}  // namespace

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::filesystem::path& file) {
    if (auto made = make_file(file); !made) return made.error();
    auto state = std::make_unique<State>();
    // One thread owns the connection: no mutexes.
    if (sqlite3_open_v2(file.c_str(), &state->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) !=
        SQLITE_OK)
        return state->handle != nullptr ? failure(state->handle) : failure(SQLITE_NOMEM);
    sqlite3* handle = state->handle;
    sqlite3_extended_result_codes(handle, 1);
    for (const auto& [option, on] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                     {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                     {SQLITE_DBCONFIG_ENABLE_FKEY, 0},
                                     {SQLITE_DBCONFIG_DQS_DML, 0},
                                     {SQLITE_DBCONFIG_DQS_DDL, 0}})
        sqlite3_db_config(handle, option, on, nullptr);
    // EXCLUSIVE before the first touch of the log: its index then lives in this process, and a second program
    // is refused at once. Deleted content (a destroyed key) is overwritten.
    for (const char* setting :
         {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA mmap_size = 0", "PRAGMA temp_store = MEMORY",
          "PRAGMA cell_size_check = ON", "PRAGMA secure_delete = ON", "PRAGMA synchronous = FULL"})
        if (auto set = state->exec(setting); !set) return set.error();

    bool log_is_on = false;
    const auto read_mode = [](void* on, int, char** row, char**) {
        *static_cast<bool*>(on) = std::string_view(row[0]) == "wal";
        return 0;
    };
    if (sqlite3_exec(handle, "PRAGMA journal_mode = WAL", read_mode, &log_is_on, nullptr) != SQLITE_OK)
        return failure(handle);
    if (!log_is_on) return failure(SQLITE_CANTOPEN);
    if (auto locked = state->exec("BEGIN EXCLUSIVE; COMMIT"); !locked) return locked.error();

    Database database(std::move(state));
    // A migration may make a table anew that others refer to; what it leaves is checked before it is kept.
    if (auto done = migrate(database); !done) return done.error();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    std::error_code unknown;
    if (const auto size = std::filesystem::file_size(file, unknown); !unknown && size <= kQuickCheckBytes)
        if (auto sound = expect_ok(database, "PRAGMA quick_check(1)"); !sound) return sound.error();
    return database;
}

Result<Done> Database::query_span(std::string_view sql, std::span<const Value> parameters,
                                  const std::function<bool(const Row&)>& each) const {
    auto borrowed = borrow(state_->handle, state_->prepared, sql);
    if (!borrowed) return borrowed.error();
    sqlite3_stmt* statement = borrowed->statement;
    if (sqlite3_stmt_readonly(statement) == 0) return failure(SQLITE_MISUSE);
    const Running running(statement);
    if (!bind(statement, parameters)) return failure(SQLITE_MISUSE);
    const Row row(statement);
    for (;;) {
        const int code = sqlite3_step(statement);
        if (code == SQLITE_DONE) return Done{};
        if (code != SQLITE_ROW) return failure(code);
        const bool more = each(row);
        if (row.out_of_memory()) return failure(SQLITE_NOMEM);
        if (!more) return Done{};
    }
}

Result<std::int64_t> Database::run_span(std::string_view sql, std::span<const Value> parameters) {
    auto borrowed = borrow(state_->handle, state_->prepared, sql);
    if (!borrowed) return borrowed.error();
    const Running running(borrowed->statement);
    if (!bind(borrowed->statement, parameters)) return failure(SQLITE_MISUSE);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(borrowed->statement);
    if (code != SQLITE_DONE) return failure(code);
    return std::int64_t{sqlite3_changes(state_->handle)};
}

Result<std::int64_t> Database::run(std::string_view sql, std::initializer_list<Value> parameters) {
    return run_span(sql, std::span(parameters.begin(), parameters.size()));
}

Result<std::optional<std::int64_t>> Database::integer(std::string_view sql,
                                                      std::initializer_list<Value> parameters) const {
    std::optional<std::int64_t> found;
    const auto done = query_span(sql, std::span(parameters.begin(), parameters.size()), [&](const Row& row) {
        found = row.maybe_integer(0);
        return false;
    });
    if (!done) return done.error();
    return found;
}

Result<std::optional<std::string>> Database::text(std::string_view sql,
                                                  std::initializer_list<Value> parameters) const {
    std::optional<std::string> found;
    const auto done = query_span(sql, std::span(parameters.begin(), parameters.size()), [&](const Row& row) {
        found = row.maybe_text(0);
        return false;
    });
    if (!done) return done.error();
    return found;
}

Result<Done> Database::check_integrity() const {
    return expect_ok(*this, "PRAGMA integrity_check(1)");
}

Result<Done> Database::check_integrity(std::string_view table) const {
    return expect_ok(*this, "PRAGMA integrity_check(\"" + std::string(table) + "\")");
}

Result<Done> Database::checkpoint() {
    if (sqlite3_wal_checkpoint_v2(state_->handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr) !=
        SQLITE_OK)
        return failure(state_->handle);
    return Done{};
}

bool Database::in_transaction() const {
    return state_->in_transaction;
}

sqlite3* Database::handle() const {
    return state_->handle;
}

Result<Transaction> Transaction::begin(Database& database) {
    Database::State& state = *database.state_;
    if (state.in_transaction) return failure(SQLITE_MISUSE);
    if (auto begun = state.exec("BEGIN IMMEDIATE"); !begun) return begun.error();
    state.in_transaction = true;
    return Transaction(state);
}

Transaction::Transaction(Transaction&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}

Transaction::~Transaction() {
    if (state_ == nullptr) return;
    // After some errors SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(state_->handle) == 0) (void)state_->exec("ROLLBACK");
    state_->in_transaction = false;
}

Result<Done> Transaction::commit() {
    if (state_ == nullptr) return failure(SQLITE_MISUSE);
    // Nothing may be confirmed that SQLite has already rolled back.
    if (sqlite3_get_autocommit(state_->handle) != 0) return failure(SQLITE_ABORT);
    if (auto done = state_->exec("COMMIT"); !done) return done;
    state_->in_transaction = false;
    state_ = nullptr;
    return Done{};
}

}  // namespace sango::store
