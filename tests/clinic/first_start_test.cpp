#include "shared/clinic/first_start.h"

#include "shared/clinic/backup.h"
#include "shared/clinic/sign_in.h"
#include "shared/clinic/staff.h"
#include "shared/store/audit.h"
#include "shared/store/recovery.h"
#include "tests/clinic/desk.h"

#include <cctype>
#include <fstream>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;
using sango::test::TempFolder;

namespace {

const FirstClinic kSakura{"sakura-0123", " さくら助産院 ", "勅使河原 佐知子", "274913"};

}  // namespace

TEST_CASE(
    "a clinic is founded with its manager and her PIN, and its papers are due until they are read back") {
    const TempFolder folder;
    const auto data = folder.path() / "clinic";
    const HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    REQUIRE(found_clinic(data, kSakura, clock, seeded_random(1)).ok());
    CHECK(found_clinic(data, kSakura, clock, seeded_random(1)).error().code == "exists");
    auto opened = open({data, std::filesystem::path(SANGO_SOURCE_DIR) / "assets"}, clock, seeded_random(2));
    REQUIRE(opened.ok());
    Clinic& clinic = *opened;
    CHECK(*setting(clinic, "clinic.name") == "さくら助産院");
    const auto people = staff(clinic).value();
    REQUIRE(people.size() == 1);
    CHECK(people[0].role == Role::manager);
    CHECK(sign_in(clinic, people[0].id, "274913").ok());
    CHECK(*papers_due(clinic));
    const auto sheets = store::make_recovery_sheets();
    REQUIRE(finish_first_start(clinic, sheets.public_key).ok());
    CHECK_FALSE(*papers_due(clinic));
    CHECK(*setting(clinic, kRecoveryKeySetting) == hex(sheets.public_key));
    CHECK_FALSE(store::verify_audit(clinic.database)->broken);
}

TEST_CASE("what a first clinic is told is looked at before anything is made") {
    const HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    const TempFolder folder;
    const auto code_of = [&](FirstClinic first) {
        const auto made = found_clinic(folder.path() / "clinic", first, clock, seeded_random(1));
        return made.ok() ? std::string() : made.error().code;
    };
    FirstClinic wrong = kSakura;
    wrong.id = "../elsewhere";
    CHECK(code_of(wrong) == "bad_clinic_id");
    wrong.id = std::string(33, 'a');
    CHECK(code_of(wrong) == "bad_clinic_id");
    wrong = kSakura;
    wrong.name = "　 ";
    CHECK(code_of(wrong) == "bad_clinic_name");
    wrong = kSakura;
    wrong.manager = "二\n行";
    CHECK(code_of(wrong) == "bad_name");
    wrong = kSakura;
    wrong.pin = "123456";
    CHECK(code_of(wrong) == "weak_pin");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "clinic"));
}

TEST_CASE("what cannot be looked at is no machine without a clinic") {
    const TempFolder folder;
    std::ofstream(folder.path() / "file") << "no folder";
    const HandClock clock(*parse_instant("2026-11-21T14:05:00+09:00"));
    const std::filesystem::path assets = std::filesystem::path(SANGO_SOURCE_DIR) / "assets";
    // A name too long to be looked up stands for a disk that does not answer.
    const auto opened = open({folder.path() / std::string(300, 'x'), assets}, clock, seeded_random(1));
    CHECK(opened.error().code == "read_only");
}

TEST_CASE("a sheet is read back by the end of the row that was asked for, however it is typed") {
    const auto sheets = store::make_recovery_sheets();
    for (const std::string& sheet : sheets.sheets)
        for (std::size_t row = 1; row <= 4; ++row) {
            const std::string end = sheet.substr((row - 1) * 20 + 15, 4);
            CHECK(store::reads_back(sheet, row, end));
            std::string small = end.substr(0, 2) + " " + end.substr(2);
            for (char& c : small) c = static_cast<char>(std::tolower(c));
            CHECK(store::reads_back(sheet, row, small));
            CHECK_FALSE(store::reads_back(sheet, row, end.substr(0, 3)));
            CHECK_FALSE(store::reads_back(sheet, row, end + "0"));
            std::string other = end;
            other[3] = other[3] == '7' ? '8' : '7';
            CHECK_FALSE(store::reads_back(sheet, row, other));
        }
    CHECK_FALSE(store::reads_back(sheets.sheets[0], 0, ""));
    CHECK_FALSE(store::reads_back(sheets.sheets[0], 5, ""));
}
