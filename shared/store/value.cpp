#include "shared/store/database.h"

#include <sqlite3.h>

namespace sango::store {

Value value(std::int64_t number) {
    return number;
}
Value value(int number) {
    return std::int64_t{number};
}
Value value(bool flag) {
    return std::int64_t{flag ? 1 : 0};
}
Value value(std::string_view text) {
    return std::string(text);
}
Value value(const char* text) {
    return std::string(text);
}
Value value(Bytes bytes) {
    return bytes;
}
Value value(Date day) {
    return std::int64_t{day.time_since_epoch().count()};
}
Value value(Instant at) {
    return std::int64_t{at.time_since_epoch().count()};
}
Value value(Yen amount) {
    return amount.amount();
}

bool Row::null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Row::integer(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_INTEGER
               ? sqlite3_column_int64(statement_, column)
               : 0;
}

std::string Row::text(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_TEXT) return {};
    const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (start == nullptr) {
        out_of_memory_ = true;
        return {};
    }
    return {start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Bytes Row::bytes(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_BLOB) return {};
    const auto* start = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    const int size = sqlite3_column_bytes(statement_, column);
    if (start == nullptr) {
        if (size > 0) out_of_memory_ = true;
        return {};
    }
    return {start, start + size};
}

Date Row::date(int column) const {
    return Date(std::chrono::days(integer(column)));
}
Instant Row::instant(int column) const {
    return Instant(std::chrono::seconds(integer(column)));
}
Yen Row::yen(int column) const {
    return Yen(integer(column));
}

std::optional<std::int64_t> Row::maybe_integer(int column) const {
    return null(column) ? std::nullopt : std::optional(integer(column));
}
std::optional<std::string> Row::maybe_text(int column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
}
std::optional<Date> Row::maybe_date(int column) const {
    return null(column) ? std::nullopt : std::optional(date(column));
}
std::optional<Instant> Row::maybe_instant(int column) const {
    return null(column) ? std::nullopt : std::optional(instant(column));
}

Value Row::value(int column) const {
    switch (sqlite3_column_type(statement_, column)) {
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_TEXT:
            return text(column);
        case SQLITE_BLOB:
            return bytes(column);
        default:
            return Null{};  // STRICT tables hold no REAL but what a later migration would add
    }
}

int Row::columns() const {
    return sqlite3_column_count(statement_);
}

std::string_view Row::name(int column) const {
    return sqlite3_column_name(statement_, column);
}

}  // namespace sango::store
