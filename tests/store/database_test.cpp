#include "shared/store/database.h"

#include "shared/store/audit.h"
#include "shared/store/schema.h"
#include "tests/store/staff_rows.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <utility>

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sango;
using namespace sango::store;
using sango::test::add_staff;
using sango::test::FaultyDisk;
using sango::test::kNow;
using sango::test::TempFolder;

namespace {

std::int64_t staff_count(const Database& database) {
    return database.integer("SELECT count(*) FROM staff")->value_or(-1);
}

unsigned mode_of(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

}  // namespace

TEST_CASE("A new clinic's data lies in files that only its owner can read") {
    const TempFolder temp(test::memory_folder());
    const auto folder = temp.path() / "clinic";
    auto database = Database::open(folder / "clinic.db");
    REQUIRE(database.ok());
    REQUIRE(add_staff(*database, "a").ok());
    CHECK(mode_of(folder) == 0700);
    CHECK(mode_of(folder / "clinic.db") == 0600);
    CHECK(mode_of(folder / "clinic.db-wal") == 0600);
    CHECK_FALSE(std::filesystem::exists(folder / "clinic.db-shm"));
}

TEST_CASE("The database is set up so that what is confirmed stays") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    REQUIRE(add_staff(*database, "a").ok());
    CHECK(std::filesystem::file_size(temp.path() / "clinic.db-wal") > 0);
    CHECK(database->text("PRAGMA locking_mode")->value_or("") == "exclusive");
    CHECK(database->integer("PRAGMA synchronous")->value_or(-1) == 2);
    CHECK(database->integer("PRAGMA mmap_size")->value_or(0) == 0);
    CHECK(database->integer("PRAGMA foreign_keys")->value_or(-1) == 1);
    CHECK(database->integer("PRAGMA trusted_schema")->value_or(-1) == 0);
    CHECK(database->integer("PRAGMA secure_delete")->value_or(-1) == 1);
}

TEST_CASE("Every kind of value comes back as it went in") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    REQUIRE(
        database
            ->run(
                "CREATE TABLE probe (n INTEGER, t TEXT, b BLOB, empty BLOB, missing TEXT, d INTEGER) STRICT")
            .ok());
    const Bytes bytes{0, 1, 255};
    REQUIRE(database
                ->run("INSERT INTO probe VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                      {value(std::int64_t{-1} << 62), value(std::string_view("𠮷野\0葵", 11)), value(bytes),
                       value(Bytes{}), value(std::optional<std::string>()), value(make_date(2026, 11, 21))})
                .ok());
    int rows = 0;
    REQUIRE(database
                ->query("SELECT * FROM probe", {},
                        [&](const Row& row) {
                            ++rows;
                            CHECK(row.integer(0) == std::int64_t{-1} << 62);
                            CHECK(row.text(1) == std::string("𠮷野\0葵", 11));
                            CHECK(row.bytes(2) == bytes);
                            CHECK_FALSE(row.null(3));
                            CHECK(row.bytes(3).empty());
                            CHECK(row.maybe_text(4) == std::nullopt);
                            CHECK(row.date(5) == make_date(2026, 11, 21));
                            CHECK(row.text(0).empty());
                            CHECK(row.integer(1) == 0);
                            return true;
                        })
                .ok());
    CHECK(rows == 1);
}

TEST_CASE("Reading refuses a statement that would write, and a wrong number of parameters is a fault") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    CHECK(std::as_const(*database).integer("DELETE FROM staff").error().code == "schema");
    CHECK(database->integer("SELECT ?1").error().code == "schema");
    CHECK(database->run("NONSENSE").error().code == "schema");
}

TEST_CASE("A question inside the same question has its own place") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    for (const char* id : {"a", "b", "c"}) REQUIRE(add_staff(*database, id).ok());
    int pairs = 0;
    const auto each_staff = [&](auto&& then) {
        return database->query("SELECT id FROM staff ORDER BY id", {}, then);
    };
    REQUIRE(each_staff([&](const Row&) {
                REQUIRE(each_staff([&](const Row&) { return ++pairs > 0; }).ok());
                return true;
            }).ok());
    CHECK(pairs == 9);
}

TEST_CASE("A second program is refused at once, and told why") {
    const TempFolder temp(test::memory_folder());
    const auto file = temp.path() / "clinic.db";
    auto first = Database::open(file);
    REQUIRE(first.ok());
    CHECK(Database::open(file).error().code == "busy");

    const pid_t other = fork();
    REQUIRE(other >= 0);
    if (other == 0) {
        const auto second = Database::open(file);
        _exit(second.ok() ? 1 : second.error().code == "busy" ? 0 : 2);
    }
    int status = 0;
    waitpid(other, &status, 0);
    CHECK(status == 0);
    REQUIRE(add_staff(*first, "a").ok());
}

TEST_CASE("Data of a later Sango is not opened, and not touched") {
    const TempFolder temp(test::memory_folder());
    const auto file = temp.path() / "clinic.db";
    {
        auto database = Database::open(file);
        REQUIRE(database.ok());
        REQUIRE(database->run("PRAGMA user_version = 999").ok());
    }
    const auto opened = Database::open(file);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == "too_new");
    CHECK(opened.error().message.ja.find("更新") != std::string::npos);
}

TEST_CASE("A file that is no database, or a stranger's, or damaged, is said to be so") {
    const TempFolder temp(test::memory_folder());
    std::ofstream(temp.path() / "letter.db") << std::string(8192, 'x');
    CHECK(Database::open(temp.path() / "letter.db").error().code == "corrupt");

    sqlite3* stranger = nullptr;
    REQUIRE(sqlite3_open((temp.path() / "stranger.db").c_str(), &stranger) == SQLITE_OK);
    REQUIRE(sqlite3_exec(stranger, "CREATE TABLE t (x)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(stranger);
    CHECK(Database::open(temp.path() / "stranger.db").error().code == "foreign");

    const auto file = temp.path() / "clinic.db";
    {
        auto database = Database::open(file);
        REQUIRE(database.ok());
        for (int i = 0; i < 200; ++i) REQUIRE(add_staff(*database, std::to_string(i)).ok());
    }
    {
        std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
        const auto pages = std::filesystem::file_size(file) / 4096;
        for (std::size_t page = 2; page < pages; ++page) {
            damage.seekp(static_cast<std::streamoff>(page * 4096));
            damage << std::string(64, '\x5A');
        }
    }
    CHECK(Database::open(file).error().code == "corrupt");
}

TEST_CASE("A folder that cannot be written to is said to be so") {
    const TempFolder temp(test::memory_folder());
    std::filesystem::permissions(temp.path(), static_cast<std::filesystem::perms>(0755));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // Root may write anywhere; nobody may not.
        if (geteuid() == 0 && setuid(65534) != 0) _exit(3);
        if (geteuid() != 65534)
            std::filesystem::permissions(temp.path(), static_cast<std::filesystem::perms>(0500));
        const auto opened = Database::open(temp.path() / "clinic.db");
        _exit(opened.ok() ? 1 : opened.error().code == "read_only" ? 0 : 2);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    std::filesystem::permissions(temp.path(), std::filesystem::perms::owner_all);
}

TEST_CASE("What was not committed never was") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    {
        auto transaction = Transaction::begin(*database);
        REQUIRE(transaction.ok());
        CHECK(Transaction::begin(*database).error().code == "schema");
        REQUIRE(add_staff(*database, "a").ok());
        CHECK(staff_count(*database) == 1);
    }
    CHECK(staff_count(*database) == 0);
    REQUIRE(add_staff(*database, "a").ok());
    CHECK(add_staff(*database, "a").error().code == "constraint");
    CHECK(staff_count(*database) == 1);
    CHECK_FALSE(verify_audit(*database)->broken);
}

TEST_CASE("On a full disk nothing is lost, and entering goes on once there is space") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    REQUIRE(add_staff(*database, "before").ok());
    const auto pages = database->integer("PRAGMA page_count")->value_or(0);
    REQUIRE(database->run("PRAGMA max_page_count = " + std::to_string(pages)).ok());
    int kept = 1;
    Result<Done> last = Done{};
    while ((last = add_staff(*database, std::to_string(kept)))) ++kept;
    CHECK(last.error().code == "disk_full");
    CHECK(last.error().message.ja.find("空き") != std::string::npos);
    CHECK(staff_count(*database) == kept);
    REQUIRE(database->run("PRAGMA max_page_count = 100000").ok());
    REQUIRE(add_staff(*database, "after").ok());
    CHECK_FALSE(verify_audit(*database)->broken);
}

TEST_CASE("Whatever write or sync fails, what was confirmed stays and nothing is half there") {
    for (const auto fault :
         {FaultyDisk::Fault::full, FaultyDisk::Fault::write_error, FaultyDisk::Fault::sync_error}) {
        const TempFolder temp(test::memory_folder());
        const auto file = temp.path() / "clinic.db";
        int confirmed = 0;
        {
            FaultyDisk disk;
            auto database = Database::open(file);
            REQUIRE(database.ok());
            bool struck = true;
            for (int nth = 1; struck; ++nth) {
                disk.fail(fault, nth);
                for (const char* half : {"x", "y"}) {
                    const auto done = add_staff(*database, half + std::to_string(nth));
                    if (done) ++confirmed;
                    if (!done) CHECK((done.error().code == "disk_full" || done.error().code == "io"));
                }
                if (!database->checkpoint()) CHECK(disk.struck());
                struck = disk.struck();
                disk.heal();
                if (add_staff(*database, "after" + std::to_string(nth))) ++confirmed;
                CHECK(staff_count(*database) == confirmed);
            }
        }
        auto database = Database::open(file);
        REQUIRE(database.ok());
        CHECK(database->check_integrity().ok());
        CHECK_FALSE(verify_audit(*database)->broken);
        CHECK(staff_count(*database) == confirmed);
    }
}

/// The power comes back, and some of what was not synced is lost: the file opens, sound and unbroken.
Database after_the_power_cut(FaultyDisk& disk, const Random& random, const std::filesystem::path& file) {
    disk.lose_unsynced(random);
    disk.heal();
    auto database = Database::open(file);
    REQUIRE(database.ok());
    CHECK(database->check_integrity().ok());
    CHECK_FALSE(verify_audit(*database)->broken);
    return std::move(database).value();
}

TEST_CASE("A power cut at any write keeps every confirmed entry, whatever of the unsynced is lost") {
    const Random random = seeded_random(7);
    const TempFolder temp(test::memory_folder());
    const auto model = temp.path() / "model.db";
    REQUIRE(Database::open(model).ok());
    int cuts = 0;
    bool struck = true;
    for (int nth = 1; struck; ++nth) {
        const auto file = temp.path() / (std::to_string(nth) + ".db");
        std::filesystem::copy_file(model, file);
        std::vector<std::string> confirmed;
        FaultyDisk disk;
        disk.fail(FaultyDisk::Fault::power_cut, nth);
        {
            auto database = Database::open(file);
            for (int i = 0; database && i < 6; ++i) {
                const std::string id = std::to_string(i);
                if (add_staff(*database, id)) confirmed.push_back(id);
                if (i == 3) (void)database->checkpoint();
            }
        }
        struck = disk.struck();
        if (struck) ++cuts;
        const Database database = after_the_power_cut(disk, random, file);
        for (const std::string& id : confirmed)
            CHECK(database.integer("SELECT 1 FROM staff WHERE id = ?1", {value(id)})->has_value());
        CHECK(staff_count(database) <= static_cast<std::int64_t>(confirmed.size()) + 1);
    }
    CHECK(cuts > 30);
}

// A migration writes many hundred pages and each try begins from nothing, so the cuts are spread over them.
TEST_CASE("A power cut while the database is first made leaves a file that the next start makes whole") {
    const Random random = seeded_random(8);
    const TempFolder temp(test::memory_folder());
    int cuts = 0;
    bool struck = true;
    for (int nth = 1; struck; nth += nth < 8 ? 1 : 1 + nth / 8) {
        const auto file = temp.path() / (std::to_string(nth) + ".db");
        FaultyDisk disk;
        disk.fail(FaultyDisk::Fault::power_cut, nth);
        (void)Database::open(file);
        struck = disk.struck();
        if (struck) ++cuts;
        Database database = after_the_power_cut(disk, random, file);
        CHECK(add_staff(database, "first").ok());
        CHECK_FALSE(verify_audit(database)->broken);
    }
    CHECK(cuts > 20);
}

TEST_CASE("Data of the first migration comes through the later ones whole, its references checked again") {
    const test::TempFolder folder;
    const auto file = folder.path() / "clinic.db";
    sqlite3* old = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &old) == SQLITE_OK);
    const std::string script =
        std::string(migrations().front()) +
        "PRAGMA user_version = 1; PRAGMA application_id = 0x534E474F;"
        "INSERT INTO mother VALUES ('m', 'nerima', 'N-1', 1, 's');"
        "INSERT INTO booking VALUES ('b', 'm', NULL, 'booked', 'day_care', 20000, 1, 600, '', 1, 's');"
        "INSERT INTO service_use VALUES ('u', 'm', 'b', NULL, 'day_care', 20000, 1, 1, '', 'card', 1, "
        "'accept', '', 1500, 0, 0, 1, 's');"
        "INSERT INTO outbox VALUES ('o', 'use', 'nerima', '/v1/uses', 'u', 'key', x'00', 1);"
        "INSERT INTO send_attempt VALUES ('a', 'o', 'later', 503, NULL, NULL, 1);";
    REQUIRE(sqlite3_exec(old, script.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(old);

    auto database = Database::open(file);
    REQUIRE(database.ok());
    CHECK(*database->integer("SELECT count(*) FROM outbox") == 1);
    CHECK(*database->integer("SELECT count(*) FROM service_use WHERE booking_id = 'b'") == 1);
    // And from now on nothing can refer to what is not there.
    CHECK(database->run("INSERT INTO send_attempt VALUES ('c', 'nothing', 'later', 503, NULL, NULL, 1)")
              .error()
              .code == "constraint");
}
