#pragma once

#include "shared/base/result.h"
#include "shared/store/database.h"

#include <filesystem>

namespace sango::store {

/// Copies the whole database to `to` (0600) through SQLite's backup interface, then checks the copy: its
/// integrity and its audit chain. The copy appears under its name only once it is whole and durable; an older
/// one of that name is replaced. Boxes stay sealed: without the device secret a copy tells no name.
[[nodiscard]] Result<Done> back_up(const Database& database, const std::filesystem::path& to);

}  // namespace sango::store
