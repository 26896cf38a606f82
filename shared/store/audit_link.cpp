#include "shared/store/audit_link.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::store {

Bytes link_hash(BytesView before, const Link& link) {
    Hashing hashing("sango audit link 1");
    hashing.bytes(before);
    hashing.number(link.seq);
    hashing.number(link.at);
    for (const std::string& text : {link.actor, link.action, link.table, link.row_key}) hashing.text(text);
    hashing.bytes(link.row_hash);
    return hashing.finish();
}

std::string head_text(std::int64_t seq, BytesView hash) {
    return seq == 0 ? "0:" : fmt::format("{}:{}", seq, hex(hash));
}

Result<std::vector<std::string>> key_columns(const Database& database, std::string_view table) {
    std::vector<std::string> columns;
    const auto read = database.query("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk",
                                     {value(table)}, [&](const Row& row) {
                                         columns.push_back(row.text(0));
                                         return true;
                                     });
    if (!read) return read.error();
    return columns;
}

std::string key_text(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

std::string joined_key(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, "/"));
}

Result<std::optional<Bytes>> hash_of_row(const Database& database, std::string_view table,
                                         const std::vector<std::string>& key, std::string_view row_key) {
    // Parts before the last hold no slash (they are ids); the last one is the rest.
    std::string where;
    std::vector<Value> parts;
    std::string_view rest = row_key;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const std::size_t slash = i + 1 < key.size() ? rest.find('/') : rest.size();
        const std::string_view part = rest.substr(0, slash);
        rest = slash < rest.size() ? rest.substr(slash + 1) : std::string_view();
        parts.emplace_back(std::string(part));
        fmt::format_to(std::back_inserter(where), "{}\"{}\" = ?{}", where.empty() ? "" : " AND ", key[i],
                       i + 1);
    }
    if (where.empty()) return std::optional<Bytes>();
    const std::string sql = fmt::format("SELECT * FROM \"{}\" WHERE {}", table, where);

    std::optional<Bytes> hash;
    const auto read = database.query(sql, parts, [&](const Row& row) {
        std::vector<std::pair<std::string_view, int>> columns;
        for (int i = 0; i < row.columns(); ++i)
            if (!row.null(i)) columns.emplace_back(row.name(i), i);
        std::ranges::sort(columns);
        Hashing hashing("sango audit row 1");
        hashing.text(table);
        for (const auto& [name, at] : columns) {
            hashing.text(name);
            const Value column = row.value(at);
            hashing.number(static_cast<std::int64_t>(column.index()));
            if (const auto* number = std::get_if<std::int64_t>(&column)) hashing.number(*number);
            if (const auto* text = std::get_if<std::string>(&column)) hashing.text(*text);
            if (const auto* bytes = std::get_if<Bytes>(&column)) hashing.bytes(*bytes);
        }
        hash = hashing.finish();
        return false;
    });
    if (!read) return read.error();
    return hash;
}

}  // namespace sango::store
