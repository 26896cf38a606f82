#pragma once

#include "shared/clinic/clinic.h"
#include "shared/store/backup.h"
#include "shared/store/sealed_backup.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sango::clinic {

// Settings: recovery.public_key (64 hexadecimal digits), backup.folder (else "backups" in the data folder),
// backup.last (RFC 3339, of the newest good one).

inline constexpr std::string_view kRecoveryKeySetting = "recovery.public_key";

/// New recovery sheets (復旧シート): from now on backups are sealed to them; older ones open with their own
/// sheets still. The secret halves are only in what is returned, for print.
[[nodiscard]] Result<store::RecoverySheets> make_recovery(Clinic& clinic);

/// One backup on its way: a copy of the pages in slices on the clinic thread, the rest on any thread.
class ClinicBackup {
public:
    /// Error: no_recovery_key, and those of store.
    [[nodiscard]] static Result<ClinicBackup> begin(const Clinic& clinic, const std::filesystem::path& data,
                                                    const std::filesystem::path& folder);
    /// Up to `pages` more; true once the copy is whole. -1: all at once.
    [[nodiscard]] Result<bool> step(int pages) { return copy_->step(pages); }
    /// Checks the copy, seals it into `folder` as "sango-<clinic>-<day>T<time>.sangobackup", reads it back,
    /// removes the copy and what the rota no longer keeps. The file's path.
    [[nodiscard]] Result<std::filesystem::path> finish();

private:
    ClinicBackup(store::BackupCopy copy, std::filesystem::path copy_file, std::filesystem::path secret_file,
                 store::BackupLabel label, std::filesystem::path folder);
    std::optional<store::BackupCopy> copy_;
    std::filesystem::path copy_file_;
    std::filesystem::path secret_file_;
    store::BackupLabel label_;
    std::filesystem::path folder_;
};

/// When the newest good backup was made, and whether another is due: none today, and there are recovery
/// sheets.
[[nodiscard]] Result<bool> backup_due(const Clinic& clinic);
[[nodiscard]] Result<Done> record_backup(Clinic& clinic);
[[nodiscard]] std::filesystem::path backup_folder(const Clinic& clinic, const std::filesystem::path& data);

struct BackupFile {
    std::filesystem::path file;
    store::BackupLabel label;
    std::uintmax_t bytes = 0;
};
/// The backups in a folder that read as such, newest first.
[[nodiscard]] std::vector<BackupFile> backups_in(const std::filesystem::path& folder);

}  // namespace sango::clinic
