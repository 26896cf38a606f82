#include "shared/report/house_sheet.h"

#include "shared/clinic/people.h"
#include "shared/clinic/watch.h"
#include "tests/clinic/desk.h"
#include "tests/report/words_on.h"

#include <algorithm>

#include <sys/stat.h>

using namespace sango;
using namespace sango::report;
using sango::test::Desk;
using sango::test::words_on;

TEST_CASE("the sheet names everyone in the house, allergies, what is due and every number") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    const std::string baby =
        (*clinic::find_by_number(desk.clinic(), "nerima", "N-4821-1"))->children.front().id;
    clinic::NewNote feed = desk.milk(use, 60);
    feed.child_id = baby;
    REQUIRE(clinic::write_note(desk.clinic(), feed).ok());
    REQUIRE(clinic::take_watch(desk.clinic(), (*clinic::staff(desk.clinic()))[1].id).ok());
    REQUIRE(clinic::take_into_keeping(desk.clinic(), use, baby, {}).ok());
    REQUIRE(clinic::set_setting(desk.clinic(), "emergency.hospital.name", "みどり小児病院").ok());
    REQUIRE(clinic::set_setting(desk.clinic(), "emergency.hospital.phone", "03-0000-0000").ok());
    const auto sheet = house_sheet(desk.clinic());
    REQUIRE(sheet.ok());
    const std::string words = words_on(*sheet);
    for (const char* said : {"山田 花子", "あおい", "卵", "デイ1", "授乳 17:05", "預かり中", "090-1234-5678",
                             "鈴木 恵", "119", "みどり小児病院", "03-0000-0000"})
        CHECK_MESSAGE(words.find(said) != std::string::npos, said);
}

TEST_CASE("it is one file, readable by its owner alone, and gone when nobody is in the house") {
    Desk desk;
    const test::TempFolder folder;
    CHECK(house_sheet(desk.clinic())->blocks.empty());
    (void)desk.check_in_hanako();
    REQUIRE(write_sheet(*house_sheet(desk.clinic()), folder.path()).ok());
    const auto file = folder.path() / kSheetFile;
    struct stat status {};
    REQUIRE(stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
    CHECK(status.st_size > 1'000);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    REQUIRE(write_sheet(Document{}, folder.path()).ok());
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(write_sheet(*house_sheet(desk.clinic()), folder.path() / "none").error().code == "no_folder");
}
