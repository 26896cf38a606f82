#include "tests/municipality/sql.h"

#include <sqlite3.h>

namespace sango::municipality {
namespace {

Error fault(sqlite3* database) {
    return Error{"ledger",
                 {"自治体の台帳に書けません: " + std::string(sqlite3_errmsg(database)),
                  "The municipality's ledger cannot be used: " + std::string(sqlite3_errmsg(database))}};
}

Cell cell_of(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER:
            return sqlite3_column_int64(statement, column);
        case SQLITE_NULL:
            return std::monostate{};
        default: {
            const auto* first = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
            return std::string(first, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
        }
    }
}

void bind(sqlite3_stmt* statement, int index, const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        sqlite3_bind_int64(statement, index, *number);
    } else if (const auto* words = std::get_if<std::string>(&cell)) {
        sqlite3_bind_text64(statement, index, words->data(), words->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else {
        sqlite3_bind_null(statement, index);
    }
}

}  // namespace

std::int64_t whole(const Cell& cell) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    return number == nullptr ? 0 : *number;
}

std::string text(const Cell& cell) {
    const auto* words = std::get_if<std::string>(&cell);
    return words == nullptr ? std::string() : *words;
}

bool is_null(const Cell& cell) {
    return std::holds_alternative<std::monostate>(cell);
}

void Sql::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

Result<Sql> Sql::open(const std::filesystem::path& file) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Sql sql(raw);
    if (code != SQLITE_OK) return fault(raw);
    sqlite3_busy_timeout(raw, 5000);
    if (auto set = sql.script("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"); !set) return set.error();
    return sql;
}

Result<std::vector<LedgerRow>> Sql::run(std::string_view statement, std::initializer_list<Cell> parameters) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(database_.get(), statement.data(), static_cast<int>(statement.size()), &raw,
                           nullptr) != SQLITE_OK)
        return fault(database_.get());
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> prepared(raw, sqlite3_finalize);
    int index = 0;
    for (const Cell& parameter : parameters) bind(raw, ++index, parameter);
    std::vector<LedgerRow> lines;
    for (;;) {
        const int code = sqlite3_step(raw);
        if (code == SQLITE_DONE) return lines;
        if (code != SQLITE_ROW) return fault(database_.get());
        LedgerRow line;
        for (int column = 0; column < sqlite3_column_count(raw); ++column)
            line.push_back(cell_of(raw, column));
        lines.push_back(std::move(line));
    }
}

Result<Done> Sql::script(const std::string& statements) {
    if (sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fault(database_.get());
    return Done{};
}

Result<Entry> Entry::begin(Sql& sql) {
    if (auto begun = sql.script("BEGIN IMMEDIATE"); !begun) return begun.error();
    return Entry(sql);
}

Entry::~Entry() {
    if (sql_ != nullptr) (void)sql_->script("ROLLBACK");
}

Result<Done> Entry::keep() {
    auto kept = sql_->script("COMMIT");
    if (kept) sql_ = nullptr;
    return kept;
}

}  // namespace sango::municipality
