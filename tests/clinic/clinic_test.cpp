#include "shared/clinic/clinic.h"

#include "shared/store/device_secret.h"
#include "tests/clinic/desk.h"

#include <fstream>

#include <sys/stat.h>

using namespace sango;
using sango::test::Desk;
using sango::test::TempFolder;

namespace {

clinic::OpenRequest at(const std::filesystem::path& data) {
    return {data, std::filesystem::path(SANGO_SOURCE_DIR) / "assets"};
}

}  // namespace

TEST_CASE("A new clinic has its folders, its key and its staff, and the first of the staff acts") {
    Desk desk;
    CHECK(*setting(desk.clinic(), "clinic.id") == "sakura-0123");
    CHECK(*setting(desk.clinic(), "clinic.name") == "さくら助産院");
    CHECK(desk.clinic().actor.name == "佐藤 美咲");
    const auto people = staff(desk.clinic());
    REQUIRE(people.ok());
    REQUIRE(people->size() == 2);
    CHECK((*people)[1].name == "鈴木 恵");
    CHECK((*people)[1].role == clinic::Role::night);
    for (const char* folder : {"", "trust", "sync"}) {
        struct stat status {};
        REQUIRE(stat((desk.data / folder).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0700);
    }
    CHECK(desk.audit_holds());
}

TEST_CASE("A clinic is never made over another one") {
    Desk desk;
    desk.opened.reset();
    CHECK(clinic::create(desk.data, {"other", "他", {}}, desk.clock, seeded_random(1)).error().code ==
          "exists");
    desk.open();
    CHECK(*setting(desk.clinic(), "clinic.id") == "sakura-0123");
}

TEST_CASE("A clinic whose making was cut off can be made again") {
    const TempFolder temp;
    const HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    REQUIRE(store::make_device_secret(temp.path() / "device.key").ok());
    REQUIRE(store::Database::open(temp.path() / "clinic.db").ok());
    CHECK(clinic::open(at(temp.path()), clock, seeded_random(1)).error().code == "no_clinic");
    CHECK(clinic::create(temp.path(), {"sakura-0123", "さくら助産院", {}}, clock, seeded_random(1)).ok());
    CHECK(clinic::open(at(temp.path()), clock, seeded_random(1)).ok());
}

TEST_CASE("Where there is no clinic, no key, or another's key, it is said so") {
    Desk desk;
    const TempFolder empty;
    CHECK(clinic::open(at(empty.path()), desk.clock, seeded_random(1)).error().code == "no_clinic");
    CHECK(clinic::open(at(desk.data), desk.clock, seeded_random(1)).error().code == "busy");
    desk.opened.reset();
    std::filesystem::rename(desk.data / "device.key", desk.data / "kept");
    CHECK(clinic::open(at(desk.data), desk.clock, seeded_random(1)).error().code == "no_key");
    REQUIRE(store::make_device_secret(desk.data / "device.key").ok());
    CHECK(clinic::open(at(desk.data), desk.clock, seeded_random(1)).error().code == "wrong_key");
    std::filesystem::rename(desk.data / "kept", desk.data / "device.key");
    desk.open();
}

TEST_CASE("A broken programme file keeps the clinic closed, with file and line") {
    Desk desk;
    desk.opened.reset();
    std::filesystem::create_directory(desk.data / "programmes");
    std::ofstream(desk.data / "programmes" / "own.toml") << "format = 1\n[programme]\nid = 7\n";
    const auto opened = clinic::open(at(desk.data), desk.clock, seeded_random(1));
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message.ja.find("own.toml") != std::string::npos);
}

TEST_CASE("Settings are kept, and that they were set is on record") {
    Desk desk;
    const auto links = [&] {
        return desk.clinic().database.integer("SELECT count(*) FROM audit WHERE action = 'set'")->value_or(0);
    };
    const auto before = links();
    REQUIRE(set_setting(desk.clinic(), "contract.nerima", "1").ok());
    REQUIRE(set_setting(desk.clinic(), "contract.nerima", "0").ok());
    desk.open();
    CHECK(*setting(desk.clinic(), "contract.nerima") == "0");
    CHECK_FALSE(setting(desk.clinic(), "contract.atlantis")->has_value());
    CHECK(links() == before + 2);
    CHECK(setting_history(desk.clinic(), "contract.nerima")->front().before == "1");
    CHECK(desk.audit_holds());
}

TEST_CASE("Who acts stands in every row") {
    Desk desk;
    const auto people = staff(desk.clinic());
    CHECK(act_as(desk.clinic(), "nobody").error().code == "not_found");
    REQUIRE(act_as(desk.clinic(), (*people)[1].id).ok());
    (void)desk.register_hanako();
    CHECK(desk.clinic().database.text("SELECT registered_by FROM mother")->value_or("") == (*people)[1].id);
}

TEST_CASE("A clock that turned back is not believed until someone confirms it") {
    Desk desk;
    CHECK(clock_trustworthy(desk.clinic()));
    (void)desk.register_hanako();
    desk.clock.jump_to(*parse_instant("2026-11-21T14:01:00+09:00"));
    CHECK(clock_trustworthy(desk.clinic()));
    desk.clock.jump_to(*parse_instant("2026-11-21T13:59:00+09:00"));
    CHECK_FALSE(clock_trustworthy(desk.clinic()));
    // Writing under the wrong clock does not make it right.
    REQUIRE(set_setting(desk.clinic(), "contract.nerima", "1").ok());
    CHECK_FALSE(clock_trustworthy(desk.clinic()));
    desk.open();
    CHECK_FALSE(clock_trustworthy(desk.clinic()));
    REQUIRE(confirm_clock(desk.clinic()).ok());
    CHECK(clock_trustworthy(desk.clinic()));
    desk.clock.jump_to(*parse_instant("2025-12-31T23:59:00+09:00"));
    REQUIRE(confirm_clock(desk.clinic()).ok());
    CHECK_FALSE(clock_trustworthy(desk.clinic()));
}

TEST_CASE("What is recorded after a clock turned back still counts as the newest") {
    Desk desk;
    const std::string id = desk.register_hanako();
    desk.clock.jump_to(*parse_instant("2026-11-20T09:00:00+09:00"));
    desk.open();
    clinic::Registration told = desk.hanako();
    told.phone = "03-1111-2222";
    REQUIRE(clinic::register_mother(desk.clinic(), told).ok());
    CHECK((*clinic::find_mother(desk.clinic(), id))->phone == "03-1111-2222");
}
