#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/store/recovery.h"

#include <filesystem>
#include <string>

namespace sango::store {

/// What stands in the clear at the head of a sealed backup (封をしたバックアップ).
struct BackupLabel {
    std::string clinic_id;
    Instant made_at{};
    std::int64_t schema = 0;  ///< number of migrations the data has had
    Bytes recovery_key;       ///< public half that it is sealed to, 32 bytes
};

/// Seals a copy of the database and the device secret to the recovery key, and reads the result back whole
/// before it stands under its name.
///
/// The file: the label as lines of text up to an empty one, among them a fresh key in a sealed box (X25519,
/// XSalsa20-Poly1305); then libsodium's secret stream (XChaCha20-Poly1305) of the device secret (64 digits)
/// and the database in pieces of 64 KiB. The label is bound to the first piece, the last piece is marked as
/// the last.
[[nodiscard]] Result<Done> seal_backup(const std::filesystem::path& database_copy,
                                       std::string_view device_secret, const BackupLabel& label,
                                       const std::filesystem::path& to);

/// Errors: unreadable (no such file), not_a_backup, too_new (made by a later Sango).
[[nodiscard]] Result<BackupLabel> read_backup_label(const std::filesystem::path& file);

/// Makes `data` (which must not be there) with clinic.db and device.key (0600) in it. The restored database
/// is checked as any copy. Errors: those of read_backup_label; exists; other_recovery_key (these sheets are
/// not of this backup); damaged (changed or cut); corrupt.
[[nodiscard]] Result<Done> open_backup(const std::filesystem::path& file, const RecoveryKey& key,
                                       const std::filesystem::path& data);
/// The same without writing anything: what `open_backup` would say.
[[nodiscard]] Result<Done> check_backup(const std::filesystem::path& file, const RecoveryKey& key);

}  // namespace sango::store
