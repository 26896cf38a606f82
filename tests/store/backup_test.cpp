#include "shared/store/backup.h"

#include "shared/store/audit.h"
#include "tests/store/staff_rows.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>

using namespace sango;
using namespace sango::store;
using sango::test::add_staff;
using sango::test::TempFolder;

TEST_CASE("A backup is whole, its owner's alone, and replaces an older one only when it is good") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    for (int i = 0; i < 50; ++i) REQUIRE(add_staff(*database, std::to_string(i)).ok());
    const auto to = temp.path() / "backup.db";
    REQUIRE(back_up(*database, to).ok());
    REQUIRE(add_staff(*database, "later").ok());
    REQUIRE(back_up(*database, to).ok());
    struct stat status {};
    REQUIRE(stat(to.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
    {
        const auto copy = Database::open(to);
        REQUIRE(copy.ok());
        CHECK(copy->integer("SELECT count(*) FROM staff")->value_or(0) == 51);
        CHECK(*audit_head(*copy) == *audit_head(*database));
    }

    REQUIRE(sqlite3_exec(database->handle(), "UPDATE staff SET name = 'x' WHERE id = '7'", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    CHECK(back_up(*database, to).error().code == "corrupt");
    const auto copy = Database::open(to);
    REQUIRE(copy.ok());
    CHECK_FALSE(verify_audit(*copy)->broken);
    CHECK_FALSE(std::filesystem::exists(to.string() + ".part"));
}

TEST_CASE("A backup to a folder that is not there says so") {
    const TempFolder temp(test::memory_folder());
    auto database = Database::open(temp.path() / "clinic.db");
    REQUIRE(database.ok());
    CHECK(back_up(*database, temp.path() / "nowhere" / "backup.db").error().code == "read_only");
}
