#include "shared/store/erase.h"

#include "shared/store/audit_link.h"

#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace sango::store {
namespace {

/// A column that refers to another table's key.
struct Reference {
    std::string table;
    std::string column;
};

/// What is derived from records and is no record itself, the places held by bookings: tables without row ids,
/// whose rows stand in no audit chain.
Result<std::set<std::string, std::less<>>> derived_tables(const Database& database) {
    std::set<std::string, std::less<>> names;
    const auto read = database.query("SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 1",
                                     {}, [&](const Row& row) {
                                         names.insert(row.text(0));
                                         return true;
                                     });
    if (!read) return read.error();
    return names;
}

/// Which tables refer to which, read from the database's own foreign keys.
Result<std::map<std::string, std::vector<Reference>, std::less<>>> references(const Database& database) {
    std::map<std::string, std::vector<Reference>, std::less<>> to;
    const auto read = database.query(
        "SELECT t.name, f.\"table\", f.\"from\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f "
        "WHERE t.type = 'table' ORDER BY t.name",
        {}, [&](const Row& row) {
            to[row.text(1)].push_back({row.text(0), row.text(2)});
            return true;
        });
    if (!read) return read.error();
    return to;
}

/// A row by table and rowid: a key may have several columns.
using Doomed = std::set<std::pair<std::string, std::int64_t>>;
/// Rows of a derived table, by a column and what stands in it.
struct DoomedDerived {
    std::string table;
    std::string column;
    Value what;
};

class Collector {
public:
    Collector(const Database& database, const std::map<std::string, std::vector<Reference>, std::less<>>& to,
              const std::set<std::string, std::less<>>& derived)
        : database_(database), to_(to), derived_(derived) {}

    Result<Done> collect(std::string_view table, std::string_view where, const Value& what) {
        if (derived_.contains(table)) {
            doomed_derived_.push_back({std::string(table), std::string(where), what});
            return Done{};
        }
        std::vector<std::pair<std::int64_t, Value>> found;
        const auto key = key_columns(database_, table);
        if (!key) return key.error();
        const auto read = database_.query(
            fmt::format("SELECT rowid, \"{}\" FROM \"{}\" WHERE \"{}\" = ?1", key->front(), table, where),
            {what}, [&](const Row& row) {
                found.emplace_back(row.integer(0), row.value(1));
                return true;
            });
        if (!read) return read.error();
        for (const auto& [rowid, value] : found) {
            if (!doomed_.emplace(std::string(table), rowid).second) continue;
            const auto referring = to_.find(table);
            if (referring == to_.end() || key->size() != 1) continue;
            for (const Reference& reference : referring->second)
                if (auto done = collect(reference.table, reference.column, value); !done) return done;
        }
        return Done{};
    }
    [[nodiscard]] const Doomed& doomed() const { return doomed_; }
    [[nodiscard]] const std::vector<DoomedDerived>& doomed_derived() const { return doomed_derived_; }

private:
    const Database& database_;
    const std::map<std::string, std::vector<Reference>, std::less<>>& to_;
    const std::set<std::string, std::less<>>& derived_;
    Doomed doomed_;
    std::vector<DoomedDerived> doomed_derived_;
};

Result<std::string> key_of(const Database& database, const std::string& table, std::int64_t rowid) {
    const auto key = key_columns(database, table);
    if (!key) return key.error();
    std::vector<std::string> parts;
    const auto read = database.query(
        fmt::format("SELECT \"{}\" FROM \"{}\" WHERE rowid = ?1", fmt::join(*key, "\", \""), table),
        {value(rowid)}, [&](const Row& row) {
            for (int i = 0; i < row.columns(); ++i) parts.push_back(key_text(row.value(i)));
            return false;
        });
    if (!read) return read.error();
    return joined_key(parts);
}

}  // namespace

Result<std::int64_t> erase_with_dependents(Database& database, std::string_view table, std::string_view key,
                                           const Stamp& stamp) {
    const auto to = references(database);
    if (!to) return to.error();
    const auto derived = derived_tables(database);
    if (!derived) return derived.error();
    const auto columns = key_columns(database, table);
    if (!columns) return columns.error();
    Collector collector(database, *to, *derived);
    if (auto done = collector.collect(table, columns->front(), value(key)); !done) return done.error();
    // Rows refer to one another in circles (a note to the one it replaces): all are gone at the end.
    if (auto deferred = database.run("PRAGMA defer_foreign_keys = ON"); !deferred) return deferred.error();
    for (const auto& [name, column, what] : collector.doomed_derived()) {
        const auto deleted =
            database.run(fmt::format("DELETE FROM \"{}\" WHERE \"{}\" = ?1", name, column), {what});
        if (!deleted) return deleted.error();
    }
    for (const auto& [name, rowid] : collector.doomed()) {
        const auto row_key = key_of(database, name, rowid);
        if (!row_key) return row_key.error();
        const auto deleted =
            database.run(fmt::format("DELETE FROM \"{}\" WHERE rowid = ?1", name), {value(rowid)});
        if (!deleted) return deleted.error();
        if (auto noted = note_action(database, name, *row_key, stamp, kErase); !noted) return noted.error();
    }
    return static_cast<std::int64_t>(collector.doomed().size());
}

}  // namespace sango::store
