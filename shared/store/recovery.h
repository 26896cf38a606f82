#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace sango::store {

/// The recovery key (復旧鍵) opens a backup where the device secret is gone with its machine: an X25519 pair.
/// The public half lies in the clinic's data, so that backups are sealed with nobody there. The secret half
/// stands on paper alone, as two sheets for two people: one sheet by itself tells nothing.
struct RecoverySheets {
    /// Four rows each, apart by newlines: "11XX-XXXX-XXXX-XXXX", where the first sign is the sheet (1, 2),
    /// the second the row (1 to 4) and the last a check sign, so that a misread sign is found in its row.
    std::array<std::string, 2> sheets;
    Bytes public_key;  ///< 32 bytes
};
[[nodiscard]] RecoverySheets make_recovery_sheets();

/// 32 bytes each; the secret is zeroed when it goes.
struct RecoveryKey {
    Bytes public_key;
    Bytes secret_key;

    RecoveryKey(Bytes public_half, Bytes secret_half)
        : public_key(std::move(public_half)), secret_key(std::move(secret_half)) {}
    RecoveryKey(RecoveryKey&&) noexcept = default;
    RecoveryKey& operator=(RecoveryKey&&) noexcept = default;
    ~RecoveryKey();
};
/// From the eight rows of both sheets, a row a line, in any order. Errors: bad_row (says which row to read
/// again), missing_row (says which), row_twice (two different readings of one row).
[[nodiscard]] Result<RecoveryKey> read_recovery_sheets(std::string_view rows);

/// How many signs of a row a person reads back (読み返し), to show that she holds a sheet that can be read.
inline constexpr std::size_t kReadBackSigns = 4;
/// Whether `typed` is the end of the `row`th row (1 to 4) of a sheet; case, space and signs easily taken for
/// another do not matter.
[[nodiscard]] bool reads_back(std::string_view sheet, std::size_t row, std::string_view typed);

}  // namespace sango::store
