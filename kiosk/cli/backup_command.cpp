#include "kiosk/cli/at_hand.h"
#include "shared/base/date.h"
#include "shared/clinic/backup.h"

#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sango::cli {
namespace {

constexpr std::size_t kMostSheetBytes = 4'096;

/// What stands on the command line.
struct AskedBackup {
    std::filesystem::path folder;
    std::filesystem::path file;
    std::string sheets = "-";
};

int fail_backup(const Error& error) {
    return fail(error, error.code == "busy" ? kBusy : error.code == "unreadable" ? kMalformed : kRefused);
}

void say(const std::string& ja, const std::string& en) {
    std::printf("%s\n", (speaks_japanese() ? ja : en).c_str());
}

int make_sheets(Options& options) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    const auto sheets = clinic::make_recovery(hand->clinic());
    if (!sheets) return fail_backup(sheets.error());
    say("復旧シートです。1枚ずつ別の人が、別の場所で保管してください。この画面のほかには残りません。",
        "The recovery sheets. Give each to another person and place. They are nowhere but here.");
    for (std::size_t i = 0; i < sheets->sheets.size(); ++i)
        std::printf("\n%s %zu\n%s\n", speaks_japanese() ? "復旧シート" : "Recovery sheet", i + 1,
                    sheets->sheets[i].c_str());
    return kOk;
}

int make_backup(Options& options, const AskedBackup& asked) {
    auto hand = open_clinic(options);
    if (!hand) return options.exit_code;
    clinic::Clinic& clinic = hand->clinic();
    const auto folder = asked.folder.empty() ? clinic::backup_folder(clinic, options.data) : asked.folder;
    auto backup = clinic::ClinicBackup::begin(clinic, options.data, folder);
    if (!backup) return fail_backup(backup.error());
    if (const auto copied = backup->step(-1); !copied) return fail_backup(copied.error());
    const auto file = backup->finish();
    if (!file) return fail_backup(file.error());
    if (auto recorded = clinic::record_backup(clinic); !recorded) return fail_backup(recorded.error());
    if (options.json)
        std::printf("%s\n", nlohmann::ordered_json{{"ok", true}, {"file", file->string()}}.dump().c_str());
    else
        std::printf("%s\n", file->c_str());
    return kOk;
}

int list_backups(const Options& options, const AskedBackup& asked) {
    for (const clinic::BackupFile& backup : clinic::backups_in(asked.folder)) {
        const std::string made = instant_text(backup.label.made_at);
        if (options.json)
            std::printf("%s\n", nlohmann::ordered_json{{"file", backup.file.string()},
                                                       {"clinic", backup.label.clinic_id},
                                                       {"made_at", made},
                                                       {"bytes", backup.bytes}}
                                    .dump()
                                    .c_str());
        else
            std::printf("%s  %s  %ju  %s\n", made.c_str(), backup.label.clinic_id.c_str(), backup.bytes,
                        backup.file.c_str());
    }
    return kOk;
}

/// The key of the sheets that are typed, or read from a file.
Result<store::RecoveryKey> typed_key(const AskedBackup& asked) {
    const auto rows = read_input(asked.sheets, kMostSheetBytes);
    if (!rows)
        return error("unreadable", "復旧シートを読めません。場所を確かめてください。",
                     "The recovery sheets cannot be read. Check where they are.");
    return store::read_recovery_sheets(*rows);
}

int check_one(const Options& options, const AskedBackup& asked) {
    const auto label = store::read_backup_label(asked.file);
    if (!label) return fail_backup(label.error());
    const auto key = typed_key(asked);
    if (!key) return fail(key.error(), kMalformed);
    if (auto good = store::check_backup(asked.file, *key); !good) return fail_backup(good.error());
    if (options.json)
        std::printf("{\"ok\":true}\n");
    else
        say("このバックアップは最後まで読めます。", "This backup reads to its end.");
    return kOk;
}

int restore(const Options& options, const AskedBackup& asked) {
    if (options.data.empty())
        return fail(error("no_data", "--data で戻す先の新しいフォルダーを指定してください。",
                          "Name the new folder to restore to with --data."),
                    kMalformed);
    const auto key = typed_key(asked);
    if (!key) return fail(key.error(), key.error().code == "unreadable" ? kMalformed : kRefused);
    if (auto opened = store::open_backup(asked.file, *key, options.data); !opened)
        return fail_backup(opened.error());
    if (options.json)
        std::printf("{\"ok\":true}\n");
    else
        say("データを戻しました。自治体との接続は、新しい端末の証明書で登録し直してください。",
            "The data are restored. Enrol this terminal with the municipalities anew, with its own "
            "certificate.");
    return kOk;
}

}  // namespace

void add_backup_command(CLI::App& app, Options& options) {
    CLI::App* backup = app.add_subcommand("backup", "Sealed backups, and what they are opened with");
    backup->require_subcommand(1);
    auto asked = std::make_shared<AskedBackup>();
    const auto add = [&](const char* name, const char* what, auto run) {
        CLI::App* command = backup->add_subcommand(name, what);
        command->callback([asked, &options, run] { options.exit_code = run(options, *asked); });
        return command;
    };
    add("sheets", "Make new recovery sheets and print them, once",
        [](Options& o, const AskedBackup&) { return make_sheets(o); });
    add("make", "Make a backup now", make_backup)
        ->add_option("--to", asked->folder, "The folder, a memory stick say; the clinic's own by default");
    add("list", "The backups in a folder, newest first", list_backups)
        ->add_option("folder", asked->folder, "The folder")
        ->required();
    for (CLI::App* command : {add("check", "Read a backup to its end with the recovery sheets", check_one),
                              add("restore", "Make the folder --data from a backup", restore)}) {
        command->add_option("file", asked->file, "The backup")->required();
        command->add_option("--sheets", asked->sheets,
                            "A file with the eight rows of both sheets; standard input by default");
    }
}

}  // namespace sango::cli
