#include "shared/base/file.h"

#include "tests/support/temp_folder.h"

#include <fstream>

#include <doctest/doctest.h>

using namespace sango;

TEST_CASE("a file is read whole up to its limit, and one byte more tells that it is longer") {
    const test::TempFolder folder;
    const auto file = folder.path() / "file";
    std::ofstream(file, std::ios::binary) << std::string(200'000, 'a') << '\0' << "end";

    CHECK(read_file(file, 1'000'000)->size() == 200'004);
    CHECK(read_file(file, 200'004)->size() == 200'004);
    CHECK(read_file(file, 200'003)->size() == 200'004);
    CHECK(read_file(file, 100)->size() == 101);
    CHECK(read_file(file, 0)->size() == 1);
}

TEST_CASE("what is not there, and a folder, cannot be read; an empty file is empty") {
    const test::TempFolder folder;
    CHECK_FALSE(read_file(folder.path() / "nothing", 10));
    CHECK_FALSE(read_file(folder.path(), 10));
    std::ofstream(folder.path() / "empty").flush();
    CHECK(read_file(folder.path() / "empty", 10) == "");
}
