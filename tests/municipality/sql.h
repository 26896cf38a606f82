#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;

namespace sango::municipality {

/// One value of one column.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using LedgerRow = std::vector<Cell>;

[[nodiscard]] std::int64_t whole(const Cell& cell);  ///< 0 for anything but a whole number
[[nodiscard]] std::string text(const Cell& cell);    ///< "" for anything but text
[[nodiscard]] bool is_null(const Cell& cell);

/// The municipality's own SQLite file. Not thread-safe. Every error has the code "ledger".
class Sql {
public:
    [[nodiscard]] static Result<Sql> open(const std::filesystem::path& file);

    /// Parameters bind to ?1, ?2, ...; the lines of the answer, if any.
    [[nodiscard]] Result<std::vector<LedgerRow>> run(std::string_view statement,
                                                     std::initializer_list<Cell> parameters = {});
    /// Several statements at once, none with parameters.
    [[nodiscard]] Result<Done> script(const std::string& statements);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    explicit Sql(sqlite3* database) : database_(database) {}
    std::unique_ptr<sqlite3, Close> database_;
};

/// All or nothing: rolled back unless `keep` was called. Durable once `keep` is ok.
class Entry {
public:
    [[nodiscard]] static Result<Entry> begin(Sql& sql);
    Entry(Entry&& other) noexcept : sql_(other.sql_) { other.sql_ = nullptr; }
    Entry& operator=(Entry&&) = delete;
    ~Entry();
    [[nodiscard]] Result<Done> keep();

private:
    explicit Entry(Sql& sql) : sql_(&sql) {}
    Sql* sql_;
};

}  // namespace sango::municipality
