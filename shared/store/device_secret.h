#pragma once

#include "shared/store/locked.h"

#include <cstddef>
#include <filesystem>

namespace sango::store {

/// The device secret (端末の鍵): 32 bytes as 64 hexadecimal digits, a newline may follow.
inline constexpr std::size_t kSecretBytes = 32;
inline constexpr std::size_t kSecretDigits = 64;

/// Where it is: $CREDENTIALS_DIRECTORY/sango.key where there is such a file, else `file`.
[[nodiscard]] std::filesystem::path device_secret_file(const std::filesystem::path& file);
/// Where the one lies that is to replace it, beside `file`.
[[nodiscard]] std::filesystem::path next_device_secret_file(const std::filesystem::path& file);

/// Writes a new one to `file` (0600, durable). Errors: exists, read_only, disk_full.
[[nodiscard]] Result<Done> make_device_secret(const std::filesystem::path& file);
/// Its kSecretBytes. Errors: no_key (no such file), bad_key (not 64 digits, or others may read the file).
[[nodiscard]] Result<Locked> read_device_secret(const std::filesystem::path& file);

}  // namespace sango::store
