#include "shared/clinic/backup.h"

#include "shared/base/file.h"
#include "tests/clinic/desk.h"

#include <fstream>

#include <sys/stat.h>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;

namespace {

std::string rows_of(const store::RecoverySheets& sheets) {
    return sheets.sheets[0] + "\n" + sheets.sheets[1];
}

struct BackedUp {
    Desk desk;
    store::RecoverySheets sheets = make_recovery(desk.clinic()).value();
    std::filesystem::path folder = desk.temp.path() / "stick";
    std::filesystem::path elsewhere = desk.temp.path() / "restored";
    std::string use = desk.check_in_hanako();

    std::filesystem::path back_up() {
        auto backup = ClinicBackup::begin(desk.clinic(), desk.data, folder);
        REQUIRE(backup.ok());
        REQUIRE(*backup->step(-1));
        const auto file = backup->finish();
        REQUIRE_MESSAGE(file.ok(), (file.ok() ? "" : file.error().message.en));
        return *file;
    }
    store::RecoveryKey key() { return store::read_recovery_sheets(rows_of(sheets)).value(); }
};

std::string contents(const std::filesystem::path& file) {
    return read_file(file, 100'000'000).value();
}

}  // namespace

TEST_CASE("a clinic comes back on a fresh machine from a backup and two sheets of paper") {
    BackedUp clinic;
    const auto file = clinic.back_up();
    CHECK(file.filename() == "sango-sakura-0123-20261121T140500.sangobackup");
    REQUIRE(store::open_backup(file, clinic.key(), clinic.elsewhere).ok());

    auto restored = clinic::open({clinic.elsewhere, std::filesystem::path(SANGO_SOURCE_DIR) / "assets"},
                                 clinic.desk.clock, seeded_random(3));
    REQUIRE_MESSAGE(restored.ok(), (restored.ok() ? "" : restored.error().message.en));
    CHECK(find_by_number(*restored, "nerima", "N-4821-1")->value().name == "山田 花子");
    CHECK(in_house(*restored)->size() == 1);
    CHECK_FALSE(store::verify_audit(restored->database)->broken);
    for (const char* name : {"clinic.db", "device.key"}) {
        struct stat status {};
        REQUIRE(stat((clinic.elsewhere / name).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600);
    }
}

TEST_CASE("the clinic goes on writing between two slices of a backup, and all of it is in there") {
    BackedUp clinic;
    auto backup = ClinicBackup::begin(clinic.desk.clinic(), clinic.desk.data, clinic.folder).value();
    int slices = 0;
    while (!backup.step(4).value()) {
        if (++slices < 5) REQUIRE(write_note(clinic.desk.clinic(), clinic.desk.milk(clinic.use)).ok());
    }
    CHECK(slices > 5);
    REQUIRE(store::open_backup(backup.finish().value(), clinic.key(), clinic.elsewhere).ok());
    const auto database = store::Database::open(clinic.elsewhere / "clinic.db").value();
    CHECK(database.integer("SELECT count(*) FROM care_note")->value_or(0) == 4);
}

TEST_CASE("a backup that was changed or cut anywhere is not taken, and nothing is made of it") {
    BackedUp clinic;
    const auto file = clinic.back_up();
    const std::string whole = contents(file);
    const auto broken = clinic.desk.temp.path() / "broken.sangobackup";
    const auto said_of = [&](const std::string& bytes) {
        std::ofstream(broken, std::ios::binary | std::ios::trunc) << bytes;
        const auto opened = store::open_backup(broken, clinic.key(), clinic.elsewhere);
        CHECK(std::filesystem::exists(clinic.elsewhere) == opened.ok());
        return opened.ok() ? std::string("ok") : opened.error().code;
    };
    for (std::size_t at = 0; at < whole.size(); at += at < 400 ? 7 : 4'099) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK(said_of(changed) != "ok");
        CHECK(said_of(whole.substr(0, at)) != "ok");
    }
    CHECK(said_of(whole + "x") == "damaged");
    CHECK(said_of("") == "not_a_backup");
    CHECK(said_of("sango-backup 2\n" + whole) == "too_new");
    std::string later = whole;
    later.replace(later.find("schema "), 8, "schema 9");
    CHECK(said_of(later.replace(later.find("schema 9") + 8, 0, "99")) == "too_new");
    CHECK(said_of(whole) == "ok");
}

TEST_CASE("other sheets do not open it, and a folder that is there is not overwritten") {
    BackedUp clinic;
    const auto file = clinic.back_up();
    const auto others = store::read_recovery_sheets(rows_of(store::make_recovery_sheets()));
    CHECK(store::open_backup(file, *others, clinic.elsewhere).error().code == "other_recovery_key");
    CHECK(store::open_backup(file, clinic.key(), clinic.desk.data).error().code == "exists");
    CHECK(clinic.desk.count("mother") == 1);
}

TEST_CASE("a backup tells nothing without the sheets but whose it is and when") {
    BackedUp clinic;
    const std::string bytes = contents(clinic.back_up());
    for (const char* secret : {"山田", "service_use", "N-4821-1", "nerima"})
        CHECK(bytes.find(secret) == std::string::npos);
    const auto secret = contents(clinic.desk.data / "device.key");
    CHECK(bytes.find(secret.substr(0, 64)) == std::string::npos);
    CHECK_FALSE(std::filesystem::exists(clinic.desk.data / "backup.copy"));
}

TEST_CASE("backups are due once a day, and old ones make room") {
    Desk desk;
    CHECK_FALSE(*backup_due(desk.clinic()));  // no sheets, no backup
    CHECK(ClinicBackup::begin(desk.clinic(), desk.data, desk.temp.path()).error().code == "no_recovery_key");
    REQUIRE(make_recovery(desk.clinic()).ok());
    const auto folder = backup_folder(desk.clinic(), desk.data);
    for (int day = 0; day < 12; ++day) {
        CHECK(*backup_due(desk.clinic()));
        auto backup = ClinicBackup::begin(desk.clinic(), desk.data, folder).value();
        REQUIRE(backup.step(-1).ok());
        REQUIRE(backup.finish().ok());
        REQUIRE(record_backup(desk.clinic()).ok());
        CHECK_FALSE(*backup_due(desk.clinic()));
        desk.clock.turn(std::chrono::days(1));
    }
    const auto kept = backups_in(folder);
    CHECK(kept.size() < 12);
    CHECK(kept.size() >= 7);
    CHECK(kept.front().label.made_at > kept.back().label.made_at);
}

TEST_CASE("a stick that is not there is said before anything is copied") {
    BackedUp clinic;
    std::ofstream(clinic.folder) << "a file where the stick should be";
    CHECK(ClinicBackup::begin(clinic.desk.clinic(), clinic.desk.data, clinic.folder).error().code ==
          "no_folder");
}
