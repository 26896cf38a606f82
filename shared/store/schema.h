#pragma once

#include <span>
#include <string_view>

namespace sango::store {

/// Numbered migrations, oldest first; each runs in one transaction and is never edited once it has shipped.
[[nodiscard]] std::span<const std::string_view> migrations();

}  // namespace sango::store
