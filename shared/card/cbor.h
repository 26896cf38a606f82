#pragma once

#include "shared/base/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sango::card::cbor {

/// Nesting deeper than this is refused, so that a hostile card cannot exhaust the stack.
inline constexpr int kMaxDepth = 12;

enum class Type : std::uint8_t { unsigned_int, negative_int, bytes, text, array, map, tag, simple, floating };

inline constexpr std::uint64_t kFalse = 20;
inline constexpr std::uint64_t kTrue = 21;
inline constexpr std::uint64_t kNull = 22;
inline constexpr std::uint64_t kUndefined = 23;

/// One CBOR data item (RFC 8949). Which members hold something follows from `type`.
struct Item {
    Type type = Type::simple;
    /// unsigned_int: the value. negative_int: n for the value -1 - n. tag: its number. simple: its number.
    std::uint64_t number = kNull;
    double real = 0;   ///< floating
    std::string data;  ///< bytes, text (UTF-8)
    /// array: its elements. tag: the one tagged item. map: key, value, key, value, in the order read.
    std::vector<Item> items;

    /// Equal as data: 1 and 1.0 differ, 0x01 and 0x1801 do not. Maps compare in the order read.
    bool operator==(const Item& other) const;

    [[nodiscard]] bool is_null() const {
        return type == Type::simple && (number == kNull || number == kUndefined);
    }
    /// The integer, if it is one and fits.
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    /// The integer, or the float if it is whole and within +-2^53.
    [[nodiscard]] std::optional<std::int64_t> whole_number() const;
    [[nodiscard]] std::optional<std::string_view> text() const;
    [[nodiscard]] std::optional<BytesView> bytes() const;
    /// The value under an integer or text key of a map; nullptr if there is none or this is no map.
    [[nodiscard]] const Item* find(std::int64_t key) const;
    [[nodiscard]] const Item* find(std::string_view key) const;
};

/// The one item that `encoded` holds. Any well-formed encoding is read: lengths longer than needed, keys in
/// any order, definite and indefinite lengths. nullopt for anything else: truncated, trailing bytes,
/// reserved heads, text that is not UTF-8, a key twice in one map, nesting beyond kMaxDepth.
[[nodiscard]] std::optional<Item> read(BytesView encoded);

/// Deterministic encoding (RFC 8949, 4.2.1) piece by piece: shortest heads, definite lengths. The caller
/// brings map keys in the order of their encoded bytes and as many items as announced.
class Writer {
public:
    Writer& integer(std::int64_t value);
    Writer& bytes(BytesView value);
    Writer& text(std::string_view value);
    Writer& array(std::size_t length);
    Writer& map(std::size_t entries);
    Writer& tag(std::uint64_t number);
    Writer& null();

    [[nodiscard]] Bytes take() { return std::move(out_); }

private:
    void head(std::uint8_t major, std::uint64_t argument);

    Bytes out_;
};

}  // namespace sango::card::cbor
