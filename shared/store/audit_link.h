#pragma once

#include "shared/store/database.h"
#include "shared/store/hashing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::store {

// How links and rows are named and hashed; shared by writing (audit.cpp) and verifying (audit_verify.cpp).

struct Link {
    std::int64_t seq = 0;
    std::int64_t at = 0;
    std::string actor;
    std::string action;
    std::string table;
    std::string row_key;
    Bytes row_hash;  ///< empty: a link without a row
};
[[nodiscard]] Bytes link_hash(BytesView before, const Link& link);
[[nodiscard]] std::string head_text(std::int64_t seq, BytesView hash);

/// The columns of the primary key, in its order.
[[nodiscard]] Result<std::vector<std::string>> key_columns(const Database& database, std::string_view table);
/// A key of several columns is one text: "<first>/<second>".
[[nodiscard]] std::string key_text(const Value& value);
[[nodiscard]] std::string joined_key(const std::vector<std::string>& parts);
/// The hash of the row as it stands now; nullopt where there is none.
[[nodiscard]] Result<std::optional<Bytes>> hash_of_row(const Database& database, std::string_view table,
                                                       const std::vector<std::string>& key,
                                                       std::string_view row_key);

}  // namespace sango::store
