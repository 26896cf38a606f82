#include "shared/report/recovery_paper.h"

#include "tests/clinic/desk.h"

using namespace sango;
using sango::test::Desk;
using sango::test::TempFolder;

TEST_CASE("both halves are written as papers of their own, for their owner's eyes") {
    const Desk desk;
    const TempFolder stick;
    const auto sheets = store::make_recovery_sheets();
    const auto files = report::write_recovery(*desk.opened, sheets, stick.path());
    REQUIRE(files.ok());
    for (const auto& file : *files) {
        CHECK(std::filesystem::file_size(file) > 1'000);
        CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::mask) ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
    CHECK(report::write_recovery(*desk.opened, sheets, stick.path() / "gone").error().code == "no_folder");
}
