#include "shared/store/seal.h"

#include "shared/store/device_secret.h"
#include "tests/store/staff_rows.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <fstream>
#include <set>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <sys/stat.h>

using namespace sango;
using namespace sango::store;
using sango::test::kStamp;
using sango::test::TempFolder;

namespace {

constexpr Place kName{"mother_profile", "name_sealed", "p1"};

/// A clinic's keys and data with two mothers.
struct Sealed {
    TempFolder temp{test::memory_folder()};
    std::filesystem::path key_file = temp.path() / "device.key";
    std::filesystem::path file = temp.path() / "clinic.db";
    Database database = Database::open(file).value();
    Keyring keys = [this] {
        REQUIRE(make_device_secret(key_file).ok());
        return Keyring::make(database, key_file).value();
    }();

    Sealed() {
        for (const char* id : {"m1", "m2"}) {
            REQUIRE(insert(database, "mother",
                           {{"id", value(id)},
                            {"programme", value("nerima")},
                            {"user_number", value(id)},
                            {"registered_at", value(kStamp.at)},
                            {"registered_by", value("system")}},
                           kStamp, "register")
                        .ok());
            REQUIRE(keys.add_mother(database, id, kStamp).ok());
        }
    }
    [[nodiscard]] Bytes seal(std::string_view text) const {
        return keys.seal(database, "m1", kName, text).value();
    }
};

}  // namespace

TEST_CASE("Whatever is sealed comes back exactly, and no two boxes are alike") {
    const Sealed clinic;
    rc::check("seal then unseal is the same text", [&](const std::string& text) {
        const Bytes box = clinic.seal(text);
        RC_ASSERT(clinic.keys.unseal(clinic.database, "m1", kName, box).value() == text);
        RC_ASSERT(clinic.seal(text) != box);
        const Bytes own = clinic.keys.seal_for_clinic({"outbox", "body_sealed", "o1"}, text);
        RC_ASSERT(clinic.keys.unseal_for_clinic({"outbox", "body_sealed", "o1"}, own).value() == text);
    });
}

TEST_CASE("A box that was moved does not open: another row, column, table, mother, or the clinic's own key") {
    const Sealed clinic;
    const Bytes box = clinic.seal("山田 花子");
    for (const Place& elsewhere :
         {Place{"mother_profile", "name_sealed", "p2"}, Place{"mother_profile", "kana_sealed", "p1"},
          Place{"child", "name_sealed", "p1"}, Place{"mother_profilename_", "sealed", "p1"}})
        CHECK(clinic.keys.unseal(clinic.database, "m1", elsewhere, box).error().code == "sealed");
    CHECK(clinic.keys.unseal(clinic.database, "m2", kName, box).error().code == "sealed");
    CHECK(clinic.keys.unseal_for_clinic(kName, box).error().code == "sealed");
}

TEST_CASE("A box with any bit changed, cut or lengthened does not open") {
    const Sealed clinic;
    const Bytes box = clinic.seal("090-1234-5678");
    const auto opens = [&](const Bytes& changed) {
        return clinic.keys.unseal(clinic.database, "m1", kName, changed).ok();
    };
    REQUIRE(opens(box));
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        Bytes changed = box;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(opens(changed));
    }
    for (std::size_t size = 0; size < box.size(); ++size)
        CHECK_FALSE(opens(Bytes(box.begin(), box.begin() + static_cast<std::ptrdiff_t>(size))));
    Bytes longer = box;
    longer.push_back(0);
    CHECK_FALSE(opens(longer));
}

TEST_CASE("A mother whose key is destroyed cannot be read any more; the other can") {
    Sealed clinic;
    const Bytes first = clinic.seal("山田 花子");
    const Bytes second = clinic.keys.seal(clinic.database, "m2", kName, "𠮷野 葵").value();
    REQUIRE(clinic.database.run("DELETE FROM mother_key WHERE mother_id = 'm1'").ok());
    clinic.keys.forget();
    CHECK(clinic.keys.unseal(clinic.database, "m1", kName, first).error().code == "no_mother_key");
    CHECK(clinic.keys.unseal(clinic.database, "m2", kName, second).value() == "𠮷野 葵");
}

TEST_CASE("A mother's key put in another's place does not open") {
    Sealed clinic;
    const Bytes box = clinic.seal("山田 花子");
    REQUIRE(clinic.database
                .run("UPDATE mother_key SET sealed = (SELECT sealed FROM mother_key WHERE mother_id = 'm2') "
                     "WHERE mother_id = 'm1'")
                .ok());
    clinic.keys.forget();
    CHECK(clinic.keys.unseal(clinic.database, "m1", kName, box).error().code == "sealed");
}

TEST_CASE("The same device secret opens the data again, another one does not") {
    Sealed clinic;
    const Bytes box = clinic.seal("山田 花子");
    const auto again = Keyring::open(clinic.database, clinic.key_file);
    REQUIRE(again.ok());
    CHECK(again->unseal(clinic.database, "m1", kName, box).value() == "山田 花子");

    const auto other_file = clinic.temp.path() / "other.key";
    REQUIRE(make_device_secret(other_file).ok());
    CHECK(Keyring::open(clinic.database, other_file).error().code == "wrong_key");
}

TEST_CASE("Keys of many mothers are kept apart") {
    Sealed clinic;
    std::set<Bytes> boxes;
    for (int i = 0; i < 500; ++i) {
        const std::string id = "x" + std::to_string(i);
        REQUIRE(insert(clinic.database, "mother",
                       {{"id", value(id)},
                        {"programme", value("nerima")},
                        {"user_number", value(id)},
                        {"registered_at", value(kStamp.at)},
                        {"registered_by", value("system")}},
                       kStamp, "register")
                    .ok());
        REQUIRE(clinic.keys.add_mother(clinic.database, id, kStamp).ok());
        const auto box = clinic.keys.seal(clinic.database, id, kName, id);
        REQUIRE(box.ok());
        CHECK(clinic.keys.unseal(clinic.database, id, kName, *box).value() == id);
        CHECK_FALSE(clinic.keys.unseal(clinic.database, "m1", kName, *box).ok());
        boxes.insert(*box);
        if (i == 250) clinic.keys.forget();
    }
    CHECK(boxes.size() == 500);
}

TEST_CASE("A credential from systemd comes before the key file") {
    const Sealed clinic;
    const Bytes box = clinic.seal("山田 花子");
    const auto credentials = clinic.temp.path() / "credentials";
    std::filesystem::create_directory(credentials);
    REQUIRE(make_device_secret(credentials / "sango.key").ok());
    REQUIRE(setenv("CREDENTIALS_DIRECTORY", credentials.c_str(), 1) == 0);
    const auto other = Keyring::open(clinic.database, clinic.key_file);
    std::filesystem::remove(credentials / "sango.key");
    const auto same = Keyring::open(clinic.database, clinic.key_file);
    unsetenv("CREDENTIALS_DIRECTORY");
    CHECK(other.error().code == "wrong_key");
    REQUIRE(same.ok());
    CHECK(same->unseal(clinic.database, "m1", kName, box).ok());
}
