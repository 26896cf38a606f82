#include "shared/store/audit.h"

#include "shared/store/audit_link.h"

#include <fmt/format.h>

namespace sango::store {
namespace {

struct Head {
    std::int64_t seq = 0;
    Bytes hash = Bytes(kHashBytes);
};

Result<Head> newest_link(const Database& database) {
    Head head;
    const auto read =
        database.query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", {}, [&](const Row& row) {
            head = {row.integer(0), row.bytes(1)};
            return false;
        });
    if (!read) return read.error();
    return head;
}

Result<Done> append_link(Database& database, std::string_view table, std::string_view row_key, Bytes row_hash,
                         const Stamp& stamp, std::string_view action) {
    auto head = newest_link(database);
    if (!head) return head.error();
    const Link link{.seq = head->seq + 1,
                    .at = stamp.at.time_since_epoch().count(),
                    .actor = std::string(stamp.actor),
                    .action = std::string(action),
                    .table = std::string(table),
                    .row_key = std::string(row_key),
                    .row_hash = std::move(row_hash)};
    const auto done = database.run(
        "INSERT INTO audit (seq, at, actor, action, table_name, row_key, row_hash, hash) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {value(link.seq), value(link.at), value(link.actor), value(link.action), value(link.table),
         value(link.row_key), value(link.row_hash), value(link_hash(head->hash, link))});
    if (!done) return done.error();
    return Done{};
}

/// Runs `write` in the transaction that is open, or in one of its own.
template <class Write>
Result<Done> in_transaction(Database& database, Write&& write) {
    if (database.in_transaction()) return write();
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    if (auto done = write(); !done) return done;
    return transaction->commit();
}

}  // namespace

Result<Done> insert(Database& database, std::string_view table, std::span<const Column> columns,
                    const Stamp& stamp, std::string_view action) {
    std::string names;
    std::string marks;
    std::vector<Value> values;
    values.reserve(columns.size());
    for (const Column& column : columns) {
        values.push_back(column.value);
        fmt::format_to(std::back_inserter(names), "{}\"{}\"", names.empty() ? "" : ", ", column.name);
        fmt::format_to(std::back_inserter(marks), "{}?{}", marks.empty() ? "" : ", ", values.size());
    }
    const std::string sql = fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", table, names, marks);
    return in_transaction(database, [&]() -> Result<Done> {
        if (auto inserted = database.run_span(sql, values); !inserted) return inserted.error();
        const auto keys = key_columns(database, table);
        if (!keys) return keys.error();
        std::vector<std::string> parts;
        for (const std::string& key : *keys)
            for (const Column& column : columns)
                if (column.name == key) parts.push_back(key_text(column.value));
        const std::string row_key = joined_key(parts);
        auto row_hash = hash_of_row(database, table, *keys, row_key);
        if (!row_hash) return row_hash.error();
        // A row that does not read back has no whole key in `columns`: a fault of the caller.
        if (!row_hash->has_value())
            return error("schema", "プログラムの不具合で保存できませんでした。担当者に連絡してください。",
                         "A fault in the program kept this from being saved. Call support.");
        return append_link(database, table, row_key, std::move(**row_hash), stamp, action);
    });
}

Result<Done> insert(Database& database, std::string_view table, std::initializer_list<Column> columns,
                    const Stamp& stamp, std::string_view action) {
    return insert(database, table, std::span(columns.begin(), columns.size()), stamp, action);
}

Result<Done> note_action(Database& database, std::string_view table, std::string_view row_key,
                         const Stamp& stamp, std::string_view action) {
    return in_transaction(database, [&] { return append_link(database, table, row_key, {}, stamp, action); });
}

Result<std::string> audit_head(const Database& database) {
    const auto head = newest_link(database);
    if (!head) return head.error();
    return head_text(head->seq, head->hash);
}

}  // namespace sango::store
