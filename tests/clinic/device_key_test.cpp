#include "shared/clinic/device_key.h"

#include "shared/base/file.h"
#include "shared/clinic/badge.h"
#include "shared/clinic/people.h"
#include "shared/store/device_secret.h"
#include "tests/clinic/desk.h"

#include <cstdlib>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;

namespace {

namespace fs = std::filesystem;

/// The terminal stands still while its key changes; its files are looked at as they would be found.
struct Terminal : Desk {
    fs::path key = device_key_file(data);
    fs::path next = store::next_device_secret_file(key);
    fs::path old_key = temp.path() / "old.key";

    Terminal() {
        (void)register_hanako();
        fs::copy_file(key, old_key);
    }

    std::string name() { return find_by_number(clinic(), "nerima", "N-4821-1")->value().name; }
    fs::path renew() {
        const auto file = renew_device_key(clinic(), data);
        REQUIRE_MESSAGE(file.ok(), (file.ok() ? "" : file.error().message.en));
        return *file;
    }
    std::string opens() {
        opened.reset();
        const auto again =
            clinic::open({data, fs::path(SANGO_SOURCE_DIR) / "assets"}, clock, seeded_random(4));
        return again.ok() ? "ok" : again.error().code;
    }
    void put(const fs::path& from, const fs::path& to) {
        fs::copy_file(from, to, fs::copy_options::overwrite_existing);
    }
};

}  // namespace

TEST_CASE("with a new device key everything is there, and the key before opens nothing") {
    Terminal terminal;
    const std::string badge = issue_badge(terminal.clinic(), staff(terminal.clinic())->front().id).value();
    CHECK(terminal.renew() == terminal.key);
    CHECK(terminal.name() == "山田 花子");
    CHECK_FALSE(fs::exists(terminal.next));
    CHECK(terminal.opens() == "ok");
    terminal.open();
    CHECK(terminal.name() == "山田 花子");
    CHECK(badge_holder(terminal.clinic(), badge).ok());
    CHECK_FALSE(store::verify_audit(terminal.clinic().database)->broken);

    terminal.put(terminal.old_key, terminal.key);
    CHECK(terminal.opens() == "wrong_key");
}

TEST_CASE("what the old device key opened is neither in the database nor in its log") {
    Terminal terminal;
    const auto sealed = [&] { return *setting(terminal.clinic(), "clinic.key"); };
    const std::string before = sealed().value();
    terminal.renew();
    const std::string after = sealed().value();
    CHECK(before != after);
    for (const char* name : {"clinic.db", "clinic.db-wal"}) {
        const auto bytes = read_file(terminal.data / name, 100'000'000).value_or("");
        CHECK(bytes.find(before) == std::string::npos);
    }
    CHECK(read_file(terminal.data / "clinic.db", 100'000'000)->find(after) != std::string::npos);
}

TEST_CASE("cut off before it counted, the key before opens and the unborn one goes") {
    Terminal terminal;
    REQUIRE(store::make_device_secret(terminal.next).ok());
    CHECK(terminal.opens() == "ok");
    CHECK_FALSE(fs::exists(terminal.next));
}

TEST_CASE("cut off after it counted, the new key opens and takes its place") {
    Terminal terminal;
    terminal.renew();
    fs::rename(terminal.key, terminal.next);
    terminal.put(terminal.old_key, terminal.key);
    CHECK(terminal.opens() == "ok");
    CHECK_FALSE(fs::exists(terminal.next));
    CHECK(terminal.opens() == "ok");
}

TEST_CASE("where systemd gives the key, the new one opens beside it until it is sealed to the machine") {
    Terminal terminal;
    terminal.opened.reset();
    const fs::path credentials = terminal.temp.path() / "credentials";
    fs::create_directory(credentials);
    fs::rename(terminal.key, credentials / "sango.key");
    REQUIRE(setenv("CREDENTIALS_DIRECTORY", credentials.c_str(), 1) == 0);
    terminal.open();
    CHECK(terminal.renew() == terminal.next);
    CHECK(terminal.opens() == "ok");
    terminal.open();
    CHECK(renew_device_key(terminal.clinic(), terminal.data).error().code == "renewal_open");
    CHECK(terminal.name() == "山田 花子");
    terminal.put(terminal.next, credentials / "sango.key");
    CHECK(terminal.opens() == "ok");
    CHECK_FALSE(fs::exists(terminal.next));
    unsetenv("CREDENTIALS_DIRECTORY");
}

TEST_CASE("a backup holds the key of its time, however that key was given") {
    Terminal terminal;
    const auto first = store::read_device_secret(terminal.key);
    CHECK(terminal.clinic().keys.secret_file() == terminal.key);
    terminal.renew();
    CHECK(terminal.clinic().keys.secret_file() == terminal.key);
    CHECK(read_file(terminal.key, 100).value() != read_file(terminal.old_key, 100).value());
}

TEST_CASE("only a manager makes a new device key, and it is told in the audit chain") {
    Terminal terminal;
    terminal.clinic().actor.role = Role::night;
    CHECK(renew_device_key(terminal.clinic(), terminal.data).error().code == "not_allowed");
    CHECK_FALSE(fs::exists(terminal.next));
    terminal.clinic().actor.role = Role::manager;
    terminal.renew();
    const auto told = terminal.clinic().database.integer(
        "SELECT count(*) FROM audit WHERE action = 'renew_key' AND row_key = 'clinic.key'");
    CHECK(told->value_or(0) == 1);
}

TEST_CASE("where systemd gives the key, making a clinic leaves none in a file") {
    const test::TempFolder temp;
    const HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    const fs::path credentials = temp.path() / "credentials";
    fs::create_directory(credentials);
    REQUIRE(store::make_device_secret(credentials / "sango.key").ok());
    REQUIRE(setenv("CREDENTIALS_DIRECTORY", credentials.c_str(), 1) == 0);
    const fs::path data = temp.path() / "clinic";
    const auto made = clinic::create(data, {"sakura-0123", "さくら助産院", {}}, clock, seeded_random(1));
    const auto opened = clinic::open({data, fs::path(SANGO_SOURCE_DIR) / "assets"}, clock, seeded_random(1));
    unsetenv("CREDENTIALS_DIRECTORY");
    CHECK(made.ok());
    CHECK(opened.ok());
    CHECK_FALSE(fs::exists(device_key_file(data)));
}
