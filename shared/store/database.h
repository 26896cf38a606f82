#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/yen.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace sango::store {

/// One value of one column. Dates are stored as days, instants as seconds, money as yen: all INTEGER.
using Null = std::monostate;
using Value = std::variant<Null, std::int64_t, std::string, Bytes>;

[[nodiscard]] Value value(std::int64_t number);
[[nodiscard]] Value value(int number);
[[nodiscard]] Value value(bool flag);
[[nodiscard]] Value value(std::string_view text);
[[nodiscard]] Value value(const char* text);
[[nodiscard]] Value value(Bytes bytes);
[[nodiscard]] Value value(Date day);
[[nodiscard]] Value value(Instant at);
[[nodiscard]] Value value(Yen amount);
template <class T>
[[nodiscard]] Value value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : Value(Null{});
}

/// The row a statement stands on. Valid until the next step. A column of another type than asked for is a
/// fault of the data and reads as the type's zero; `null()` tells absence.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

    [[nodiscard]] bool null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;
    [[nodiscard]] Date date(int column) const;
    [[nodiscard]] Instant instant(int column) const;
    [[nodiscard]] Yen yen(int column) const;
    [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const;
    [[nodiscard]] std::optional<std::string> maybe_text(int column) const;
    [[nodiscard]] std::optional<Date> maybe_date(int column) const;
    [[nodiscard]] std::optional<Instant> maybe_instant(int column) const;
    [[nodiscard]] Value value(int column) const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::string_view name(int column) const;

    /// A text or blob that is there could not be had for want of memory: what was read is not the row's.
    [[nodiscard]] bool out_of_memory() const { return out_of_memory_; }

private:
    sqlite3_stmt* statement_;
    mutable bool out_of_memory_ = false;
};

/// The clinic's database: one connection, one process (locking_mode=EXCLUSIVE, WAL, synchronous=FULL, mmap
/// off, foreign keys on). Not thread-safe: the clinic thread owns it. Statements are prepared once and kept.
///
/// Errors have codes: busy (another program has the data open), disk_full, read_only, io, corrupt, too_new
/// (made by a later Sango), foreign (a database, but not Sango's), out_of_memory, constraint, schema (a fault
/// of this program). After disk_full and io nothing of the transaction is kept.
///
/// Reading is const and refuses statements that would write.
class Database {
public:
    /// Opens or creates `file` (0600; a missing folder is made with 0700), brings it to the newest migration
    /// (one transaction each) and checks its integrity where the file is at most kQuickCheckBytes; a larger
    /// one is for check_integrity() in the background.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file);
    static constexpr std::uintmax_t kQuickCheckBytes = 16U << 20U;

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Runs one statement for each row: `each` returns false to stop. Parameters bind to ?1, ?2, ...
    template <class Each>
    [[nodiscard]] Result<Done> query(std::string_view sql, std::initializer_list<Value> parameters,
                                     Each&& each) const {
        return query_span(sql, std::span(parameters.begin(), parameters.size()),
                          [&](const Row& row) { return each(row); });
    }
    template <class Each>
    [[nodiscard]] Result<Done> query(std::string_view sql, std::span<const Value> parameters,
                                     Each&& each) const {
        return query_span(sql, parameters, [&](const Row& row) { return each(row); });
    }
    /// The number of changed rows.
    [[nodiscard]] Result<std::int64_t> run(std::string_view sql,
                                           std::initializer_list<Value> parameters = {});
    [[nodiscard]] Result<std::int64_t> run_span(std::string_view sql, std::span<const Value> parameters);
    /// The first column of the first row; nullopt where there is no row or it is NULL.
    [[nodiscard]] Result<std::optional<std::int64_t>> integer(
        std::string_view sql, std::initializer_list<Value> parameters = {}) const;
    [[nodiscard]] Result<std::optional<std::string>> text(std::string_view sql,
                                                          std::initializer_list<Value> parameters = {}) const;

    /// The whole integrity check of SQLite; `corrupt` where it finds anything. Time grows with the data.
    [[nodiscard]] Result<Done> check_integrity() const;
    /// The same of one table and its indexes, so that a large file can be checked in parts.
    [[nodiscard]] Result<Done> check_integrity(std::string_view table) const;
    /// Brings the log (WAL) into the file. For idle moments, so that no commit has to.
    [[nodiscard]] Result<Done> checkpoint();
    [[nodiscard]] bool in_transaction() const;

    [[nodiscard]] sqlite3* handle() const;

private:
    friend class Transaction;
    struct State;
    explicit Database(std::unique_ptr<State> state);
    Result<Done> query_span(std::string_view sql, std::span<const Value> parameters,
                            const std::function<bool(const Row&)>& each) const;

    std::unique_ptr<State> state_;
};

/// All or nothing. Rolls back unless committed; `commit` is durable (fsynced) when it returns ok. They do not
/// nest: `begin` inside another is `schema`.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] Result<Done> commit();

private:
    explicit Transaction(Database::State& state) : state_(&state) {}
    Database::State* state_;  ///< lives as long as its Database, also when that is moved; null once ended
};

}  // namespace sango::store
