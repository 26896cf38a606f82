#include "shared/clinic/backup.h"

#include "shared/base/file.h"
#include "shared/store/backup_rota.h"
#include "shared/store/device_secret.h"
#include "shared/store/seal.h"

#include <algorithm>

#include <fmt/format.h>

namespace sango::clinic {
namespace {

constexpr std::string_view kEnding = ".sangobackup";
constexpr const char* kFolder = "backup.folder";
constexpr const char* kLast = "backup.last";

std::filesystem::path name_of(const store::BackupLabel& label) {
    const std::chrono::year_month_day day(japan_date(label.made_at));
    const std::chrono::hh_mm_ss time(japan_time_of_day(label.made_at));
    return fmt::format("sango-{}-{:04}{:02}{:02}T{:02}{:02}{:02}{}", label.clinic_id, int{day.year()},
                       unsigned{day.month()}, unsigned{day.day()}, time.hours().count(),
                       time.minutes().count(), time.seconds().count(), kEnding);
}

void remove_outlived(const std::filesystem::path& folder, const std::string& clinic_id) {
    std::vector<BackupFile> own = backups_in(folder);
    std::erase_if(own, [&](const BackupFile& backup) { return backup.label.clinic_id != clinic_id; });
    std::vector<Instant> made;
    for (const BackupFile& backup : own) made.push_back(backup.label.made_at);
    const std::vector<Instant> outlived = store::outlived_backups(made);
    for (const BackupFile& backup : own) {
        std::error_code none;
        if (std::ranges::find(outlived, backup.label.made_at) != outlived.end())
            std::filesystem::remove(backup.file, none);
    }
}

}  // namespace

Result<store::RecoverySheets> make_recovery(Clinic& clinic) {
    store::RecoverySheets sheets = store::make_recovery_sheets();
    if (auto set = set_setting(clinic, kRecoveryKeySetting, hex(sheets.public_key)); !set) return set.error();
    return sheets;
}

ClinicBackup::ClinicBackup(store::BackupCopy copy, std::filesystem::path copy_file,
                           std::filesystem::path secret_file, store::BackupLabel label,
                           std::filesystem::path folder)
    : copy_(std::move(copy)),
      copy_file_(std::move(copy_file)),
      secret_file_(std::move(secret_file)),
      label_(std::move(label)),
      folder_(std::move(folder)) {}

Result<ClinicBackup> ClinicBackup::begin(const Clinic& clinic, const std::filesystem::path& data,
                                         const std::filesystem::path& folder) {
    const auto id = setting(clinic, "clinic.id");
    if (!id) return id.error();
    const auto key = setting(clinic, kRecoveryKeySetting);
    if (!key) return key.error();
    const auto bytes = from_hex(key->value_or(""));
    const auto schema = clinic.database.integer("PRAGMA user_version");
    if (!schema) return schema.error();
    if (!bytes || bytes->empty())
        return error("no_recovery_key", "復旧シートがまだ作られていません。先に作ってください。",
                     "There are no recovery sheets yet. Make them first.");
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (!std::filesystem::is_directory(folder, failed))
        return error("no_folder",
                     "バックアップの保存先が使えません。USBメモリーの接続などを確かめてください。",
                     "The folder for backups cannot be used. Check that the stick is plugged in.");
    const std::filesystem::path copy_file = data / "backup.copy";
    auto copy = store::BackupCopy::begin(clinic.database, copy_file);
    if (!copy) return copy.error();
    return ClinicBackup(std::move(*copy), copy_file, clinic.keys.secret_file(),
                        {id->value_or(""), clinic.clock.now(), schema->value_or(0), *bytes}, folder);
}

Result<std::filesystem::path> ClinicBackup::finish() {
    const auto checked = copy_->finish();
    copy_.reset();
    if (!checked) return checked.error();
    const auto secret = read_file(secret_file_, store::kSecretDigits);
    const std::filesystem::path to = folder_ / name_of(label_);
    const auto sealed = store::seal_backup(
        copy_file_, std::string_view(secret ? *secret : "").substr(0, store::kSecretDigits), label_, to);
    std::error_code none;
    std::filesystem::remove(copy_file_, none);
    if (!sealed) return sealed.error();
    remove_outlived(folder_, label_.clinic_id);
    return to;
}

Result<bool> backup_due(const Clinic& clinic) {
    const auto key = setting(clinic, kRecoveryKeySetting);
    if (!key) return key.error();
    if (!*key) return false;
    const auto last = setting(clinic, kLast);
    if (!last) return last.error();
    const auto at = parse_instant(last->value_or(""));
    return !at || japan_date(*at) != japan_date(clinic.clock.now());
}

Result<Done> record_backup(Clinic& clinic) {
    return set_setting(clinic, kLast, instant_text(clinic.clock.now()));
}

std::filesystem::path backup_folder(const Clinic& clinic, const std::filesystem::path& data) {
    const auto folder = setting(clinic, kFolder);
    return folder.ok() && *folder ? std::filesystem::path(**folder) : data / "backups";
}

std::vector<BackupFile> backups_in(const std::filesystem::path& folder) {
    std::vector<BackupFile> backups;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        if (entry.path().extension() != kEnding) continue;
        if (auto label = store::read_backup_label(entry.path()); label.ok())
            backups.push_back({entry.path(), std::move(*label), entry.file_size(none)});
    }
    std::ranges::sort(backups, std::ranges::greater(),
                      [](const BackupFile& backup) { return backup.label.made_at; });
    return backups;
}

}  // namespace sango::clinic
