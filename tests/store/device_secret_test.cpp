#include "shared/store/device_secret.h"

#include "tests/support/temp_folder.h"

#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace sango;
using namespace sango::store;
using sango::test::TempFolder;

TEST_CASE("The device key is its owner's alone, is never overwritten, and nonsense is refused") {
    const TempFolder temp(test::memory_folder());
    const auto file = temp.path() / "device.key";
    CHECK(read_device_secret(file).error().code == "no_key");
    REQUIRE(make_device_secret(file).ok());
    struct stat status {};
    REQUIRE(stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
    CHECK(make_device_secret(file).error().code == "exists");
    CHECK(read_device_secret(file).ok());

    REQUIRE(chmod(file.c_str(), 0640) == 0);
    CHECK(read_device_secret(file).error().code == "bad_key");
    for (const std::string& wrong :
         {std::string(), std::string(63, 'a'), std::string(64, 'g'), std::string(66, 'a')}) {
        const auto other = temp.path() / "wrong.key";
        std::ofstream(other) << wrong;
        REQUIRE(chmod(other.c_str(), 0600) == 0);
        CHECK(read_device_secret(other).error().code == "bad_key");
    }
    CHECK(make_device_secret(temp.path() / "nowhere" / "device.key").error().code == "read_only");
}
