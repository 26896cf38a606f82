#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sango::programme {

struct Member;

/// One value of a document, TOML or JSON alike, once its parser is done with it. `line` counts from 1; 0
/// where the parser does not tell.
struct Node {
    struct Null {};
    /// A value neither format of ours has a use for (a float, a date with a time).
    struct Foreign {};
    using Items = std::vector<Node>;
    using Members = std::vector<Member>;

    int line = 0;
    std::variant<Null, Foreign, bool, std::int64_t, std::string, Date, std::chrono::seconds, Items, Members>
        value;

    [[nodiscard]] bool is_null() const { return std::holds_alternative<Null>(value); }
};

/// A name and what stands under it, in the order of the document.
struct Member {
    std::string key;
    Node node;
};

/// A whole document, its root a table. Refuses what is not the format, a name given twice, nesting deeper
/// than 32 and more than 1 MiB. Errors (code "malformed") name file and line (TOML) or the place (JSON).
[[nodiscard]] Result<Node> parse_toml(std::string_view text, std::string_view file_name);
[[nodiscard]] Result<Node> parse_json(std::string_view text);

/// `text` as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_quoted(std::string_view text);

inline constexpr std::size_t kLargestDocument = std::size_t{1024} * 1024;  ///< bytes
inline constexpr int kDeepestNesting = 32;

}  // namespace sango::programme
